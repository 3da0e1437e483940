using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The charges a cap is a share of, and the earlier credits that count against it.</summary>
/// <param name="Charges">In pounds; null where they cannot be told.</param>
/// <param name="Charged">The periods whose charges they are; where they are the contract's own estimate none.</param>
/// <param name="Said">What an estimate is of, or why the charges cannot be told; null where they are those of periods.</param>
/// <param name="Used">In pounds.</param>
/// <param name="UsedIn">The periods in which that accrued.</param>
internal sealed record CapBase(Cap Cap, Rational? Charges, PeriodSpan Charged, string? Said, Rational Used, PeriodSpan UsedIn)
{
    /// <summary>What the charges are, or why they cannot be told.</summary>
    public string InWords => Said ?? Charged switch
    {
        { Last: null } => $"no {Name(Cap)} before this period",
        _ when Cap is Cap.OfPeriod => $"{Name(Cap)} of {Charged.First}",
        _ => $"{Name(Cap)} of {Charged.First} to {Charged.Last}",
    };

    public static CapBase Of(Cap cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier) => cap switch
    {
        Cap.OfPeriod { Estimated: { } estimated } => Estimate(cap, estimated, "the charges estimated for a Service Period", default),
        Cap.OfPeriod => charges is null ? Uncharged(cap, terms.Period) : new(cap, charges, new(terms.Period, terms.Period), null, Rational.Zero, default),
        Cap.OfEstimated12Months estimate => Estimated(estimate, terms, earlier),
        Cap.OfLast12Months rolling => Rolling(rolling, terms, charges, earlier),
        Cap.OfContractYear year => Year(year, terms, charges, earlier),
        _ => throw new InvalidOperationException("The set of caps is closed."),
    };

    private static CapBase Year(Cap.OfContractYear cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier)
    {
        var inYear = earlier.Since(terms.ContractYearStart, cap);
        if (inYear.Open is { } open) return Unknown(cap, open);
        return cap.Estimated is { } estimated
            ? Estimate(cap, estimated, "the charges estimated for the contract year", inYear)
            : Counted(cap, inYear, terms, charges);
    }

    private static CapBase Rolling(Cap.OfLast12Months cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier)
    {
        var creditedWith = InTwelveMonths(cap, terms, earlier);
        if (creditedWith.Open is { } open) return Unknown(cap, open);
        if (cap.FirstYear == FirstYearBase.EstimatedYear1Charges && terms.IsInFirstYear)
            return Estimate(cap, terms.Terms.Charges!.EstimatedFirstYear!.Value, "the charges estimated for the first contract year", creditedWith);
        if (cap.ThisPeriod == ThisPeriod.Included) return Counted(cap, creditedWith, terms, charges);
        var charged = earlier.Since(terms.Period.Month.PlusMonths(-12), cap);
        return charged.Uncharged is { } uncharged
            ? Uncharged(cap, uncharged)
            : new(cap, charged.Charges, charged.Periods, null, creditedWith.Credits, creditedWith.Periods);
    }

    private static CapBase Estimated(Cap.OfEstimated12Months cap, PeriodTerms terms, CreditedPeriods earlier)
    {
        var creditedWith = InTwelveMonths(cap, terms, earlier);
        return creditedWith.Open is { } open ? Unknown(cap, open) : Estimate(cap, cap.Estimated, "the charges estimated for 12 months", creditedWith);
    }

    /// <summary>The periods before that lie in one 12 months with this one.</summary>
    private static CreditedSpan InTwelveMonths(Cap cap, PeriodTerms terms, CreditedPeriods earlier) => earlier.Since(terms.Period.Month.PlusMonths(-11), cap);

    private static CapBase Estimate(Cap cap, Money estimated, string said, CreditedSpan credited) =>
        new(cap, estimated.Pounds, default, said, credited.Credits, credited.Periods);

    /// <summary>The charges of earlier periods and of this one.</summary>
    private static CapBase Counted(Cap cap, CreditedSpan earlier, PeriodTerms terms, Rational? charges)
    {
        if (earlier.Uncharged is { } uncharged) return Uncharged(cap, uncharged);
        return charges is not { } known
            ? Uncharged(cap, terms.Period)
            : new(cap, earlier.Charges + known, new(earlier.Periods.First ?? terms.Period, terms.Period), null, earlier.Credits, earlier.Periods);
    }

    private static CapBase Unknown(Cap cap, ServicePeriod open) => new(cap, null, default, $"the Service Credit of {open} is not known", Rational.Zero, default);

    private static CapBase Uncharged(Cap cap, ServicePeriod period) => new(
        cap, null, default,
        cap.Charges == CapCharges.Paid ? $"what has been paid of the Service Charges of {period} is not recorded" : $"the Service Charges of {period} are not known",
        Rational.Zero, default);

    private static string Name(Cap cap) => cap.Charges == CapCharges.Paid ? "charges paid" : "charges";
}
