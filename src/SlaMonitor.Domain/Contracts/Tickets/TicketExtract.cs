using NodaTime;

namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>What one row of an extract is.</summary>
public enum TicketRows
{
    /// <summary>A ticket as it stands.</summary>
    OnePerTicket,

    /// <summary>An update of a ticket: its last row counts, and its rows together give holds, reopenings and changes of priority.</summary>
    OnePerUpdate,
}

/// <summary>What a column of an extract holds. Names are those of contract files.</summary>
public enum TicketColumn
{
    Number,
    State,
    Priority,
    Category,
    Site,
    Group,
    Opened,
    Responded,
    Resolved,
    Closed,

    /// <summary>When a row of an event log was written.</summary>
    Updated,

    /// <summary>The place of a row of an event log among those of its ticket: a number that rises.</summary>
    Update,
    Reopened,
    Reassigned,
    Escalated,

    /// <summary>Yes where it was resolved by whoever took it first.</summary>
    FirstContact,

    /// <summary>How long the clock was paused in all.</summary>
    Held,

    /// <summary>Of an outage: how many users it affected.</summary>
    Affected,

    /// <summary>Of an outage: how many users there are.</summary>
    Users,

    /// <summary>Of an outage: yes where it was maintenance.</summary>
    Maintenance,
}

public enum TicketState
{
    Open,
    OnHold,
    Resolved,
    Closed,
    Cancelled,
}

/// <summary>What a length of time in a column is counted in.</summary>
public enum HeldIn
{
    Seconds,
    Minutes,
    Hours,
}

/// <summary>The preset that an extract begins with; what the contract says besides replaces parts of it.</summary>
public enum TicketForm
{
    Plain,
    ServiceNowIncidents,
    ServiceNowEventLog,
    ServiceNowTaskSla,
    ServiceNowOutages,
}

/// <summary>
/// How the columns of a tool's export are to be read. Only what is named here is read of a row, and of words only those that the
/// contract names are told apart: no person's name can get into what is kept.
/// </summary>
public sealed record TicketExtract
{
    public required string Name { get; init; }

    public TicketForm Form { get; init; }

    public TicketRows Rows { get; init; }

    /// <summary>The name of the column in the file's header, for each that is read.</summary>
    public IReadOnlyDictionary<TicketColumn, string> Columns { get; init; } = new Dictionary<TicketColumn, string>();

    /// <summary>Those of the columns that a file may do without where no rule asks for them: the preset has them, the contract says nothing of them.</summary>
    public IReadOnlyCollection<TicketColumn> Optional { get; init; } = [];

    /// <summary>How times are written, such as <c>yyyy-MM-dd HH:mm:ss</c> or <c>dd-MM-yyyy HH:mm</c>; see <see cref="TicketTimeFormat"/>.</summary>
    public string Times { get; init; } = TicketTimeFormat.Default;

    /// <summary>The zone that times without an offset are in; null is the contract's.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>What stands for nothing besides an empty cell.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>The tool's words for each state.</summary>
    public IReadOnlyDictionary<string, TicketState> States { get; init; } = new Dictionary<string, TicketState>();

    /// <summary>The tool's words for each priority of the contract, the most urgent first; empty where the contract uses the tool's words.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Priorities { get; init; } = [];

    public HeldIn HeldIn { get; init; }

    /// <summary>The tool's words for maintenance in its column; empty where that says yes or no.</summary>
    public IReadOnlyList<string> MaintenanceWords { get; init; } = [];

    /// <summary>Whether a ticket that comes twice is looked for. It costs memory for each ticket; an event log is told apart in any case.</summary>
    public bool FindsDuplicates { get; init; } = true;
}
