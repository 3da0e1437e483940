using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>What people are told by a message of its own, and what they find on screen, because another message says it already.</summary>
public static class WorthAMessage
{
    /// <summary>What follows from a return that has not come the message that it is overdue says, once for all of it. Its key says that it is for
    /// want of the return, so that the same failure by figures is another event, and told.</summary>
    public static bool IsToldWithReturn(PeriodAssessment period, Alert alert) => period.Status == ReturnStatus.Overdue
        && alert.Event is AlertEvent.Breach or AlertEvent.RepeatBreach or AlertEvent.CapReached or AlertEvent.CreditComputed or AlertEvent.Trigger;

    /// <summary>A trigger that the period before had reached as well. A Rectification Plan is due for each failure anew.</summary>
    public static bool IsReachedAgain(PeriodAssessment? before, PeriodAssessment period, Alert alert) =>
        alert.Event == AlertEvent.Trigger && before is not null && before.Status != ReturnStatus.Overdue
        && period.Triggers.Where(t => PeriodAlerts.SubjectOf(t) == alert.Subject).All(t => t.Trigger is not Trigger.RectificationPlan)
        && before.Triggers.Any(t => PeriodAlerts.SubjectOf(t) == alert.Subject);
}
