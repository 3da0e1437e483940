using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>One cap as it was applied.</summary>
/// <param name="Base">The charges the cap is a share of, in pounds.</param>
/// <param name="BaseInWords">What those charges are.</param>
/// <param name="Used">Credits of earlier periods that count against it.</param>
/// <param name="UsedInWords">In which periods they accrued.</param>
/// <param name="Limit">What was left for this period: share of the base less what was used, never below zero.</param>
/// <param name="After">The credit after this cap.</param>
public sealed record CapStep(Cap Cap, Rational Base, string BaseInWords, Money Used, string UsedInWords, Rational Limit, Rational After)
{
    /// <summary>True where the credit had reached or passed the limit.</summary>
    public bool IsMet => After == Limit;
}

/// <summary>
/// The Service Credit of one period: TSP x x% x AC, then the caps in order, then the one rounding. Amounts before the
/// rounding are exact pounds ex VAT.
/// </summary>
public sealed record ServiceCreditStatement
{
    public required ServiceCreditRegime Regime { get; init; }

    /// <summary>TSP: the period's Service Points.</summary>
    public required int Points { get; init; }

    /// <summary>AC: the period's Service Charges before credits; null where they are not known.</summary>
    public Rational? Charges { get; init; }

    public Rational? Uncapped { get; init; }

    public IReadOnlyList<CapStep> Caps { get; init; } = [];

    /// <summary>The credit after every cap; null where there is none to be told.</summary>
    public Rational? BeforeRounding => Caps.Count == 0 ? Uncapped : Caps[^1].After;

    /// <summary>What is due; null where it cannot be told.</summary>
    public Money? Payable { get; init; }

    /// <summary>Why it cannot be told.</summary>
    public string? CannotTell { get; init; }

    /// <summary>The cap that decides the credit: of those reached the last, as it leaves no more than the ones before. Null where
    /// none was reached, and in a period without charges, where no credit arises that could.</summary>
    public CapStep? CapMet => Uncapped is { Sign: > 0 } ? Caps.LastOrDefault(c => c.IsMet) : null;

    public IReadOnlyList<WorkingLine> Working() => ServiceCreditWorking.Of(this);
}
