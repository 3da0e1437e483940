using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Alerts;

public enum AlertEvent
{
    Breach,
    RepeatBreach,
    CapReached,
    CapNear,
    CreditComputed,
    CreditClaimClosing,
    CreditUnclaimed,
    Trigger,
    TriggerNear,
    RectificationDue,
    ClaimMismatch,
    ReliefUndecided,
    DisputeOpen,
    ReturnDue,
    ReturnDueToday,
    ReturnOverdue,
    NothingReported,
    ReturnRefused,
    NoticeDue,
    MilestoneDue,
    ContractEnding,
    ContractEnded,
    CalendarChange,
}

/// <summary>Something an officer must hear of.</summary>
/// <param name="Subject">What it is about: an indicator's code, a trigger, the contract's end.</param>
/// <param name="Of">The period, or the version of the date, that it is of.</param>
/// <param name="LeadTime">What tells apart events of one subject and period: how long before a date it speaks; of a breach its rung, so that
/// one that moves from minor to severe is another event.</param>
/// <param name="On">The day by which something is due, or on which something happens; null where no day matters.</param>
/// <param name="Text">One sentence.</param>
public sealed record Alert(string Contract, AlertEvent Event, string Subject, string Of, string? LeadTime, LocalDate? On, string Text)
{
    /// <summary>The natural key: the same event has the same key however often it is looked at.</summary>
    public string Key => string.Join('/', new[] { Contract, Event.Key(), Subject, Of, LeadTime }.OfType<string>());
}
