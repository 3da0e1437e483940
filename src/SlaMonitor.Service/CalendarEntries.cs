using NodaTime;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What calendars are told of a contract's dates, from what they were told before. Pure. It is kept with each assessment, so that
/// sequences only ever rise.</summary>
public static class CalendarEntries
{
    /// <summary>A date ahead is told; one that moves is told again; one that falls away while it still lies ahead is withdrawn. What has
    /// passed stays as it was told, and what had passed before is not told.</summary>
    /// <param name="before">By key; none before the first assessment.</param>
    /// <param name="asOf">The day the dates are looked at on.</param>
    /// <returns>By key.</returns>
    public static IReadOnlyList<CalendarEntry> Next(IReadOnlyList<CalendarEntry> before, IEnumerable<KeyDate> dates, LocalDate asOf, Instant now)
    {
        var next = before.ToDictionary(e => e.Key);
        var ahead = dates.Where(d => d.IsAhead && (d.IsDeadline || d.Kind == KeyDateKind.CurrentEnd)).Select(d => Told(d, now)).ToDictionary(e => e.Key);
        foreach (var entry in ahead.Values)
        {
            if (!next.TryGetValue(entry.Key, out var told)) next[entry.Key] = entry;
            else if (!told.SaysTheSameAs(entry)) next[entry.Key] = entry with { Sequence = told.Sequence + 1 };
        }

        foreach (var told in before.Where(e => !e.IsWithdrawn && e.Day >= asOf && !ahead.ContainsKey(e.Key)))
            next[told.Key] = told with { IsWithdrawn = true, Sequence = told.Sequence + 1, ChangedAt = now };
        return [.. next.Values.OrderBy(e => e.Key, StringComparer.Ordinal)];
    }

    private static CalendarEntry Told(KeyDate date, Instant now) => new(date.Key, Title(date), Note(date), date.AlertsBy!.Value, 0, false, now);

    private static string Title(KeyDate date) => date.Kind == KeyDateKind.CurrentEnd ? "Contract ends" : $"{date.Title}{(date.CutOff is { } time ? $" by {time:HH:mm}" : "")}";

    private static string Note(KeyDate date) => string.Join(' ', new[]
    {
        $"Source: {date.Source}.",
        date.Kind == KeyDateKind.CurrentEnd ? "The last day, that day included." : "",
        date.LastDay is { } last && last != date.Day && date.Day is not null ? $"The last safe day; the last day is {last:d MMMM uuuu}." : "",
        date.NotKnown is { } why ? $"The last day; the safe day cannot be told, as {why}." : "",
        date.IsMonthOnly ? "It rests on a date known to the month only." : "",
    }.Where(s => s.Length > 0));
}
