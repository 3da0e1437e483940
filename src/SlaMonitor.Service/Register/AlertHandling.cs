using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>What an officer did with an alert.</summary>
public enum HandlingKind
{
    /// <summary>Seen to: nobody else is told.</summary>
    Acknowledged,

    /// <summary>Told again on a day, to whom it was told before.</summary>
    Snoozed,

    /// <summary>Somebody else has it now.</summary>
    HandedOver,
}

/// <summary>The last thing that was done with an alert, by whom and why.</summary>
/// <param name="By">A stable id.</param>
/// <param name="Reason">In their words.</param>
/// <param name="Until">Of a snooze: the day it is told again.</param>
/// <param name="To">Of a hand-over: the recipient's id.</param>
public sealed record AlertHandling(HandlingKind Answer, string By, Instant At, string Reason, LocalDate? Until, string? To)
{
    /// <summary>Asked for a second time it is the same.</summary>
    public bool IsSameAs(AlertHandling? other) => other is not null && (Answer, By, Reason, Until, To) == (other.Answer, other.By, other.Reason, other.Until, other.To);
}
