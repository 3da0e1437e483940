using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>All that a contract says of Service Credits: regimes side by side, each with caps of its own, then what applies
/// to their sum: further caps in order, and the one rounding to pence.</summary>
/// <param name="Regimes">At least one, each with a name of its own.</param>
/// <param name="Caps">On the sum of all regimes, after their own, in the order they apply.</param>
/// <param name="Clause">Where the contract says what applies to all together.</param>
public sealed record CreditTerms(IReadOnlyList<CreditRegime> Regimes, IReadOnlyList<Cap> Caps, RoundingMode Rounding, string? Clause)
{
    /// <summary>The invoice it is deducted from; null where the contract does not say.</summary>
    public CreditedInvoice? Invoice { get; init; }

    /// <summary>Null where the contract does not say.</summary>
    public CreditVat? Vat { get; init; }

    /// <summary>How long after the end of its Service Period a credit can be claimed; null where the contract sets no time.</summary>
    public TimeLength? ClaimWithin { get; init; }

    /// <summary>Every cap in the order it applies.</summary>
    public IEnumerable<Cap> AllCaps => [.. Regimes.SelectMany(r => r.Caps), .. Caps];

    /// <summary>True where some credit may be returned.</summary>
    public bool HaveEarnBack => Regimes.Any(r => r.EarnBack is not null);

    /// <summary>True where Service Points cost money.</summary>
    public bool GoByPoints => Regimes.Any(r => r.Rule.GoesByPoints);
}

/// <summary>One way in which a contract turns failures into money.</summary>
/// <param name="Name">As the contract file calls it.</param>
/// <param name="Caps">On this regime alone, in the order they apply.</param>
public sealed record CreditRegime(string Name, CreditRule Rule, IReadOnlyList<Cap> Caps, string? Clause)
{
    /// <summary>The name that the regime by Service Points has in every file.</summary>
    public const string OfServicePoints = "servicePoints";

    /// <summary>What the second, third and every later failure in a row of one indicator is multiplied by, the last for all that
    /// follow; empty where failing again costs no more. It never compounds.</summary>
    public IReadOnlyList<Percentage> RepeatUplift { get; init; } = [];

    /// <summary>Null where no credit is ever returned.</summary>
    public EarnBack? EarnBack { get; init; }

    /// <summary>The multiplier of so many failures in a row.</summary>
    public Percentage UpliftOf(int run) =>
        run < 2 || RepeatUplift.Count == 0 ? new(100) : RepeatUplift[Math.Min(run - 2, RepeatUplift.Count - 1)];
}
