namespace SlaMonitor.Domain.Tickets;

/// <summary>How the tickets of an extract stood to one indicator in one Service Period. Counts add up over extracts.</summary>
/// <param name="Counted">Those the level is over, cases overdue and still open not among them.</param>
/// <param name="Good">Those of them that count as good.</param>
/// <param name="Seconds">What they took in all, where that was reckoned.</param>
/// <param name="JustInTime">Those of them that used up the last twentieth of their target.</param>
/// <param name="JustLate">Those of them that failed by no more than a twentieth of their target.</param>
/// <param name="Lowered">Tickets whose priority was lowered, and that would have failed by the one they were opened with: in time now, or not counted.</param>
/// <param name="Paused">Those of them with time that did not count: on hold.</param>
public sealed record TicketCounts(
    long Counted, long Good, long Seconds, long OpenOverdue, long OtherPeriod, long NotSelected, long Cancelled,
    long WithoutResolution, long WithoutTarget, long NotKnown, long JustInTime, long JustLate, long Lowered, long Paused)
{
    public long All => Counted + OpenOverdue + OtherPeriod + NotSelected + Cancelled + WithoutResolution + WithoutTarget + NotKnown;
}
