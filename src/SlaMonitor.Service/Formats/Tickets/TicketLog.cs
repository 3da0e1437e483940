using System.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>The tickets of an event log while it is read: each keeps its last update and what changed its state or priority, about 400 bytes and
/// 24 more for each such change, however many rows there are.</summary>
internal sealed class TicketLog
{
    private readonly Dictionary<string, Entry> _tickets = [];
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _byNumber;

    public TicketLog() => _byNumber = _tickets.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="number">Short, as a ticket's number is.</param>
    public void Add(ReadOnlySpan<byte> number, long line, Moment updated, long order, in Ticket after)
    {
        Span<char> buffer = stackalloc char[number.Length];
        var name = buffer[..Encoding.UTF8.GetChars(number, buffer)];
        if (!_byNumber.TryGetValue(name, out var entry)) _byNumber[name] = entry = new();
        entry.Line = line;
        entry.History.Add(updated, order, after);
    }

    /// <summary>In the order in which the tickets first came.</summary>
    public void ForEach(TicketTaken taken)
    {
        foreach (var (number, entry) in _tickets) taken(entry.History.Ticket, new Place(entry.Line, number));
    }

    private sealed record Place(long Line, string Number) : ITicketPlace;

    private sealed class Entry
    {
        public TicketHistory History { get; } = new();

        public long Line { get; set; }
    }
}
