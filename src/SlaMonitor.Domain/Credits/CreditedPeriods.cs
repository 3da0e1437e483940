using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The Service Charges of a period as caps see them, in pounds; null where they are not known.</summary>
internal readonly record struct PeriodCharges(Rational? Payable, Rational? Paid)
{
    public static PeriodCharges Of(PeriodAssessment period) => new(period.Charges, period.ChargesPaid);

    public Rational? CountedBy(Cap cap) => cap.Charges == CapCharges.Paid ? Paid : Payable;
}

/// <summary>Earlier periods in a row as a cap that looks back sees them. Sums are in pounds, and mean nothing where something is not known.</summary>
/// <param name="Credits">What was credited under the cap.</param>
/// <param name="Open">The first whose credit cannot be told; null where all can.</param>
/// <param name="Charges">Those that the cap counts.</param>
/// <param name="Uncharged">The first whose charges are not known; null where all are.</param>
internal readonly record struct CreditedSpan(PeriodSpan Periods, Rational Credits, ServicePeriod? Open, Rational Charges, ServicePeriod? Uncharged)
{
    /// <param name="credited">Null where it cannot be told.</param>
    /// <param name="charged">Null where it is not known.</param>
    public CreditedSpan Before(ServicePeriod period, Rational? credited, Rational? charged) => new(
        new(period, Periods.Last ?? period),
        Credits + (credited ?? Rational.Zero), credited is null ? period : Open,
        Charges + (charged ?? Rational.Zero), charged is null ? period : Uncharged);
}

/// <summary>The periods before as caps that look back see them.</summary>
/// <param name="earlier">In order.</param>
/// <param name="regime">Whose caps they are; null for those on all regimes together.</param>
internal sealed class CreditedPeriods(IReadOnlyList<PeriodAssessment> earlier, string? regime)
{
    /// <summary>Those that begin on a day or later.</summary>
    public CreditedSpan Since(LocalDate day, Cap cap)
    {
        var first = earlier.Count;
        while (first > 0 && earlier[first - 1].Period.First >= day) first--;
        return From(first, cap);
    }

    /// <summary>Those named by a month or a later one.</summary>
    public CreditedSpan Since(YearMonth month, Cap cap)
    {
        var first = earlier.Count;
        while (first > 0 && earlier[first - 1].Period.Month >= month) first--;
        return From(first, cap);
    }

    private CreditedSpan From(int first, Cap cap)
    {
        var span = new CreditedSpan();
        var returned = Returned();
        for (var i = earlier.Count - 1; i >= first; i--)
            span = span.Before(earlier[i].Period, Credited(earlier[i], returned), PeriodCharges.Of(earlier[i]).CountedBy(cap));
        return span;
    }

    /// <summary>In pounds, less what was returned of it where that gives its room under the cap back; null where it cannot be told.</summary>
    private Rational? Credited(PeriodAssessment period, List<EarnedBack>? returned)
    {
        if (period.Credit is not { } credit) return Rational.Zero;
        var left = regime is null ? credit.Credited?.Pounds : credit.CreditedUnder(regime);
        foreach (var earned in returned ?? [])
            if (earned.Of == period.Period)
                left -= earned.Returned.Pounds;
        return left;
    }

    /// <summary>Null where nothing was.</summary>
    private List<EarnedBack>? Returned()
    {
        List<EarnedBack>? returned = null;
        for (var i = 0; i < earlier.Count; i++)
            if (earlier[i].Credit is { EarnedBack: { Count: > 0 } earned })
                (returned ??= []).AddRange(earned.Where(FreesRoom));
        return returned;
    }

    private bool FreesRoom(EarnedBack earned) => earned.Terms.UsedCap == UsedCap.IsFreed && (regime is null || earned.Regime.Name == regime);
}
