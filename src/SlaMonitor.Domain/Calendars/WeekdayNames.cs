using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The days of the week, Monday first, and their names in three letters.</summary>
internal static class WeekdayNames
{
    private static readonly string[] Short = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    internal static IReadOnlyList<IsoDayOfWeek> All { get; } =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    internal static string ShortName(this IsoDayOfWeek day) => Short[(int)day - 1];

    internal static IsoDayOfWeek? Parse(string name) =>
        Array.IndexOf(Short, name) is >= 0 and var index ? All[index] : null;

    internal static bool IsWeekend(this LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
