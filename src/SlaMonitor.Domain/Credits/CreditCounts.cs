using NodaTime;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>So many times an amount, before it is known what rates are of.</summary>
internal readonly record struct CreditCount(IndicatorResult? Result, Rational Count, CreditAmount Each);

/// <summary>What each credit rule counts in one period.</summary>
internal static class CreditCounts
{
    public static List<CreditCount> Of(CreditRule rule, PeriodAssessment period)
    {
        var counted = new List<CreditCount>(rule switch
        {
            ServicePoints points => [new(null, period.Points, new CreditAmount.Share(points.PerPoint))],
            TierTable table => Tier(table, period),
            AmountAtRisk risk => Weighted(risk, period),
            PointLadder ladder => [new(null, 1, new CreditAmount.Share(ladder.RateOf(period.Points)))],
            Linear linear => Steps(linear, period),
            PerEvent events => Events(events, period),
            LateDays late => [new(null, DaysLate(late, period) ?? 0, late.PerDay)],
            _ => throw new InvalidOperationException("The set of credit rules is closed."),
        });
        counted.RemoveAll(c => c.Count.IsZero || c.Each.IsNothing);
        return counted;
    }

    /// <summary>Null where working days cannot be counted.</summary>
    public static int? DaysLate(LateDays rule, PeriodAssessment period)
    {
        if (period is not { LateUntil: { } until, Terms.ReturnDue: { } due }) return 0;
        var days = rule.Days == DaysCounted.Working ? period.Terms.WorkingDays.Between(due, until) : Period.DaysBetween(due, until);
        return days is { } late ? Math.Min(late, rule.AtMostDays) : null;
    }

    private static IEnumerable<CreditCount> Tier(TierTable table, PeriodAssessment period)
    {
        if (CreditedLevel.Of(table.Indicator, period) is { } found)
            yield return new(found.Result, 1, (found.Level is { } level ? table.TierOf(level) : table.Worst).Credit);
    }

    private static IEnumerable<CreditCount> Weighted(AmountAtRisk risk, PeriodAssessment period)
    {
        foreach (var (code, weight) in risk.Weights)
            if (period.Find(code) is { IsFailure: true } failed)
                yield return new(failed, weight.Factor, risk.AtRisk);
    }

    private static IEnumerable<CreditCount> Steps(Linear linear, PeriodAssessment period)
    {
        if (CreditedLevel.Of(linear.Indicator, period) is not { Result: { IsFailure: true, Ladder: { } ladder } } found) yield break;
        if (found.Level is not { } level) yield return new(found.Result, 1, linear.WithoutLevel);
        else if (ladder.ShortOfTarget(level) is { Sign: > 0 } distance) yield return new(found.Result, linear.StepsIn(distance), linear.Each);
    }

    private static IEnumerable<CreditCount> Events(PerEvent events, PeriodAssessment period)
    {
        if (CreditedLevel.Of(events.Indicator, period) is { } found)
            yield return found.Level is { } count ? new(found.Result, count, events.Each) : new(found.Result, 1, events.WithoutCount);
    }
}
