using System.Diagnostics;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks;

/// <summary>
/// Elapsed service time of many intervals: our clock beside the day loop one would first write and beside DuckDB, in one
/// run, with equal sums. Times are medians of several rounds in turn, so that a busy machine slows all alike.
/// </summary>
internal static class ServiceHoursBenchmark
{
    private const int Goal = 20;

    /// <returns>Whether the sums agree; the table is written either way.</returns>
    public static bool Run(int count, int rounds, TextWriter output)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var calendar = BankHolidays.Current.WorkingDays(Division.EnglandAndWales);
        var hours = new ServiceHours(WeeklyHours.Parse("Mon-Fri 08:00-18:00"), calendar);
        var intervals = Intervals.Of(count);

        var watch = Stopwatch.StartNew();
        var clock = new ServiceClock(hours, zone);
        var madeReady = watch.Elapsed;
        var loop = DayLoop.Of(calendar, zone);
        using var duck = new DuckDbPeer(hours, zone, intervals);
        var ours = new Contender<long>("our ServiceClock", () => Sum(clock, intervals));
        var theirs = new Contender<long>("NodaTime day loop", () => Sum(loop, intervals));
        var sql = new Contender<long>("DuckDB SQL", duck.TotalSeconds);
        Contender<long>[] contenders = [ours, theirs, sql];
        for (var round = 0; round <= rounds; round++)
            foreach (var contender in contenders)
                contender.RunOnce(counts: round > 0);

        output.WriteLine($"{count} intervals of {(double)ours.Result / count / 3600:F1} service hours at the mean, {hours.Week} less bank holidays, {zone.Id}; medians of {rounds} rounds.");
        output.WriteLine();
        output.WriteLine($"{"",-20}{"seconds",10}{"million/s",12}{"ours is x times",18}   sum of service seconds");
        foreach (var c in contenders)
            output.WriteLine($"{c.Name,-20}{c.Median.TotalSeconds,10:F3}{count / c.Median.TotalSeconds / 1e6,12:F2}{c.Median / ours.Median,18:F1}   {c.Result}");
        output.WriteLine();
        output.WriteLine($"Not timed: making the clock ready ({madeReady.TotalMilliseconds:F0} ms, once) and loading DuckDB's tables.");
        output.WriteLine($"At least {Goal} times the day loop: {(theirs.Median / ours.Median >= Goal ? "yes" : "NO")}. Sums equal: {(contenders.All(c => c.Result == ours.Result) ? "yes" : "NO")}.");
        return contenders.All(c => c.Result == ours.Result);
    }

    private static long Sum(ServiceClock clock, (long Start, long End)[] intervals)
    {
        var seconds = 0L;
        foreach (var (start, end) in intervals)
            seconds += Seconds(clock.Elapsed(Instant.FromUnixTimeSeconds(start), Instant.FromUnixTimeSeconds(end))!.Value);
        return seconds;
    }

    private static long Sum(DayLoop loop, (long Start, long End)[] intervals)
    {
        var seconds = 0L;
        foreach (var (start, end) in intervals)
            seconds += Seconds(loop.Elapsed(Instant.FromUnixTimeSeconds(start), Instant.FromUnixTimeSeconds(end)));
        return seconds;
    }

    private static long Seconds(Duration duration) => duration.BclCompatibleTicks / NodaConstants.TicksPerSecond;
}
