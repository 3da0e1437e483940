using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// When a local hour at which something opens or closes comes round. One that a clock change skips is the moment of the
/// change, one that comes twice is the first of the two; so local order is kept, and the spans of a day that fill it
/// fill it in true minutes too, neither overlapping nor leaving a gap.
/// </summary>
internal static class LocalBoundaries
{
    private static readonly ZoneLocalMappingResolver Rule =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    internal static Instant StartOf(this DateTimeZone zone, LocalDate date) => zone.ResolveLocal(date.AtMidnight(), Rule).ToInstant();

    /// <summary>The spans of a local day as stretches of time; one that falls wholly into skipped hours is left out.</summary>
    internal static IEnumerable<Interval> InstantsOf(this DateTimeZone zone, LocalDate date, IReadOnlyList<DaySpan> spans) => spans
        .Select(span => new Interval(zone.InstantAt(date, span.From), zone.InstantAt(date, span.To)))
        .Where(stretch => stretch.Duration > Duration.Zero);

    private static Instant InstantAt(this DateTimeZone zone, LocalDate date, int minute) =>
        zone.ResolveLocal(date.AtMidnight().PlusMinutes(minute), Rule).ToInstant();
}
