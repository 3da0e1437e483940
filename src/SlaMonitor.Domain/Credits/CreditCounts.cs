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
    public static CreditCount[] Of(CreditRule rule, PeriodAssessment period) => rule is AmountAtRisk risk
        ? [.. Weighted(risk, period).Where(Costs)]
        : One(rule, period) is { } one && Costs(one) ? [one] : [];

    private static bool Costs(CreditCount counted) => !counted.Count.IsZero && !counted.Each.IsNothing;

    /// <summary>Null where there is nothing to credit.</summary>
    private static CreditCount? One(CreditRule rule, PeriodAssessment period) => rule switch
    {
        ServicePoints points => new(null, period.Points, new CreditAmount.Share(points.PerPoint)),
        TierTable table => Tier(table, period),
        PointLadder ladder => new(null, 1, new CreditAmount.Share(ladder.RateOf(period.Points))),
        Linear linear => Steps(linear, period),
        PerEvent events => Events(events, period),
        LateDays late => new(null, DaysLate(late, period) ?? 0, late.PerDay),
        _ => throw new InvalidOperationException("The set of credit rules is closed."),
    };

    /// <summary>Null where working days cannot be counted.</summary>
    public static int? DaysLate(LateDays rule, PeriodAssessment period)
    {
        if (period is not { LateUntil: { } until, Terms.ReturnDue: { } due }) return 0;
        var days = rule.Days == DaysCounted.Working ? period.Terms.WorkingDays.Between(due, until) : Period.DaysBetween(due, until);
        return days is { } late ? Math.Min(late, rule.AtMostDays) : null;
    }

    private static CreditCount? Tier(TierTable table, PeriodAssessment period) => CreditedLevel.Of(table.Indicator, period) is { } found
        ? new(found.Result, 1, (found.Level is { } level ? table.TierOf(level) : table.Worst).Credit)
        : null;

    private static IEnumerable<CreditCount> Weighted(AmountAtRisk risk, PeriodAssessment period)
    {
        foreach (var (code, weight) in risk.Weights)
            if (period.Find(code) is { IsFailure: true } failed)
                yield return new(failed, weight.Factor, risk.AtRisk);
    }

    private static CreditCount? Steps(Linear linear, PeriodAssessment period)
    {
        if (CreditedLevel.Of(linear.Indicator, period) is not { Result: { IsFailure: true, Ladder: { } ladder } } found) return null;
        if (found.Level is not { } level) return new(found.Result, 1, linear.WithoutLevel);
        return ladder.ShortOfTarget(level) is { Sign: > 0 } distance ? new(found.Result, linear.StepsIn(distance), linear.Each) : null;
    }

    private static CreditCount? Events(PerEvent events, PeriodAssessment period)
    {
        if (CreditedLevel.Of(events.Indicator, period) is not { } found) return null;
        return found.Level is { } count ? new(found.Result, count, events.Each) : new(found.Result, 1, events.WithoutCount);
    }
}
