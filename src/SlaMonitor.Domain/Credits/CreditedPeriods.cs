using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>An earlier period as a cap that looks back sees it.</summary>
/// <param name="Credit">What was credited under the cap, in pounds; null where it cannot be told.</param>
internal readonly record struct CreditedPeriod(ServicePeriod Period, PeriodCharges Charges, Rational? Credit);

/// <summary>The Service Charges of a period as caps see them, in pounds; null where they are not known.</summary>
internal readonly record struct PeriodCharges(Rational? Payable, Rational? Paid)
{
    public static PeriodCharges Of(PeriodAssessment period) => new(period.Charges, period.ChargesPaid);

    public Rational? CountedBy(Cap cap) => cap.Charges == CapCharges.Paid ? Paid : Payable;
}

/// <summary>The periods before as a cap that looks back sees them.</summary>
/// <param name="earlier">In order.</param>
/// <param name="credited">What a period was credited under the cap.</param>
/// <param name="frees">Which returns give the room they had taken under the cap back.</param>
internal sealed class CreditedPeriods(IReadOnlyList<PeriodAssessment> earlier, Func<ServiceCreditStatement, Rational?> credited, Func<EarnedBack, bool> frees)
{
    /// <summary>The last of them that the cap counts, in order.</summary>
    /// <param name="counts">True of a period where it is of every later one.</param>
    public IReadOnlyList<CreditedPeriod> Last(Func<ServicePeriod, bool> counts)
    {
        var returned = Returned();
        var first = earlier.Count;
        while (first > 0 && counts(earlier[first - 1].Period)) first--;
        var last = new CreditedPeriod[earlier.Count - first];
        for (var i = 0; i < last.Length; i++) last[i] = Seen(earlier[first + i], returned);
        return last;
    }

    private CreditedPeriod Seen(PeriodAssessment period, List<EarnedBack> returned)
    {
        if (period.Credit is not { } credit) return new(period.Period, PeriodCharges.Of(period), Rational.Zero);
        var left = credited(credit);
        foreach (var earned in returned)
            if (earned.Of == period.Period)
                left -= earned.Returned.Pounds;
        return new(period.Period, PeriodCharges.Of(period), left);
    }

    private List<EarnedBack> Returned()
    {
        var returned = new List<EarnedBack>();
        foreach (var period in earlier)
            if (period.Credit is { EarnedBack: { Count: > 0 } earned })
                returned.AddRange(earned.Where(frees));
        return returned;
    }
}
