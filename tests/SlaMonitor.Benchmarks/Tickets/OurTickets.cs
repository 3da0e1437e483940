using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Benchmarks.Tickets;

/// <summary>What a contender came to: the figures of the KPI.</summary>
internal readonly record struct KpiFigures(long Of, long To);

/// <summary>Ours, as the service does it: the file as a stream, every row told with its line, the KPI with all its counts.</summary>
internal static class OurTickets
{
    /// <summary>What a child process is asked, so that its memory is its own.</summary>
    public const string MemoryVerb = "tickets-memory";

    public static KpiFigures Of(string path)
    {
        var extract = TicketContract.Extract;
        var tally = new TicketTally(TicketContract.Indicator, TicketContract.Period, TicketWords.Of(TicketContract.Period.Terms, extract));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var reading = TicketFile.Read(file, extract, TicketContract.Period.Terms, TicketFileLimits.Default, (in Ticket ticket, ITicketPlace _) => tally.Add(ticket));
        if (reading.IsRefused) throw new InvalidOperationException(string.Join("; ", reading.Problems));
        return new(tally.Counts.Good, tally.Counts.Counted);
    }
}
