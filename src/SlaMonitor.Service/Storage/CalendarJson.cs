using System.Text.Json;
using NodaTime.Text;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Calendar entries as they are kept in rows of the index.</summary>
internal static class CalendarJson
{
    private sealed record Line(string Key, string Title, string Note, string Day, int Sequence, bool IsWithdrawn, string ChangedAt);

    public static string Write(IReadOnlyList<CalendarEntry> entries) => JsonSerializer.Serialize(entries.Select(e =>
        new Line(e.Key, e.Title, e.Note, LocalDatePattern.Iso.Format(e.Day), e.Sequence, e.IsWithdrawn, InstantPattern.ExtendedIso.Format(e.ChangedAt))));

    public static IReadOnlyList<CalendarEntry> Read(string? json) => json is null ? [] : [.. JsonSerializer.Deserialize<Line[]>(json)!.Select(l =>
        new CalendarEntry(l.Key, l.Title, l.Note, LocalDatePattern.Iso.Parse(l.Day).Value, l.Sequence, l.IsWithdrawn, InstantPattern.ExtendedIso.Parse(l.ChangedAt).Value))];
}
