using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Earlier periods in a row as a cap that looks back sees them. Sums are in pounds, and mean nothing where something is not known.</summary>
/// <param name="Credits">What was credited under the cap.</param>
/// <param name="Open">The first whose credit cannot be told; null where all can.</param>
/// <param name="Charges">Those that the cap counts.</param>
/// <param name="Uncharged">The first whose charges are not known; null where all are.</param>
internal readonly record struct CreditedSpan(PeriodSpan Periods, Rational Credits, ServicePeriod? Open, Rational Charges, ServicePeriod? Uncharged);

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
        if (first == earlier.Count) return default;
        var returned = Returned();
        var (credits, charges) = (Rational.Zero, Rational.Zero);
        var (open, uncharged) = ((ServicePeriod?)null, (ServicePeriod?)null);
        for (var i = first; i < earlier.Count; i++)
        {
            var period = earlier[i];
            if (Credited(period, returned) is { } credited) credits += credited;
            else open ??= period.Period;
            if (period.ChargesCountedBy(cap) is { } charged) charges += charged;
            else uncharged ??= period.Period;
        }

        return new(new(earlier[first].Period, earlier[^1].Period), credits, open, charges, uncharged);
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
