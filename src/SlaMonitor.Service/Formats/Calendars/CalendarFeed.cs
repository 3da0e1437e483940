using System.Globalization;
using NodaTime;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Formats.Calendars;

/// <summary>The dates of one contract for a calendar.</summary>
public sealed record FeedContract(string Code, string Title, IReadOnlyList<CalendarEntry> Entries);

/// <summary>Dates of contracts as iCalendar (RFC 5545): all-day events, whose end is the day after. The same entries give the same bytes.</summary>
public static class CalendarFeed
{
    public const string ContentType = "text/calendar";

    private static readonly string[] Head =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SLA Monitor//Contract dates 1//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];

    /// <param name="name">What calendars call it.</param>
    public static string Write(string name, IEnumerable<FeedContract> contracts)
    {
        var text = new CalendarText();
        foreach (var line in Head) text.Line(line);
        text.Text("X-WR-CALNAME", name);
        text.Line("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        text.Line("X-PUBLISHED-TTL:PT12H");
        foreach (var contract in contracts.OrderBy(c => c.Code, StringComparer.Ordinal))
            foreach (var entry in contract.Entries) Event(text, contract, entry);
        text.Line("END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>The same for the same date of the same contract, whatever day it falls on.</summary>
    public static string UidOf(string contract, string key) => $"{ContentHash.Of($"{contract}\n{key}")[..32]}@sla-monitor";

    private static void Event(CalendarText text, FeedContract contract, CalendarEntry entry)
    {
        text.Line("BEGIN:VEVENT");
        text.Line($"UID:{UidOf(contract.Code, entry.Key)}");
        text.Line($"DTSTAMP:{At(entry.ChangedAt)}");
        text.Line($"LAST-MODIFIED:{At(entry.ChangedAt)}");
        text.Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        text.Line($"STATUS:{(entry.IsWithdrawn ? "CANCELLED" : "CONFIRMED")}");
        text.Line($"DTSTART;VALUE=DATE:{On(entry.Day)}");
        text.Line($"DTEND;VALUE=DATE:{On(entry.Day.PlusDays(1))}");
        text.Text("SUMMARY", $"{entry.Title} - {contract.Title} ({contract.Code})");
        text.Text("DESCRIPTION", entry.IsWithdrawn ? $"Withdrawn: no date of the contract any more. {entry.Note}" : entry.Note);
        text.Line("TRANSP:TRANSPARENT");
        text.Line("END:VEVENT");
    }

    private static string On(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string At(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
