using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks;

/// <summary>Service hours as one would first write them with NodaTime: day by day from start to end, adding up what of each
/// day's opening hours lies between. Knows Monday to Friday 08:00 to 18:00 and a set of holidays.</summary>
internal sealed class DayLoop(DateTimeZone zone, IReadOnlySet<LocalDate> holidays)
{
    private static readonly LocalTime Opens = new(8, 0), Closes = new(18, 0);

    public static DayLoop Of(WorkingDays calendar, DateTimeZone zone) => new(
        zone,
        Enumerable.Range(calendar.Holidays.FirstYear, calendar.Holidays.LastYear - calendar.Holidays.FirstYear + 1)
            .SelectMany(year => calendar.Holidays.Of(calendar.Division, year)).Select(h => h.Date).ToHashSet());

    public Duration Elapsed(Instant start, Instant end)
    {
        var total = Duration.Zero;
        var last = end.InZone(zone).Date;
        for (var day = start.InZone(zone).Date; day <= last; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || holidays.Contains(day)) continue;
            var from = Instant.Max(start, zone.AtLeniently(day + Opens).ToInstant());
            var to = Instant.Min(end, zone.AtLeniently(day + Closes).ToInstant());
            if (to > from) total += to - from;
        }

        return total;
    }
}
