using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The charges a cap is a share of, and the earlier credits that count against it.</summary>
/// <param name="Base">In pounds; null where it cannot be told.</param>
/// <param name="InWords">What the charges are, or why they cannot be told.</param>
/// <param name="Used">In pounds.</param>
internal sealed record CapBase(Rational? Base, string InWords, Rational Used, string UsedInWords)
{
    public static CapBase Of(Cap cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier) => cap switch
    {
        Cap.OfPeriod { Estimated: { } estimated } => new(estimated.Pounds, "the charges estimated for a Service Period", Rational.Zero, ""),
        Cap.OfPeriod => charges is null ? Uncharged(cap, terms.Period) : new(charges, $"{Name(cap)} of {terms.Period}", Rational.Zero, ""),
        Cap.OfEstimated12Months estimate => Estimated(estimate, terms, earlier),
        Cap.OfLast12Months rolling => Rolling(rolling, terms, charges, earlier),
        Cap.OfContractYear year => Year(year, terms, charges, earlier),
        _ => throw new InvalidOperationException("The set of caps is closed."),
    };

    private static CapBase Year(Cap.OfContractYear cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier)
    {
        var start = terms.ContractYearStart;
        var inYear = earlier.Last(p => p.First >= start);
        if (Open(inYear) is { } open) return Unknown($"the Service Credit of {open} is not known");
        var used = Credits(inYear);
        var usedIn = UsedIn(inYear);
        if (cap.Estimated is { } estimated) return new(estimated.Pounds, "the charges estimated for the contract year", used, usedIn);
        if (WithoutCharges(cap, inYear) is { } uncharged) return Uncharged(cap, uncharged);
        return charges is not { } known
            ? Uncharged(cap, terms.Period)
            : new(inYear.Aggregate(known, (sum, p) => sum + p.Charges.CountedBy(cap)!.Value), InWordsOf(cap, inYear, true, terms), used, usedIn);
    }

    private static CapBase Rolling(Cap.OfLast12Months cap, PeriodTerms terms, Rational? charges, CreditedPeriods earlier)
    {
        var thisMonth = terms.Period.Month;
        var creditedWith = InTwelveMonths(terms, earlier);
        if (Open(creditedWith) is { } open) return Unknown($"the Service Credit of {open} is not known");
        var used = Credits(creditedWith);
        var usedIn = UsedIn(creditedWith);
        if (cap.FirstYear == FirstYearBase.EstimatedYear1Charges && terms.IsInFirstYear)
            return new(terms.Terms.Charges!.EstimatedFirstYear!.Value.Pounds, "the charges estimated for the first contract year", used, usedIn);
        var included = cap.ThisPeriod == ThisPeriod.Included;
        var charged = included ? creditedWith : earlier.Last(p => p.Month.PlusMonths(12).CompareTo(thisMonth) >= 0);
        if (WithoutCharges(cap, charged) is { } uncharged) return Uncharged(cap, uncharged);
        if (included && charges is null) return Uncharged(cap, terms.Period);
        var sum = charged.Aggregate(included ? charges!.Value : Rational.Zero, (total, p) => total + p.Charges.CountedBy(cap)!.Value);
        return new(sum, InWordsOf(cap, charged, included, terms), used, usedIn);
    }

    private static CapBase Estimated(Cap.OfEstimated12Months cap, PeriodTerms terms, CreditedPeriods earlier)
    {
        var creditedWith = InTwelveMonths(terms, earlier);
        return Open(creditedWith) is { } open
            ? Unknown($"the Service Credit of {open} is not known")
            : new(cap.Estimated.Pounds, "the charges estimated for 12 months", Credits(creditedWith), UsedIn(creditedWith));
    }

    /// <summary>The periods before that lie in one 12 months with this one.</summary>
    private static IReadOnlyList<CreditedPeriod> InTwelveMonths(PeriodTerms terms, CreditedPeriods earlier) =>
        earlier.Last(p => p.Month.PlusMonths(12).CompareTo(terms.Period.Month) > 0);

    /// <summary>The first period whose credit cannot be told, if there is one.</summary>
    private static ServicePeriod? Open(IReadOnlyList<CreditedPeriod> periods) => periods.FirstOrDefault(p => p.Credit is null).Period;

    private static ServicePeriod? WithoutCharges(Cap cap, IReadOnlyList<CreditedPeriod> periods) => periods.FirstOrDefault(p => p.Charges.CountedBy(cap) is null).Period;

    private static Rational Credits(IReadOnlyList<CreditedPeriod> periods) => periods.Aggregate(Rational.Zero, (sum, p) => sum + p.Credit!.Value);

    private static string UsedIn(IReadOnlyList<CreditedPeriod> credited) => credited switch
    {
        [] => "before this period",
        [var only] => $"in {only.Period}",
        [var first, .., var last] => $"in {first.Period} to {last.Period}",
    };

    private static CapBase Unknown(string why) => new(null, why, Rational.Zero, "");

    private static CapBase Uncharged(Cap cap, ServicePeriod period) => Unknown(
        cap.Charges == CapCharges.Paid ? $"what has been paid of the Service Charges of {period} is not recorded" : $"the Service Charges of {period} are not known");

    private static string Name(Cap cap) => cap.Charges == CapCharges.Paid ? "charges paid" : "charges";

    private static string InWordsOf(Cap cap, IReadOnlyList<CreditedPeriod> charged, bool included, PeriodTerms terms)
    {
        var (first, last) = (charged.FirstOrDefault().Period ?? terms.Period, included ? terms.Period : charged.LastOrDefault().Period);
        return last is null ? $"no {Name(cap)} before this period" : $"{Name(cap)} of {first} to {last}";
    }
}
