namespace SlaMonitor.Domain.Tickets;

/// <summary>What a ticket is to an indicator in one Service Period.</summary>
public enum TicketStanding
{
    Counted,

    /// <summary>Past its target and open at the end of the period: counted as failed beside the others, where the contract says so.</summary>
    OpenOverdue,

    /// <summary>It belongs to another period, or to none yet.</summary>
    OtherPeriod,

    /// <summary>The indicator is about other tickets.</summary>
    NotSelected,

    Cancelled,

    /// <summary>It stands as resolved, but the extract does not say when.</summary>
    WithoutResolution,

    /// <summary>There is no target for its priority.</summary>
    WithoutTarget,

    /// <summary>The bank holidays needed are not known.</summary>
    NotKnown,
}

/// <summary>How one ticket counts, and why.</summary>
/// <param name="IsGood">Where it counts, whether it is one of the good ones.</param>
/// <param name="Seconds">Where a time was reckoned, what it took; -1 where none was.</param>
/// <param name="Limit">Where it has a target in time of a clock, that target in seconds; -1 where it has none.</param>
public readonly record struct TicketVerdict(TicketStanding Standing, bool IsGood, long Seconds, long Limit)
{
    public static TicketVerdict Of(TicketStanding standing) => new(standing, false, -1, -1);

    public static TicketVerdict Counted(bool isGood) => new(TicketStanding.Counted, isGood, -1, -1);

    public bool Counts => Standing is TicketStanding.Counted or TicketStanding.OpenOverdue;

    /// <summary>Good after 6 h 12 min of 8 h; of another period.</summary>
    public string InWords() => Standing switch
    {
        TicketStanding.Counted => $"{(Limit < 0 && Seconds >= 0 ? "counted" : IsGood ? "good" : "not good")}{Took}",
        TicketStanding.OpenOverdue => $"open and overdue{Took}",
        TicketStanding.OtherPeriod => "of another period",
        TicketStanding.NotSelected => "of another kind",
        TicketStanding.Cancelled => "cancelled",
        TicketStanding.WithoutResolution => "resolved, but not said when",
        TicketStanding.WithoutTarget => "without a target",
        _ => "not to be timed",
    };

    private string Took => Seconds < 0 ? "" : Limit < 0 ? $" with {Length(Seconds)}" : $" after {Length(Seconds)} of {Length(Limit)}";

    private static string Length(long seconds) => (seconds / 3_600, seconds % 3_600 / 60, seconds % 60) switch
    {
        (0, var minutes, 0) => $"{minutes} min",
        (var hours, 0, 0) => $"{hours} h",
        (var hours, var minutes, 0) => $"{hours} h {minutes} min",
        var (hours, minutes, rest) => $"{hours} h {minutes} min {rest} s",
    };
}
