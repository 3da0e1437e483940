using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The text form of opening hours: <c>Mon-Fri 08:00-18:00, Sat 09:00-13:00</c>.</summary>
internal static class WeeklyHoursText
{
    private const string AroundTheClock = "24x7";

    internal static WeeklyHours Read(string text)
    {
        if (text.Trim() == AroundTheClock) return WeeklyHours.AroundTheClock;
        var entries = text.Split(',').Select(e => (Text: e.Trim(), Spans: ReadEntry(e))).ToList();
        ContradictionException.ThrowIfAny(entries.Where(e => e.Spans is null).Select(e => Unreadable(e.Text)));
        return new(entries.SelectMany(e => e.Spans!));
    }

    internal static string Write(WeeklyHours hours)
    {
        if (hours.IsAroundTheClock) return AroundTheClock;
        var entries = WeekdayNames.All
            .Where(day => hours.On(day).Count > 0)
            .GroupBy(day => string.Join(' ', hours.On(day)))
            .Select(same => $"{string.Join(' ', Runs([.. same]))} {same.Key}");
        return string.Join(", ", entries);
    }

    private static Problem Unreadable(string entry) =>
        new(CalendarProblems.HoursUnreadable, "", "days and spans such as 'Mon-Fri 08:00-18:00', or '24x7'", $"'{entry}'");

    /// <summary>Every day of the entry with every span of it, or null.</summary>
    private static List<(IsoDayOfWeek Day, DaySpan Span)>? ReadEntry(string entry)
    {
        var words = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var days = words.TakeWhile(w => char.IsAsciiLetter(w[0])).Select(ReadDays).ToList();
        var spans = words.Skip(days.Count).Select(w => DaySpan.TryParse(w, out var span) ? span : (DaySpan?)null).ToList();
        if (days.Count == 0 || spans.Count == 0 || days.Contains(null) || spans.Contains(null)) return null;
        return [.. days.SelectMany(run => run!).SelectMany(day => spans.Select(span => (day, span!.Value)))];
    }

    /// <summary><c>Sat</c>, or <c>Mon-Fri</c>, which may run over the week's end as <c>Sun-Thu</c> does; or null.</summary>
    private static List<IsoDayOfWeek>? ReadDays(string word)
    {
        var ends = word.Split('-').Select(WeekdayNames.Parse).ToList();
        if (ends.Count > 2 || ends[0] is not { } first || ends[^1] is not { } last) return null;
        var count = (((int)last - (int)first + 7) % 7) + 1;
        return [.. Enumerable.Range(0, count).Select(i => WeekdayNames.All[((int)first - 1 + i) % 7])];
    }

    /// <summary>Days of a week in order as runs of neighbours: <c>Mon-Wed</c>, <c>Fri</c>.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<IsoDayOfWeek> days) => days
        .Select((day, i) => (Day: day, Run: (int)day - i))
        .GroupBy(d => d.Run, d => d.Day)
        .Select(run => run.Count() == 1 ? run.First().ShortName() : $"{run.First().ShortName()}-{run.Last().ShortName()}");
}
