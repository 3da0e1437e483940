using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>
/// What one failure more would bring about, seen from the last Service Period that has its results. Told only where that period itself made
/// it nearer, with a failure, points or a credit of its own, and not while its return is overdue.
/// </summary>
internal static class NearAlerts
{
    public static IReadOnlyList<Alert> Of(IReadOnlyList<PeriodAssessment> periods)
    {
        var last = periods.Count - 1;
        while (last >= 0 && periods[last].Status is ReturnStatus.Awaited or ReturnStatus.DueUnknown) last--;
        if (last < 0 || periods[last].Status == ReturnStatus.Overdue || periods[last].Terms.Next is not { } next) return [];
        var (period, earlier) = (periods[last], periods.Take(last).ToList());
        return [.. next.Triggers.SelectMany(t => Near(t, period, earlier)), .. NearCap(period)];
    }

    private static IEnumerable<Alert> Near(Trigger trigger, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier) => trigger switch
    {
        Trigger.PersistentFailure persistent => Persistent(persistent, period, earlier),
        Trigger.ConsecutiveFailure row => Consecutive(row, period),
        Trigger.CriticalPerformanceFailure critical => Points(critical, period, earlier),
        _ => [],
    };

    /// <summary>The next window holds the last periods but one: with one failure more it is full.</summary>
    private static IEnumerable<Alert> Persistent(Trigger.PersistentFailure persistent, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        foreach (var code in Failed(period))
        {
            var own = earlier.Where(p => p.Find(code) is not { Outcome: Outcome.NotScored { Because: Reason.MeasurementPeriodOpen } });
            var failures = 1 + own.TakeLast(persistent.WithinPeriods - 2).Count(p => p.Find(code) is { IsFailure: true });
            if (persistent is { Failures: > 1, WithinPeriods: > 1 } && failures == persistent.Failures - 1)
                yield return New(period, persistent, code, $"{failures.Counted("failure")} of {code} so far, and {persistent.Failures} in {persistent.WithinPeriods.Counted("period")} are a {persistent.Title}");
        }
    }

    private static IEnumerable<Alert> Consecutive(Trigger.ConsecutiveFailure row, PeriodAssessment period) =>
        from code in Failed(period)
        where row.Failures > 1 && period.Find(code)!.RunOfFailures == row.Failures - 1
        select New(period, row, code, $"{code} has failed {period.Find(code)!.RunOfFailures} {(row.Failures == 2 ? "time" : "times")} in a row, and {row.Failures} are a {row.Title}");

    /// <summary>The points that stay in the window, and the most that one KPI can add in the period to come: its worst rung, and as a repeat
    /// where it has failed now.</summary>
    private static IEnumerable<Alert> Points(Trigger.CriticalPerformanceFailure critical, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        if (critical.Points is not { } limit || period.Points == 0 || critical.WithinPeriods < 2) yield break;
        var stay = earlier.TakeLast(critical.WithinPeriods - 2).Append(period).Sum(p => p.Points);
        var worst = period.Results.Where(r => r.Indicator.CarriesPoints).Select(r => Most(r, period)).DefaultIfEmpty(0).Max();
        if (stay < limit && stay + worst >= limit)
            yield return New(period, critical, null, $"{stay.Counted("Service Point")} stay in the window, one KPI can add up to {worst}, and {limit} in {critical.WithinPeriods.Counted("period")} are a {critical.Title}");
    }

    private static int Most(IndicatorResult result, PeriodAssessment period)
    {
        var worst = result.Ladder is { } ladder ? ladder.Rungs.Select(r => r.Points).DefaultIfEmpty(0).Max() : 0;
        return result.IsFailure && period.Terms.Terms.Points.Repeat is { } repeat ? worst * repeat.Factor : worst;
    }

    /// <summary>A cap over many periods that another credit like this one would reach.</summary>
    private static IEnumerable<Alert> NearCap(PeriodAssessment period)
    {
        if (period.Credit is not { CapMet: null, Credited: { } credited } credit || credited <= Money.Zero) yield break;
        foreach (var step in credit.Caps.Where(c => c.Cap is not Cap.OfPeriod))
        {
            var left = step.Limit - step.After;
            if (left > step.After) continue;
            yield return new(
                period.Terms.Terms.Code, AlertEvent.CapNear, $"cap {step.Cap.At}", period.Period.Name, null, null,
                $"Of the cap of {step.Cap.At} of {step.BaseInWords} {WorkingFigure.Pounds(left)} are left; another credit like that of {period.Period}, {credited}, would reach it{Clause.InBrackets(step.Cap.Clause)}.");
        }
    }

    private static IEnumerable<string> Failed(PeriodAssessment period) =>
        period.Results.Where(r => r is { IsFailure: true, Indicator.IsTriggering: true }).Select(r => r.Indicator.Code);

    private static Alert New(PeriodAssessment period, Trigger trigger, string? code, string why) => new(
        period.Terms.Terms.Code, AlertEvent.TriggerNear, $"{TriggerChecks.TriggerKey(trigger)}{(code is null ? "" : $" {code}")}", period.Period.Name, null, null,
        $"One failure more may be a {trigger.Title}: {why}{Clause.InBrackets(trigger.Clause)}.");
}
