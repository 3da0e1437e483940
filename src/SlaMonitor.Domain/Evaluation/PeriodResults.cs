using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>The results of one Service Period while it is evaluated, each at its indicator's place in the terms.</summary>
public sealed class PeriodResults(ContractTerms terms)
{
    private readonly IndicatorResult?[] _results = new IndicatorResult?[terms.Indicators.Count];
    private int _count;

    public void Add(IndicatorResult result)
    {
        _results[terms.PlaceOf(result.Indicator.Code)] = result;
        _count++;
    }

    /// <summary>Null where the indicator does not apply, or has not been evaluated yet.</summary>
    public IndicatorResult? Find(string code) => terms.PlaceOf(code) is >= 0 and var place ? _results[place] : null;

    /// <summary>All there are, in the contract's order.</summary>
    public IReadOnlyList<IndicatorResult> InOrder()
    {
        var ordered = new IndicatorResult[_count];
        var next = 0;
        foreach (var result in _results)
            if (result is not null)
                ordered[next++] = result;
        return ordered;
    }
}
