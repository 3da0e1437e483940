using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The charges a cap is a share of, and the earlier credits that count against it.</summary>
/// <param name="Base">In pounds; null where it cannot be told.</param>
internal sealed record CapBase(Rational? Base, Money Used, string InWords)
{
    public static CapBase Of(Cap cap, PeriodTerms terms, Rational charges, IReadOnlyList<CreditedPeriod> earlier) => cap switch
    {
        Cap.OfPeriod => new(charges, Money.Zero, $"charges of {terms.Period}"),
        Cap.OfLast12Months rolling => Rolling(rolling, terms, charges, earlier),
        _ => throw new InvalidOperationException("The set of caps is closed."),
    };

    private static CapBase Rolling(Cap.OfLast12Months cap, PeriodTerms terms, Rational charges, IReadOnlyList<CreditedPeriod> earlier)
    {
        var thisMonth = terms.Period.Month;
        var creditedWith = earlier.Where(p => p.Period.Month.PlusMonths(12).CompareTo(thisMonth) > 0).ToList();
        if (creditedWith.Any(p => p.Payable is null)) return new(null, Money.Zero, "");
        var used = creditedWith.Aggregate(Money.Zero, (sum, p) => sum + p.Payable!.Value);
        if (cap.FirstYear == FirstYearBase.EstimatedYear1Charges && terms.IsInFirstYear)
            return new(terms.Terms.Charges!.EstimatedFirstYear!.Value.Pounds, used, "the charges estimated for the first contract year");
        var included = cap.ThisPeriod == ThisPeriod.Included;
        var charged = included ? creditedWith : [.. earlier.Where(p => p.Period.Month.PlusMonths(12).CompareTo(thisMonth) >= 0)];
        if (charged.Any(p => p.Charges is null)) return new(null, used, "");
        var sum = charged.Aggregate(included ? charges : Rational.Zero, (total, p) => total + p.Charges!.Value);
        return new(sum, used, InWordsOf(charged, included, terms));
    }

    private static string InWordsOf(List<CreditedPeriod> charged, bool included, PeriodTerms terms)
    {
        var (first, last) = (charged.FirstOrDefault()?.Period ?? terms.Period, included ? terms.Period : charged.LastOrDefault()?.Period);
        return last is null ? "no charges before this period" : $"charges of {first} to {last}";
    }
}
