using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>Turns the results of one period into alerts.</summary>
internal static class PeriodAlerts
{
    /// <summary>None of them depends on the day looked at but by what has become of the period by then, so that the same alert reads
    /// the same every day.</summary>
    public static IReadOnlyList<Alert> Of(PeriodAssessment period) =>
        [.. All(period).Select(a => WorthAMessage.IsToldWithReturn(period, a) ? a with { LeadTime = a.LeadTime is null ? ForWantOfReturn : $"{a.LeadTime}, {ForWantOfReturn}" } : a)];

    private const string ForWantOfReturn = "return missing";

    private static IReadOnlyList<Alert> All(PeriodAssessment period) =>
    [
        .. period.Results.Where(r => r.IsFailure).Select(r => Breach(period, r)),
        .. period.Results.Where(r => r.Mismatch is not null).Select(r => Mismatch(period, r)),
        .. period.Credit is { CapMet: { } step } credit ? [CapReached(period, credit, step)] : Array.Empty<Alert>(),
        .. Computed(period),
        .. period.Triggers.Select(t => Triggered(period, t)),
        .. period.Results.Where(r => r.Relief is { IsOpen: true }).Select(r => ReliefUndecided(period, r)),
        .. period.Results.Where(r => r.Dispute is { Resolved: null }).Select(r => DisputeOpen(period, r)),
        .. Return(period),
        .. period.Return is { } said && NothingReported.In(said.Figures) ? [Nothing(period, said)] : Array.Empty<Alert>(),
    ];

    private static Alert Breach(PeriodAssessment period, IndicatorResult result)
    {
        var indicator = result.Indicator;
        var shown = result.Shown is { } level ? $" {level}," : "";
        var points = result.Points > 0 ? $", {result.Points.Counted("Service Point")}" : "";
        var repeat = result.RepeatFactor > 1 ? $" ({Words.RunInWords(result.RunOfFailures, result.RepeatFactor)})" : "";
        return New(period, result.RepeatFactor > 1 ? AlertEvent.RepeatBreach : AlertEvent.Breach, indicator.Code, null, $"{indicator.Code} {indicator.Title}:{shown} {result.Outcome.InWords()}{points}{repeat}.") with
        {
            LeadTime = result.Outcome is Outcome.Failed failed ? failed.Rung.Key() : null,
        };
    }

    private static Alert Mismatch(PeriodAssessment period, IndicatorResult result)
    {
        var mismatch = result.Mismatch!;
        var indicator = result.Indicator;
        return New(period, AlertEvent.ClaimMismatch, indicator.Code, null, $"{indicator.Code} {indicator.Title}: stated {mismatch.ShowStated(indicator)}, recomputed {mismatch.ShowRecomputed(indicator)}{(mismatch.Reconciling is { } other ? $"; the stated figure is {other.Formula}" : "")}.");
    }

    private static Alert CapReached(PeriodAssessment period, ServiceCreditStatement credit, CapStep step)
    {
        var before = step.Used.Sign > 0 ? $", with {WorkingFigure.Pounds(step.Used)} accrued before it," : "";
        return New(period, AlertEvent.CapReached, $"cap {step.Cap.At}", null, step.After.IsZero
            ? $"The cap of {step.Cap.At} of {step.BaseInWords} leaves nothing of the Service Credit: {WorkingFigure.Pounds(step.Used)} accrued before it."
            : $"The Service Credit of {credit.Credited}{before} reaches the cap of {step.Cap.At} of {step.BaseInWords}.");
    }

    private static Alert Triggered(PeriodAssessment period, TriggerEvent trigger) =>
        New(period, AlertEvent.Trigger, SubjectOf(trigger), trigger.Due, $"{trigger.Working.Outcome}{(trigger.Subject is { } subject ? $" for {subject}" : "")}: {trigger.Working.Rule} ({trigger.Working.Arithmetic}).");

    internal static string SubjectOf(TriggerEvent trigger) =>
        $"{TriggerChecks.TriggerKey(trigger.Trigger)} {trigger.Ground}{(trigger.Subject is { } code ? $" {code}" : "")}";

    private static Alert ReliefUndecided(PeriodAssessment period, IndicatorResult result) =>
        New(period, AlertEvent.ReliefUndecided, result.Indicator.Code, null, $"{result.Indicator.Code} {result.Indicator.Title}: the relief claimed on {result.Relief!.Claimed!.On:d MMMM uuuu} is not decided.");

    private static Alert DisputeOpen(PeriodAssessment period, IndicatorResult result) =>
        New(period, AlertEvent.DisputeOpen, result.Indicator.Code, null, $"{result.Indicator.Code} {result.Indicator.Title}: the result is disputed since {result.Dispute!.Opened.On:d MMMM uuuu}.");

    private static IEnumerable<Alert> Return(PeriodAssessment period)
    {
        if (period.Terms.ReturnDue is not { } due) yield break;
        if (period.Status == ReturnStatus.Overdue)
            yield return New(period, AlertEvent.ReturnOverdue, "return", due, $"The return for {period.Period} was due on {due:d MMMM uuuu} and has not come. {WhatAbsenceMeans(period.Terms.Terms.Returns)}{WhatItComesTo(period)}");
    }

    private static string WhatAbsenceMeans(ReturnTerms terms) =>
        (terms.WhenMissing switch
        {
            Absence.WorstRung => "While it is missing, each KPI counts as failed at its worst rung",
            Absence.Zero => "While it is missing, each level counts as zero",
            Absence.NotScored => "While it is missing, nothing is scored",
            _ => "The contract does not say what its absence means",
        }) + $"{Clause.InBrackets(terms.Clause)}.";

    private static string WhatItComesTo(PeriodAssessment period)
    {
        var credit = period.Credit is { Payable: { } payable } && payable > Money.Zero ? $" and a Service Credit of {payable}" : "";
        var sums = period.Points > 0 ? $" That is {period.Points.Counted("Service Point")}{credit}." : "";
        var triggers = period.Triggers.GroupBy(t => t.Trigger.Title).Select(g => g.Any(t => t.Subject is not null) ? $"{g.Key} ({string.Join(", ", g.Select(t => t.Subject).Distinct())})" : g.Key).ToList();
        return sums + (triggers.Count > 0 ? $" It reaches: {string.Join("; ", triggers)}." : "");
    }

    /// <summary>The sum is part of the key: a credit that comes to something else is another event.</summary>
    private static IEnumerable<Alert> Computed(PeriodAssessment period)
    {
        if (period.Credit is not { Payable: { } payable } credit || payable == Money.Zero || period.OpenPoints is not null) yield break;
        var points = credit.Points > 0 ? $"{credit.Points.Counted("Service Point")}: " : "";
        yield return New(period, AlertEvent.CreditComputed, "credit", null, $"Service Credit of {period.Period}: {points}{credit.InWords()}.") with { LeadTime = payable.ToPlainText() };
    }

    private static Alert Nothing(PeriodAssessment period, SupplierReturn said) =>
        New(period, AlertEvent.NothingReported, "return", null, $"The return for {period.Period} reports nothing: {NothingReported.InWords(period.Terms, said.Figures)}.");

    private static Alert New(PeriodAssessment period, AlertEvent @event, string subject, LocalDate? on, string text) =>
        new(period.Terms.Terms.Code, @event, subject, period.Period.Name, null, on, text);
}
