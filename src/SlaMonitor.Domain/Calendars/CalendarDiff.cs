namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// What changes from one calendar to another: two versions, or one as known on two days. Nothing moves until the other
/// calendar is adopted; this says what would.
/// </summary>
public sealed class CalendarDiff
{
    public CalendarDiff(BankHolidays before, BankHolidays after)
    {
        Before = before;
        After = after;
        Added = Only(after, before);
        Removed = Only(before, after);
    }

    public BankHolidays Before { get; }

    public BankHolidays After { get; }

    /// <summary>Holidays of a division on a date that was none before, in order of date.</summary>
    public IReadOnlyList<BankHoliday> Added { get; }

    /// <summary>Holidays of a division on a date that is none any more, in order of date.</summary>
    public IReadOnlyList<BankHoliday> Removed { get; }

    /// <summary>Asks each question of both calendars and keeps those whose answer differs, in the order given. A question
    /// is whatever takes its bank holidays as given: a due date, the minutes of a period, the result of a whole contract.</summary>
    public IReadOnlyList<MovedAnswer<T>> Moved<T>(IEnumerable<CalendarQuestion<T>> questions) =>
    [
        .. questions
            .Select(q => new MovedAnswer<T>(q.Label, q.Answer(Before), q.Answer(After)))
            .Where(m => !EqualityComparer<T>.Default.Equals(m.Before, m.After)),
    ];

    private static List<BankHoliday> Only(BankHolidays one, BankHolidays other)
    {
        var others = other.Standing.Select(h => (h.Division, h.Date)).ToHashSet();
        return [.. one.Standing.Where(h => !others.Contains((h.Division, h.Date))).OrderBy(h => h.Date).ThenBy(h => h.Division)];
    }
}

/// <summary>Something that depends on bank holidays.</summary>
/// <param name="Label">What it is, in words a person knows it by.</param>
public sealed record CalendarQuestion<T>(string Label, Func<BankHolidays, T> Answer);

/// <summary>An answer that differs between two calendars.</summary>
public sealed record MovedAnswer<T>(string Label, T Before, T After);
