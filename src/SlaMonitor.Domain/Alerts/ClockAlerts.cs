using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>
/// Alerts that come and go with the days: returns soon due, drafts soon due, reliefs left undecided, credits not claimed yet. Each says the same on every day that it
/// stands, and which days those are is known beforehand, so that what is due is found from dates and a missed day is caught up.
/// </summary>
internal static class ClockAlerts
{
    /// <summary>How long before a return is due an officer hears of it. Local policy; no contract states it.</summary>
    public const int DaysBeforeReturn = 5;

    /// <summary>How long before a draft Rectification Plan is due. Local policy.</summary>
    public const int DaysBeforeDraft = 2;

    /// <summary>After how many working days a claim or a dispute that nobody has settled is told once more. Local policy.</summary>
    public const int DaysUndecided = 20;

    /// <summary>How long before a credit can no longer be claimed. Local policy.</summary>
    public const int DaysBeforeLastClaim = 10;

    /// <summary>An alert and the days it stands on.</summary>
    /// <param name="Until">The first day it no longer does; null where only another decision or return ends it.</param>
    internal sealed record Spell(LocalDate From, LocalDate? Until, Alert Alert)
    {
        public bool StandsOn(LocalDate day) => From <= day && (Until is not { } until || day < until);
    }

    public static IReadOnlyList<Alert> Of(IReadOnlyList<PeriodAssessment> periods, IReadOnlyList<Decision> decisions, LocalDate asOf) =>
        [.. Spells(periods, decisions).Where(s => s.StandsOn(asOf)).Select(s => s.Alert)];

    /// <summary>The days on which one of them comes or goes.</summary>
    public static IEnumerable<LocalDate> Days(IReadOnlyList<PeriodAssessment> periods, IReadOnlyList<Decision> decisions) =>
        Spells(periods, decisions).SelectMany(s => new[] { s.From, s.Until }).OfType<LocalDate>();

    private static IEnumerable<Spell> Spells(IReadOnlyList<PeriodAssessment> periods, IReadOnlyList<Decision> decisions)
    {
        var claimed = decisions.OfType<Decision.OfCredit>().Select(d => d.Month).ToHashSet();
        var received = decisions.OfType<Decision.PlanReceived>().Select(d => (d.Month, d.Indicator)).ToHashSet();
        return periods.SelectMany(p =>
            Return(p).Concat(Drafts(p).Where(d => !received.Contains((p.Period.Month, d.Alert.Subject)))).Concat(Undecided(p)).Concat(claimed.Contains(p.Period.Month) ? [] : Unclaimed(p)));
    }

    /// <summary>The day on which the return of a period is first told of; null where the day it is due is not known.</summary>
    public static LocalDate? FirstToldOf(PeriodTerms terms) => terms.ReturnDue is { } due
        ? LocalDate.Max(terms.Period.Last.PlusDays(1), terms.WorkingDays.Before(due, DaysBeforeReturn) ?? due)
        : null;

    private static IEnumerable<Spell> Return(PeriodAssessment period)
    {
        if (period.Status != ReturnStatus.Awaited || period.Terms.ReturnDue is not { } due) yield break;
        var soon = FirstToldOf(period.Terms)!.Value;
        yield return new(soon, due, New(period, AlertEvent.ReturnDue, "return", Days(DaysBeforeReturn), due, $"The return for {period.Period} is due on {due:d MMMM uuuu}."));
        yield return new(due, due.PlusDays(1), New(period, AlertEvent.ReturnDueToday, "return", null, due, $"The return for {period.Period} is due today, {due:d MMMM uuuu}."));
    }

    /// <summary>Of a failure that was told of so late, the trigger itself has just said by when.</summary>
    private static IEnumerable<Spell> Drafts(PeriodAssessment period) =>
        from trigger in period.Triggers
        where trigger is { Trigger: Trigger.RectificationPlan, Due: not null }
        let due = trigger.Due!.Value
        let soon = period.Terms.WorkingDays.Before(due, DaysBeforeDraft) ?? due
        where period.Return is { } came && came.SubmittedOn < soon
        select new Spell(soon, due.PlusDays(1), New(
            period, AlertEvent.RectificationDue, trigger.Subject!, Days(DaysBeforeDraft), due,
            $"The draft of the Rectification Plan for {trigger.Subject} is due by {due:d MMMM uuuu}, {((Trigger.RectificationPlan)trigger.Trigger).Due} after the end of {period.Period}{Clause.InBrackets(trigger.Working.Clause)}."));

    private static IEnumerable<Spell> Undecided(PeriodAssessment period)
    {
        foreach (var result in period.Results)
        {
            if (result is { Relief: null, Dispute: null }) continue;
            var of = $"{result.Indicator.Code} {result.Indicator.Title}";
            if (result.Relief is { IsOpen: true, Claimed: { } claimed } && period.Terms.WorkingDays.After(claimed.On, DaysUndecided) is { } late)
                yield return new(late, null, New(period, AlertEvent.ReliefUndecided, result.Indicator.Code, Days(DaysUndecided), null, $"{of}: the relief claimed on {claimed.On:d MMMM uuuu} has not been decided for {Days(DaysUndecided)}."));
            if (result.Dispute is { Resolved: null, Opened: { } opened } && period.Terms.WorkingDays.After(opened.On, DaysUndecided) is { } stale)
                yield return new(stale, null, New(period, AlertEvent.DisputeOpen, result.Indicator.Code, Days(DaysUndecided), null, $"{of}: the dispute opened on {opened.On:d MMMM uuuu} has not been resolved for {Days(DaysUndecided)}."));
        }
    }

    /// <summary>Of a credit of which nothing has been recorded: not that the supplier was told of it, nor anything that comes after.</summary>
    private static IEnumerable<Spell> Unclaimed(PeriodAssessment period)
    {
        if (period.Terms.Terms.Credits is not { ClaimWithin: { } within } terms || period.Credit?.Payable is not { } payable || payable <= Money.Zero) yield break;
        if (within.After(period.Period.Last, period.Terms.WorkingDays) is not { } last) yield break;
        var soon = LocalDate.Max(period.Period.Last.PlusDays(1), period.Terms.WorkingDays.Before(last, DaysBeforeLastClaim) ?? last);
        var time = $"{within} after the end of the Service Period{Clause.InBrackets(terms.Clause)}";
        yield return new(soon, last.PlusDays(1), New(
            period, AlertEvent.CreditClaimClosing, "credit", Days(DaysBeforeLastClaim), last, $"The Service Credit of {period.Period}, {payable}, can be claimed until {last:d MMMM uuuu}, {time}, and no claim is recorded."));
        yield return new(last.PlusDays(1), null, New(
            period, AlertEvent.CreditUnclaimed, "credit", null, last, $"The Service Credit of {period.Period}, {payable}, was to be claimed by {last:d MMMM uuuu}, {time}, and no claim is recorded."));
    }

    private static string Days(int count) => count.Counted("working day");

    private static Alert New(PeriodAssessment period, AlertEvent @event, string subject, string? lead, LocalDate? on, string text) =>
        new(period.Terms.Terms.Code, @event, subject, period.Period.Name, lead, on, text);
}
