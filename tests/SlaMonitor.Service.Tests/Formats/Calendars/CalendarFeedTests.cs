using System.Text;
using CsCheck;
using NodaTime;
using SlaMonitor.Service.Formats.Calendars;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Formats.Calendars;

/// <summary>Feeds, read back by a library that is not ours.</summary>
public class CalendarFeedTests
{
    private static readonly Instant Changed = Instant.FromUtc(2026, 2, 10, 9, 0);

    [Fact]
    public void An_event_to_the_letter() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//SLA Monitor//Contract dates 1//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:Help desk (my-first)
        REFRESH-INTERVAL;VALUE=DURATION:PT12H
        X-PUBLISHED-TTL:PT12H
        BEGIN:VEVENT
        UID:UID-OF-IT
        DTSTAMP:20260210T090000Z
        LAST-MODIFIED:20260210T090000Z
        SEQUENCE:3
        STATUS:CANCELLED
        DTSTART;VALUE=DATE:20271231
        DTEND;VALUE=DATE:20280101
        SUMMARY:Contract ends - Help desk\, and more (my-first)
        DESCRIPTION:Withdrawn: no date of the contract any more. Source: cl 3\; loc
         al policy.
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n").Replace("UID-OF-IT", CalendarFeed.UidOf("my-first", "end")),
        CalendarFeed.Write("Help desk (my-first)", [new("my-first", "Help desk, and more", [new("end", "Contract ends", "Source: cl 3; local policy.", new(2027, 12, 31), 3, true, Changed)])]));

    /// <summary>The option is exercised on 1 March 2027: one date moved, one was withdrawn, one is new, and each is known by its UID.</summary>
    [Fact]
    public void Another_reader_finds_what_moved_and_what_was_withdrawn()
    {
        var before = CalendarEntriesTests.Told([], "2026-02-10");
        var (old, now) = (Read(before), Read(CalendarEntriesTests.Told(before, "2027-03-01", CalendarEntriesTests.Exercised("2027-03-01", "2027-03-01"))));
        var end = CalendarFeed.UidOf("my-first", "end");
        Assert.Equal(("20271231-20280101", 0, "CONFIRMED"), old[end]);
        Assert.Equal(("20281231-20290101", 1, "CONFIRMED"), now[end]);
        Assert.Equal(("20270630-20270701", 1, "CANCELLED"), now[CalendarFeed.UidOf("my-first", "notice of option 1")]);
        Assert.Equal(4, now.Count);
    }

    [Fact]
    public void Any_text_comes_back_and_no_line_is_too_long() => Gen.Select(Gen.String, Gen.String).Sample((title, note) =>
    {
        (title, note) = (new([.. title.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]), new([.. note.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]));
        var feed = CalendarFeed.Write("x", [new("my-first", "Help desk", [new("end", $"a{title}", $"b{note}", new(2027, 12, 31), 0, false, Changed)])]);
        Assert.All(feed.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', feed.Replace("\r\n", ""));
        var read = Ical.Net.Calendar.Load(feed)!.Events.Single();
        Assert.Equal(($"a{title} - Help desk (my-first)".TrimEnd(), $"b{note}".TrimEnd()), (read.Summary!.TrimEnd(), read.Description!.TrimEnd()));
    }, iter: 300);

    private static Dictionary<string, (string Days, int Sequence, string Status)> Read(IReadOnlyList<CalendarEntry> entries) =>
        Ical.Net.Calendar.Load(CalendarFeed.Write("x", [new("my-first", "Help desk", entries)]))!.Events
            .ToDictionary(e => e.Uid!, e => ($"{e.DtStart!.Value:yyyyMMdd}-{e.DtEnd!.Value:yyyyMMdd}", e.Sequence, e.Status!));
}
