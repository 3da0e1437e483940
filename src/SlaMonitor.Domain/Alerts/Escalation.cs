using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Alerts;

/// <summary>
/// Who hears next of an alert that nobody has acknowledged: after the contract's manager the deputy, then the team, then whom it is escalated
/// to. Decided from dates alone: whoever looks a week late finds the same, and one step is made at a time, so that each has the days to
/// answer.
/// </summary>
public static class Escalation
{
    /// <summary>How many working days somebody has to acknowledge. Local policy; no contract states it.</summary>
    public const int DaysToAnswer = 5;

    /// <summary>In whose place others are told, the first who are there.</summary>
    public static IReadOnlyList<OfficerRole> Order { get; } = [OfficerRole.ContractManager, OfficerRole.Deputy, OfficerRole.TeamMailbox, OfficerRole.EscalationOwner];

    /// <summary>Only what somebody has to act on in time, lest one failure more become four mails.</summary>
    public static bool Concerns(AlertEvent @event) => @event switch
    {
        AlertEvent.Trigger or AlertEvent.CreditClaimClosing or AlertEvent.RectificationDue or AlertEvent.ReturnOverdue or AlertEvent.ReliefUndecided => true,
        AlertEvent.ContractEnded => false,
        _ => @event.Family() == AlertFamily.ContractDate,
    };

    /// <summary>The first day on which the next is told.</summary>
    /// <param name="told">The day the one before was told.</param>
    public static LocalDate DueAfter(LocalDate told, WorkingDays workingDays) =>
        workingDays.After(told, DaysToAnswer) ?? told.PlusWeeks(DaysToAnswer / 5);

    /// <returns>Null where nobody comes after.</returns>
    public static OfficerRole? Next(OfficerRole told, Func<OfficerRole, bool> isNamed) =>
        Order.SkipWhile(role => role != told).Skip(1).Cast<OfficerRole?>().FirstOrDefault(role => isNamed(role!.Value));
}
