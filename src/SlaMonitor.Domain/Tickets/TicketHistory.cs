using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>One row of an event log: a ticket as it stood after an update.</summary>
/// <param name="At">When it was updated.</param>
/// <param name="Order">The place among its ticket's updates; a later row of the file comes after an earlier one of the same place.</param>
/// <param name="After">What the row says of the ticket.</param>
public readonly record struct TicketUpdate(Moment At, long Order, Ticket After);

/// <summary>Makes one ticket of its updates: the last one says how it stands, and all of them what happened to it.</summary>
public static class TicketHistory
{
    /// <param name="updates">Of one ticket, at least one, in the order of the file.</param>
    public static Ticket Of(IEnumerable<TicketUpdate> updates)
    {
        var ordered = updates.OrderBy(u => u.Order).ThenBy(u => u.At).ToList();
        var last = ordered[^1].After;
        var spans = Spans(ordered);
        var reopenings = Reopenings(ordered);
        var resolved = last.StandsAsResolved ? last.Resolved : Moment.None;
        return last with
        {
            Resolved = resolved,
            Reopened = Math.Max(last.Reopened, (short)Math.Min(reopenings, short.MaxValue)),
            Past = new(
                FirstResolved(ordered, resolved, reopenings),
                ordered[0].After.Priority,
                PriorityChanged(ordered),
                Stretches.Of(spans.Where(s => s.State == TicketState.OnHold).Select(s => s.Span)),
                Stretches.Of(spans.Where(s => s.State is TicketState.Resolved or TicketState.Closed && s.IsLeft).Select(s => s.Span))),
        };
    }

    /// <summary>How long it stood in each state; the last goes on. A row tells what the ticket is from its time on.</summary>
    private static List<(TicketState State, Interval Span, bool IsLeft)> Spans(List<TicketUpdate> ordered)
    {
        var spans = new List<(TicketState, Interval, bool)>();
        for (var i = 0; i < ordered.Count; i++)
        {
            var isLast = i == ordered.Count - 1;
            if (!ordered[i].At.Exists || (!isLast && ordered[i + 1].At <= ordered[i].At)) continue;
            Instant? end = isLast ? null : ordered[i + 1].At.ToInstant();
            spans.Add((ordered[i].After.State, new(ordered[i].At.ToInstant(), end), !isLast && LeavesFor(ordered, i)));
        }

        return spans;
    }

    /// <summary>Whether the ticket is open again at some later update.</summary>
    private static bool LeavesFor(List<TicketUpdate> ordered, int from) => ordered.Skip(from + 1).Any(u => u.After.State is TicketState.Open or TicketState.OnHold);

    private static int Reopenings(List<TicketUpdate> ordered) => ordered.Zip(ordered.Skip(1))
        .Count(p => p.First.After.StandsAsResolved && p.Second.After.State is TicketState.Open or TicketState.OnHold);

    /// <summary>Where it was never opened again, the resolution that the tool gives; else when it first stood as resolved.</summary>
    private static Moment FirstResolved(List<TicketUpdate> ordered, Moment resolved, int reopenings) =>
        reopenings == 0 ? resolved : ordered.Find(u => u.After.StandsAsResolved).At;

    private static Moment PriorityChanged(List<TicketUpdate> ordered)
    {
        for (var i = ordered.Count - 1; i > 0; i--)
            if (ordered[i].After.Priority != ordered[i - 1].After.Priority)
                return ordered[i].At;
        return Moment.None;
    }
}
