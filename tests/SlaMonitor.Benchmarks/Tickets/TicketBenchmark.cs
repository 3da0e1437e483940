using System.Diagnostics;

namespace SlaMonitor.Benchmarks.Tickets;

/// <summary>
/// A KPI from a file of tickets: ours, streamed on one thread, beside the CSV library's bare parse and beside DuckDB, in one run, with equal
/// figures. Times are medians of several rounds in turn; our memory is that of a process of its own.
/// </summary>
internal static class TicketBenchmark
{
    private const double MostOfFloor = 1.3, LeastOfDuckDb = 8;
    private const long MostBytes = 150L * 1024 * 1024;

    /// <returns>Whether the figures agree; the table is written either way.</returns>
    public static bool Run(int tickets, int rounds, TextWriter output)
    {
        var inOrder = Run(tickets, inOrder: true, rounds, output);
        output.WriteLine();
        return Run(tickets, inOrder: false, rounds, output) & inOrder;
    }

    private static bool Run(int tickets, bool inOrder, int rounds, TextWriter output)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sla-tickets-{Environment.ProcessId}.csv");
        try
        {
            ExtractFile.Write(path, tickets, inOrder);
            output.WriteLine(inOrder ? "Tickets in the order they were opened, as tools export them." : "Tickets in no order.");
            return Run(path, tickets, rounds, output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Run(string path, int tickets, int rounds, TextWriter output)
    {
        using var duck = new DuckDbTickets(path, TicketContract.Period.Terms.Draft.Calendars[0].ServiceHours(TicketContract.Period.WorkingDays));
        var ours = new Contender<KpiFigures>("ours, one thread", () => OurTickets.Of(path));
        var bare = new Contender<KpiFigures>("CsvHelper, bare parse", () => new(BareParse.Of(path), 0));
        var sql = new Contender<KpiFigures>("DuckDB SQL", duck.Figures);
        Contender<KpiFigures>[] contenders = [ours, bare, sql];
        for (var round = 0; round <= rounds; round++)
            foreach (var contender in contenders)
                contender.RunOnce(counts: round > 0);
        var (bytes, small) = (PeakOf(path), Peak(tickets / 10));

        output.WriteLine($"{tickets} tickets in {new FileInfo(path).Length / 1e6:F0} MB: {ours.Result.Of} of {ours.Result.To} resolved in their target; medians of {rounds} rounds.");
        output.WriteLine();
        output.WriteLine($"{"",-24}{"seconds",10}{"million/s",12}{"x ours",10}");
        foreach (var c in contenders) output.WriteLine($"{c.Name,-24}{c.Median.TotalSeconds,10:F3}{tickets / c.Median.TotalSeconds / 1e6,12:F2}{c.Median / ours.Median,10:F2}");
        output.WriteLine();
        output.WriteLine($"Peak memory of a process of ours alone: {bytes / 1048576.0:F0} MiB, with a tenth of the tickets {small / 1048576.0:F0} MiB.");
        output.WriteLine($"At most {MostOfFloor} times the bare parse: {Yes(ours.Median / bare.Median <= MostOfFloor)} ({ours.Median / bare.Median:F2}). At least {LeastOfDuckDb} times DuckDB: {Yes(sql.Median / ours.Median >= LeastOfDuckDb)} ({sql.Median / ours.Median:F1}). Under 150 MiB: {Yes(bytes < MostBytes)}. Figures equal: {Yes(sql.Result == ours.Result)}.");
        return sql.Result == ours.Result;
    }

    private static long Peak(int tickets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sla-tickets-{Environment.ProcessId}-small.csv");
        try
        {
            ExtractFile.Write(path, tickets, inOrder: true);
            return PeakOf(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>In bytes.</summary>
    private static long PeakOf(string path)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [OurTickets.MemoryVerb, path]) { RedirectStandardOutput = true })!;
        var peak = long.Parse(child.StandardOutput.ReadToEnd());
        child.WaitForExit();
        return peak;
    }

    private static string Yes(bool isSo) => isSo ? "yes" : "NO";
}
