using System.Globalization;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The text form of a time limit: a quantity, what it begins with, and where its last day may move.</summary>
internal static class CountRuleText
{
    private static readonly (CountUnit Unit, string One, string Many)[] Units =
    [
        (CountUnit.WorkingDays, "working day", "working days"),
        (CountUnit.Days, "day", "days"),
        (CountUnit.Weeks, "week", "weeks"),
        (CountUnit.Months, "month", "months"),
        (CountUnit.Years, "year", "years"),
    ];

    /// <summary>The one without words last: every text ends with it.</summary>
    private static readonly (CountFrom From, string Words)[] Beginnings =
    [
        (CountFrom.BeginningWith, " beginning with"),
        (CountFrom.FollowingTheDayAfter, " following the day after"),
        (CountFrom.Following, ""),
    ];

    /// <inheritdoc cref="Beginnings"/>
    private static readonly (RollTo Roll, string Words)[] Rolls =
    [
        (RollTo.NextWorkingDay, ", or the next working day"),
        (RollTo.WorkingDayBefore, ", or the working day before"),
        (RollTo.Itself, ""),
    ];

    internal static string Write(CountRule rule)
    {
        var (_, one, many) = Units.First(u => u.Unit == rule.Unit);
        var quantity = string.Create(CultureInfo.InvariantCulture, $"{rule.Count} {(rule.Count == 1 ? one : many)}");
        return quantity + Beginnings.First(b => b.From == rule.From).Words + Rolls.First(r => r.Roll == rule.Roll).Words;
    }

    internal static CountRule? Read(string text)
    {
        var (roll, rollWords) = Rolls.First(r => text.EndsWith(r.Words, StringComparison.Ordinal));
        var counted = text[..^rollWords.Length];
        var (from, beginning) = Beginnings.First(b => counted.EndsWith(b.Words, StringComparison.Ordinal));
        var quantity = counted[..^beginning.Length].Split(' ', 2);
        if (quantity.Length < 2 || !Units.Any(u => IsUnit(u, quantity[1]))) return null;
        if (!int.TryParse(quantity[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return count is >= 1 and <= CountRule.MaxCount ? new(count, Units.First(u => IsUnit(u, quantity[1])).Unit, from, roll) : null;
    }

    private static bool IsUnit((CountUnit, string One, string Many) unit, string text) => text == unit.One || text == unit.Many;
}
