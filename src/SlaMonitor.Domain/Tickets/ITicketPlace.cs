namespace SlaMonitor.Domain.Tickets;

/// <summary>Where a ticket stands in its extract; of an event log, where its last update does. Worth something until the next ticket.</summary>
public interface ITicketPlace
{
    /// <summary>From 1.</summary>
    long Line { get; }

    string Number { get; }
}
