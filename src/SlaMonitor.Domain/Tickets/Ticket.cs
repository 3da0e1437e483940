using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>
/// What is known of one ticket: when things happened to it, and which of the contract's words it has. No text and no name of anybody.
/// </summary>
public readonly record struct Ticket
{
    public Ticket()
    {
    }

    public required Moment Opened { get; init; }

    public Moment Responded { get; init; } = Moment.None;

    /// <summary>For the last time.</summary>
    public Moment Resolved { get; init; } = Moment.None;

    public Moment Closed { get; init; } = Moment.None;

    public TicketState State { get; init; }

    /// <summary>The place of its priority among <see cref="TicketWords.Priorities"/>, from 1; 0 for none of them.</summary>
    public short Priority { get; init; }

    /// <summary>As <see cref="Priority"/>, of its category, site and group.</summary>
    public short Category { get; init; }

    public short Site { get; init; }

    public short Group { get; init; }

    public short Reopened { get; init; }

    public short Reassigned { get; init; }

    public bool IsEscalated { get; init; }

    public bool IsFirstContact { get; init; }

    /// <summary>Seconds on hold in all, where the tool says so, by the clock that it is judged by.</summary>
    public long HeldSeconds { get; init; }

    /// <summary>Of an outage: how many of its users it affected; none of both where the extract does not say.</summary>
    public int Affected { get; init; }

    /// <inheritdoc cref="Affected"/>
    public int Users { get; init; }

    public bool IsMaintenance { get; init; }

    /// <summary>What only an event log tells; null of any other extract.</summary>
    public TicketPast? Past { get; init; }

    public bool StandsAsResolved => State is TicketState.Resolved or TicketState.Closed;

    /// <summary>Nothing is to be done about it any more.</summary>
    public bool IsOver => StandsAsResolved || State == TicketState.Cancelled;
}

/// <summary>What the updates of a ticket tell beyond how it stands.</summary>
/// <param name="FirstResolved">When it was resolved for the first time; none where it never was.</param>
/// <param name="FirstPriority">The priority it was opened with, as <see cref="Ticket.Priority"/>.</param>
/// <param name="PriorityChanged">When its priority was changed for the last time; none where it never was.</param>
/// <param name="Holds">When it was on hold.</param>
/// <param name="Rested">When it stood as resolved before it was opened again.</param>
public sealed record TicketPast(Moment FirstResolved, short FirstPriority, Moment PriorityChanged, Stretches Holds, Stretches Rested);
