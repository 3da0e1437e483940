using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>One tier.</summary>
/// <param name="Bound">The level it begins at, itself included: a floor where higher is better, a ceiling where lower is.
/// Null on the last tier, which takes all that is left.</param>
public sealed record Tier(Rational? Bound, CreditAmount Credit);

/// <summary>The level of one indicator picks the credit. Bounds belong to the tier they begin.</summary>
public sealed record TierTable : CreditRule
{
    /// <param name="better">Higher or lower.</param>
    /// <param name="tiers">Best first.</param>
    /// <exception cref="ContradictionException">Tiers that leave gaps, are out of order, or credit a worse level less.</exception>
    public TierTable(string indicator, Polarity better, IReadOnlyList<Tier> tiers)
    {
        Indicator = indicator;
        Better = better;
        Tiers = tiers;
        ContradictionException.ThrowIfAny(Contradictions());
    }

    public string Indicator { get; }

    public Polarity Better { get; }

    public IReadOnlyList<Tier> Tiers { get; }

    public override IEnumerable<string> Indicators => [Indicator];

    public override IEnumerable<CreditAmount> Amounts => Tiers.Select(t => t.Credit);

    /// <summary>The tier a level lands in: the first whose bound it reaches.</summary>
    public Tier TierOf(Rational level) => Tiers.First(t => t.Bound is not { } bound || (Better == Polarity.Higher ? level >= bound : level <= bound));

    /// <summary>What is left when no bound is reached.</summary>
    public Tier Worst => Tiers[^1];

    private IEnumerable<Problem> Contradictions()
    {
        if (Tiers.Count < 2 || Tiers[^1].Bound is not null)
            yield return new(ContractProblems.StepsIncomplete, "tiers", "at least two tiers, the last without a bound", Tiers.Count < 2 ? Tiers.Count.Counted("tier") : "a bound on the last");
        for (var i = 0; i < Tiers.Count - 1; i++)
            if (Tiers[i].Bound is null)
                yield return new(ContractProblems.StepsIncomplete, $"tiers[{i}]", "a bound on every tier but the last", "none");
        for (var i = 1; i < Tiers.Count; i++)
            foreach (var problem in OutOfTurn(i, Tiers[i - 1], Tiers[i]))
                yield return problem;
    }

    private IEnumerable<Problem> OutOfTurn(int i, Tier better, Tier worse)
    {
        if (worse.Bound is { } bound && better.Bound is { } before && (Better == Polarity.Higher ? bound >= before : bound <= before))
            yield return new(ContractProblems.StepsOutOfOrder, $"tiers[{i}]", $"a bound {(Better == Polarity.Higher ? "below" : "above")} {before}", $"{bound}");
        if (CreditOrder.IsLess(worse.Credit, better.Credit))
            yield return new(ContractProblems.CreditNotRising, $"tiers[{i}].credit", $"at least {better.Credit}, as the tier before has", $"{worse.Credit}");
    }
}

/// <summary>Compares what two failures are worth, where that can be told without knowing the charges.</summary>
internal static class CreditOrder
{
    public static bool IsLess(CreditAmount a, CreditAmount b) => (a, b) switch
    {
        (CreditAmount.Share x, CreditAmount.Share y) => x.Rate.Percent < y.Rate.Percent,
        (CreditAmount.Sum x, CreditAmount.Sum y) => x.Pounds < y.Pounds,
        _ => a.IsNothing && !b.IsNothing,
    };
}
