using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>One thing that a regime credits: so many times an amount.</summary>
/// <param name="Result">The indicator that brings it about; null where points or the return do.</param>
/// <param name="Count">How many: points, steps, events, days; 1 where it is one amount.</param>
/// <param name="Each">What one is worth.</param>
/// <param name="Uplift">What a failure in a row is multiplied by; 100 % where nothing is.</param>
/// <param name="Pounds">Exact, before caps.</param>
public sealed record CreditItem(IndicatorResult? Result, Rational Count, CreditAmount Each, Percentage Uplift, Rational Pounds);

/// <summary>What one regime comes to in one period: exact pounds ex VAT, after its own caps.</summary>
public sealed record RegimeCredit
{
    public required CreditRegime Regime { get; init; }

    /// <summary>The period's Service Points, where the regime goes by them.</summary>
    public int? Points { get; init; }

    /// <summary>What rates are of, in pounds; null where it is not known.</summary>
    public Rational? Base { get; init; }

    /// <summary>What it credits; empty where nothing happened that costs money.</summary>
    public IReadOnlyList<CreditItem> Items { get; init; } = [];

    /// <summary>The most that is ever credited, where an amount is at risk, in pounds.</summary>
    public Rational? AtRisk { get; init; }

    /// <summary>Before caps, and not above the amount at risk; null where it cannot be told.</summary>
    public Rational? Uncapped { get; init; }

    public IReadOnlyList<CapStep> Caps { get; init; } = [];

    /// <summary>After the regime's own caps; null where it cannot be told.</summary>
    public Rational? Capped => CannotTell is not null ? null : Caps.Count == 0 ? Uncapped : Caps[^1].After;

    /// <summary>Why it cannot be told.</summary>
    public string? CannotTell { get; init; }

    /// <summary>The least that one of its own caps leaves; null where it has none.</summary>
    internal Rational? LeftByCaps()
    {
        Rational? least = null;
        for (var i = 0; i < Caps.Count; i++)
            if (least is not { } so || Caps[i].Limit < so)
                least = Caps[i].Limit;
        return least;
    }
}
