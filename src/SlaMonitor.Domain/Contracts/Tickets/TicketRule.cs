namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>The moment of a ticket that decides which Service Period it belongs to.</summary>
public enum TicketMoment
{
    Resolved,
    Opened,
    Closed,
    Responded,

    /// <summary>When its target runs out.</summary>
    Due,
}

/// <summary>Whether time on hold counts towards a target.</summary>
public enum HoldRule
{
    Excluded,
    Counted,
}

/// <summary>When the clock of a ticket stops that was opened again. Other than the first needs an event log.</summary>
public enum ReopenedRule
{
    /// <summary>At its last resolution, all time from its opening counted.</summary>
    RunsOn,

    /// <summary>At its last resolution, the time in which it stood as resolved not counted.</summary>
    Resumes,

    /// <summary>At its first resolution, whatever came after.</summary>
    FirstResolution,
}

/// <summary>Which priority of a ticket decides where it was changed. Other than the last needs an event log.</summary>
public enum PriorityRule
{
    Last,
    AtOpening,
}

/// <summary>What a ticket counts as that is said to be resolved but not when.</summary>
public enum NoResolutionTime
{
    /// <summary>It is left out, and said to be.</summary>
    LeftOut,

    /// <summary>It counts as resolved when it was closed.</summary>
    AsClosed,
}

/// <summary>Which figure counts where the tickets and the supplier's own figures differ.</summary>
public enum EvidenceDecides
{
    Tickets,
    Stated,
}

/// <summary>Which tickets an indicator is about: those that have one of the words in each list that has any.</summary>
public sealed record TicketSelection(
    IReadOnlyList<string> Priorities, IReadOnlyList<string> Categories, IReadOnlyList<string> Sites, IReadOnlyList<string> Groups)
{
    public static TicketSelection All { get; } = new([], [], [], []);

    public bool IsAll => Priorities.Count + Categories.Count + Sites.Count + Groups.Count == 0;

    /// <summary>priority P1 or P2, category Incident; all tickets.</summary>
    public override string ToString() => IsAll ? "all tickets" : string.Join(", ", new[] { ("priority", Priorities), ("category", Categories), ("site", Sites), ("group", Groups) }
        .Where(l => l.Item2.Count > 0).Select(l => $"{l.Item1} {string.Join(" or ", l.Item2)}"));
}

/// <summary>How an indicator's figures are counted from a ticket extract, so that nobody has to take the supplier's word for them.</summary>
public sealed record TicketRule
{
    /// <summary>The extract, by its name in the contract.</summary>
    public required string Extract { get; init; }

    public required TicketQuestion Counts { get; init; }

    public TicketSelection Where { get; init; } = TicketSelection.All;

    /// <summary>By priority. Empty where the question has no target.</summary>
    public IReadOnlyList<TicketTarget> Targets { get; init; } = [];

    /// <summary>The service hours in which a time to resolve or respond is reckoned, by their name in the contract; null is around the clock.</summary>
    public string? Clock { get; init; }

    public TicketMoment BelongsTo { get; init; }

    public HoldRule Holds { get; init; }

    public ReopenedRule Reopened { get; init; }

    public PriorityRule Priority { get; init; }

    public NoResolutionTime WithoutResolution { get; init; }

    /// <summary>Whether cancelled tickets count like others.</summary>
    public bool CountsCancelled { get; init; }

    /// <summary>A ticket passed on more often than this is one reassigned.</summary>
    public int ReassignedOver { get; init; } = 1;

    /// <summary>A ticket open for more than so many days at the end of the period is open long.</summary>
    public int OpenOverDays { get; init; } = 7;

    public EvidenceDecides Decides { get; init; }

    /// <summary>The target of a priority: its own, or that of all others; null where there is none.</summary>
    public TargetTime? TargetOf(string? priority) =>
        (Targets.FirstOrDefault(t => t.Priority == priority) ?? Targets.FirstOrDefault(t => t.Priority is null))?.Time;

    public bool HasTarget => Counts is TicketQuestion.ResolvedInTarget or TicketQuestion.RespondedInTarget or TicketQuestion.OpenOverdue;

    /// <summary>True where it is about the first answer and not the resolution.</summary>
    public bool IsOfResponse => Counts is TicketQuestion.RespondedInTarget or TicketQuestion.TimeToRespond;

    /// <summary>True where how long a ticket took matters.</summary>
    public bool HasTime => HasTarget || Counts is TicketQuestion.TimeToResolve or TicketQuestion.TimeToRespond;

    public bool IsStock => Counts is TicketQuestion.Open or TicketQuestion.OpenLong or TicketQuestion.OpenOverdue;
}
