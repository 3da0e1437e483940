using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Finds the credits that are earned back in a period: those of earlier periods, not returned yet, after which the higher
/// level has now been sustained. The terms in force in this period decide.</summary>
internal static class EarnBackRule
{
    /// <param name="earlier">The periods before, in order, with their statements.</param>
    public static IReadOnlyList<EarnedBack> In(PeriodAssessment period, CreditTerms credits, IReadOnlyList<PeriodAssessment> earlier) =>
        credits.HaveEarnBack ? Found(period, credits, earlier) : [];

    private static IReadOnlyList<EarnedBack> Found(PeriodAssessment period, CreditTerms credits, IReadOnlyList<PeriodAssessment> earlier) =>
    [
        .. from regime in credits.Regimes
           let terms = regime.EarnBack
           where terms is not null
           from level in terms.Levels
           from earned in Of(regime, terms, level.Key, level.Value, period, earlier)
           select earned,
    ];

    private static IEnumerable<EarnedBack> Of(CreditRegime regime, EarnBack terms, string code, Rational level, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        var all = earlier.Append(period).ToList();
        var sustained = all.TakeLast(terms.SustainedPeriods).Select(p => Sustained(p, code, level)).OfType<SustainedLevel>().ToList();
        if (period.Find(code) is not { Indicator: var indicator } || sustained.Count < terms.SustainedPeriods) yield break;
        var latest = all.Count - 1 - terms.SustainedPeriods;
        for (var i = Math.Max(0, all.Count - 1 - terms.WithinPeriods); i <= latest; i++)
        {
            if (IsReturned(all[i], regime, code, earlier) || PartOf(all[i], regime.Name, code) is not { Sign: > 0 } credited) continue;
            yield return new(all[i].Period, regime, indicator, terms, credited, Money.Round(terms.Share.Factor * credited, RoundingMode.Down), sustained);
        }
    }

    private static SustainedLevel? Sustained(PeriodAssessment period, string code, Rational least)
    {
        if (period.Find(code) is not { Outcome: Outcome.Met } result || (result.Compared ?? result.Level) is not { } level) return null;
        var better = result.Ladder?.Better ?? result.Indicator.Better;
        return (better == Polarity.Lower ? level <= least : level >= least) ? new(period.Period, level) : null;
    }

    private static bool IsReturned(PeriodAssessment credited, CreditRegime regime, string code, IReadOnlyList<PeriodAssessment> earlier) => earlier
        .SelectMany(p => p.Credit?.EarnedBack ?? [])
        .Any(e => e.Of == credited.Period && e.Regime.Name == regime.Name && e.Indicator.Code == code);

    /// <summary>An indicator's part of what was credited, after every cap and the rounding; null where there is nothing to be told.</summary>
    private static Rational? PartOf(PeriodAssessment period, string regime, string code)
    {
        if (period.Credit is not { Credited: { } credited, Sum: { Sign: > 0 } sum } credit || credit.Find(regime) is not { Capped: { } capped } found) return null;
        return credited.Pounds * (capped / sum) * ShareOf(found, period, code);
    }

    private static Rational ShareOf(RegimeCredit credit, PeriodAssessment period, string code)
    {
        if (credit.Regime.Rule.GoesByPoints) return period.Points == 0 ? Rational.Zero : Rational.Of(period.Find(code)?.Points ?? 0, period.Points);
        var all = credit.Items.Aggregate(Rational.Zero, (sum, i) => sum + i.Pounds);
        var own = credit.Items.Where(i => i.Result?.Indicator.Code == code).Aggregate(Rational.Zero, (sum, i) => sum + i.Pounds);
        return all.IsZero ? Rational.Zero : own / all;
    }
}
