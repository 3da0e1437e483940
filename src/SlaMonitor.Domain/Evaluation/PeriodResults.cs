using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>The results of one Service Period while it is evaluated, each at its indicator's place in the terms.</summary>
public sealed class PeriodResults(ContractTerms terms)
{
    private readonly IndicatorResult?[] _results = new IndicatorResult?[terms.Indicators.Count];
    private int _count;

    /// <summary>Null where the indicator does not apply, or has not been evaluated yet, and where the place is none.</summary>
    internal IndicatorResult? this[int place] => place < 0 ? null : _results[place];

    /// <inheritdoc cref="this[int]"/>
    public IndicatorResult? Find(string code) => this[terms.PlaceOf(code)];

    internal void Add(int place, IndicatorResult result)
    {
        _results[place] = result;
        _count++;
    }

    /// <summary>All there are, in the contract's order. Nothing is added after that.</summary>
    public IReadOnlyList<IndicatorResult> InOrder() => (_count == _results.Length ? _results : Array.FindAll(_results, r => r is not null))!;
}
