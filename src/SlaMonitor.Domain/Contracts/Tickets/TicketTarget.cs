namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>How long a ticket may take. A closed set.</summary>
public abstract record TargetTime
{
    private TargetTime()
    {
    }

    /// <summary>So many minutes of the clock: service time of the calendar, or elapsed time where there is none.</summary>
    /// <param name="Calendar">By its name in the contract; null is around the clock.</param>
    public sealed record OfClock(int Minutes, string? Calendar) : TargetTime
    {
        public override string ToString() =>
            $"{(Minutes % 60 == 0 ? (Minutes / 60).Counted("hour") : Minutes.Counted("minute"))}{(Calendar is { } name ? $" of '{name}'" : " around the clock")}";
    }

    /// <summary>To the end of the so-many-th working day after the local day it came in on, that day not counted.</summary>
    public sealed record OfWorkingDays(int Days) : TargetTime
    {
        public override string ToString() => Days.Counted("working day");
    }
}

/// <summary>The target of one priority.</summary>
/// <param name="Priority">Null for all priorities that have none of their own.</param>
public sealed record TicketTarget(string? Priority, TargetTime Time);
