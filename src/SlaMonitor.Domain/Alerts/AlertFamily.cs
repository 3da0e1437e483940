namespace SlaMonitor.Domain.Alerts;

/// <summary>Alerts that are told in the same form of words.</summary>
public enum AlertFamily
{
    Breach,
    Credit,
    Trigger,
    ClaimCheck,
    Decision,
    Return,
    ContractDate,
    Calendar,
}

/// <summary>When an officer must hear of something.</summary>
public enum Urgency
{
    /// <summary>A clock of the contract runs: now, whatever the hour.</summary>
    AtOnce,

    /// <summary>Nothing is lost if it waits for the next working hour.</summary>
    InWorkingHours,
}

/// <summary>What kind of thing an event is, and whether it can wait.</summary>
public static class AlertFamilies
{
    public static AlertFamily Family(this AlertEvent @event) => @event switch
    {
        AlertEvent.Breach or AlertEvent.RepeatBreach => AlertFamily.Breach,
        AlertEvent.CapReached or AlertEvent.CapNear or AlertEvent.CreditComputed or AlertEvent.CreditClaimClosing or AlertEvent.CreditUnclaimed => AlertFamily.Credit,
        AlertEvent.Trigger or AlertEvent.TriggerNear or AlertEvent.RectificationDue => AlertFamily.Trigger,
        AlertEvent.ClaimMismatch => AlertFamily.ClaimCheck,
        AlertEvent.ReliefUndecided or AlertEvent.DisputeOpen => AlertFamily.Decision,
        AlertEvent.ReturnDue or AlertEvent.ReturnDueToday or AlertEvent.ReturnOverdue or AlertEvent.ReturnRefused or AlertEvent.NothingReported => AlertFamily.Return,
        AlertEvent.NoticeDue or AlertEvent.MilestoneDue or AlertEvent.ContractEnding or AlertEvent.ContractEnded => AlertFamily.ContractDate,
        AlertEvent.CalendarChange => AlertFamily.Calendar,
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Not an event."),
    };

    public static Urgency Urgency(this AlertEvent @event) => @event switch
    {
        AlertEvent.Trigger or AlertEvent.ReturnOverdue => Alerts.Urgency.AtOnce,
        _ => Alerts.Urgency.InWorkingHours,
    };
}
