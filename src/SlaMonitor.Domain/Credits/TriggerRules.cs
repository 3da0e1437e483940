using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Tells which triggers a period reached, from its own results and the periods before.</summary>
internal static class TriggerRules
{
    /// <param name="earlier">The periods before, in order.</param>
    public static IReadOnlyList<TriggerEvent> Of(PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier) =>
        [.. period.Terms.Terms.Triggers.SelectMany(t => Reached(t, period, earlier))];

    private static IEnumerable<TriggerEvent> Reached(Trigger trigger, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier) => trigger switch
    {
        Trigger.CriticalPerformanceFailure critical => [.. PointsInWindow(critical, period, earlier), .. CapMet(critical, period)],
        Trigger.RectificationPlan plan => Material(plan, period),
        Trigger.UnacceptableKpiFailure unacceptable => Unacceptable(unacceptable, period),
        Trigger.PersistentFailure persistent => Persistent(persistent, period, earlier),
        Trigger.ConsecutiveFailure row => Consecutive(row, period),
        _ => throw new InvalidOperationException("The set of triggers is closed."),
    };

    private static IEnumerable<TriggerEvent> PointsInWindow(Trigger.CriticalPerformanceFailure critical, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        if (critical.Points is not { } limit || period.Points == 0) yield break;
        var window = earlier.TakeLast(critical.WithinPeriods - 1).Append(period).Select(p => p.Points).ToList();
        if (window.Sum() < limit) yield break;
        yield return Event(critical, $"{limit.Counted("point")} in {critical.WithinPeriods.Counted("period")}", null, $"{limit} Service Points in {critical.WithinPeriods.Counted("period")}", $"points of {window.Count.Counted("period")}", $"{string.Join(" + ", window)} = {window.Sum()} >= {limit}");
    }

    private static IEnumerable<TriggerEvent> CapMet(Trigger.CriticalPerformanceFailure critical, PeriodAssessment period)
    {
        if (!critical.CapMet || period.Credit is not { CapMet: { } step } credit) yield break;
        yield return Event(critical, "cap", null, "Service Credits meet or exceed a cap", $"credit {credit.Credited}", $"cap of {step.Cap.At} reached");
    }

    private static IEnumerable<TriggerEvent> Material(Trigger.RectificationPlan plan, PeriodAssessment period)
    {
        var due = plan.Due.After(period.Period.Last, period.Terms.WorkingDays);
        var by = due is { } day ? $", a draft due by {day:d MMMM uuuu}" : "";
        foreach (var result in period.Results)
            if (result is { Outcome: Outcome.Failed failed, Indicator.IsTriggering: true } && failed.Rung >= plan.From)
                yield return new(plan, plan.From.Key(), result.Indicator.Code, due, new(plan.Clause, $"{plan.From.InWords()} or worse calls for a Rectification Plan within {plan.Due}", result.Indicator.Code, failed.InWords(), $"{plan.Title}{by}"));
    }

    /// <summary>The Unacceptable KPI Failure of a period, if there is one.</summary>
    public static TriggerEvent? UnacceptableIn(PeriodAssessment period) =>
        period.Terms.Terms.Triggers.OfType<Trigger.UnacceptableKpiFailure>().SelectMany(t => Unacceptable(t, period)).FirstOrDefault();

    /// <summary>2 of 5 KPIs measured were below their threshold.</summary>
    public static string BelowThreshold(PeriodAssessment period)
    {
        var (below, measured) = KpisBelow(period, period.Terms.Terms.Triggers.OfType<Trigger.UnacceptableKpiFailure>().Any(t => t.CountsMissing));
        return $"{below} of {measured.Counted("KPI")} measured below {(measured == 1 ? "its" : "their")} threshold";
    }

    /// <summary>A KPI that failed only because no figure came was not measured.</summary>
    private static (int Below, int Measured) KpisBelow(PeriodAssessment period, bool countsMissing)
    {
        var measured = period.Results.Where(r => r is { Indicator.IsTriggering: true, IsScored: true } && (countsMissing || r.Outcome is not Outcome.Failed { Because: not null })).ToList();
        return (measured.Count(r => r.Outcome is Outcome.Failed { Rung: RungName.BelowThreshold }), measured.Count);
    }

    private static IEnumerable<TriggerEvent> Unacceptable(Trigger.UnacceptableKpiFailure unacceptable, PeriodAssessment period)
    {
        var (below, measured) = KpisBelow(period, unacceptable.CountsMissing);
        if (measured == 0 || Rational.Of(below, measured) <= unacceptable.MoreThan.Factor) yield break;
        yield return Event(unacceptable, $"more than {unacceptable.MoreThan}", null, $"More than {unacceptable.MoreThan} of the KPIs measured below their threshold", $"{below} of {measured.Counted("KPI")}", $"{below} / {measured} > {unacceptable.MoreThan}");
    }

    private static IEnumerable<TriggerEvent> Persistent(Trigger.PersistentFailure persistent, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        foreach (var result in period.Results.Where(r => r is { IsFailure: true, Indicator.IsTriggering: true }))
        {
            var code = result.Indicator.Code;
            var failures = 1 + earlier.Where(p => !IsBetweenEnds(p.Find(code))).TakeLast(persistent.WithinPeriods - 1).Count(p => p.Find(code) is { IsFailure: true });
            if (failures >= persistent.Failures)
                yield return Event(persistent, $"{persistent.Failures} in {persistent.WithinPeriods.Counted("period")}", result.Indicator.Code, $"{persistent.Failures} failures of one KPI in {persistent.WithinPeriods.Counted("period")}", result.Indicator.Code, $"{failures} >= {persistent.Failures}");
        }
    }

    /// <summary>True in a Service Period in which its Measurement Period ran on: it is none of its own.</summary>
    private static bool IsBetweenEnds(IndicatorResult? result) => result?.Outcome is Outcome.NotScored { Because: Reason.MeasurementPeriodOpen };

    private static IEnumerable<TriggerEvent> Consecutive(Trigger.ConsecutiveFailure row, PeriodAssessment period) => period.Results
        .Where(r => r is { IsFailure: true, Indicator.IsTriggering: true } && r.RunOfFailures >= row.Failures)
        .Select(r => Event(row, $"{row.Failures} in a row", r.Indicator.Code, $"{row.Failures.Counted("failure")} of one KPI in a row", r.Indicator.Code, $"{r.RunOfFailures} >= {row.Failures}"));

    private static TriggerEvent Event(Trigger trigger, string ground, string? subject, string rule, string inputs, string arithmetic) =>
        new(trigger, ground, subject, null, new(trigger.Clause, rule, inputs, arithmetic, trigger.Title));
}
