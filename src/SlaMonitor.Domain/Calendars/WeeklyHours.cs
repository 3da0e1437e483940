using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// The opening hours of an ordinary week. Two patterns that are open at the same minutes are equal and have the same
/// text, for instance <c>Mon-Fri 08:00-12:30 13:30-18:00, Sat 09:00-13:00</c> or <c>24x7</c>.
/// </summary>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private readonly DaySpan[][] _days;

    /// <param name="spans">Each span with its day, in any order. Spans that touch become one.</param>
    /// <exception cref="ContradictionException">A span is empty, two of a day overlap, or there is none.</exception>
    public WeeklyHours(IEnumerable<(IsoDayOfWeek Day, DaySpan Span)> spans)
    {
        var given = spans.ToList();
        ContradictionException.ThrowIfAny(Contradictions(given));
        _days = [.. WeekdayNames.All.Select(day => Join(given.Where(s => s.Day == day).Select(s => s.Span)))];
    }

    public static WeeklyHours AroundTheClock { get; } = new(WeekdayNames.All.Select(day => (day, DaySpan.WholeDay)));

    public bool IsAroundTheClock => Equals(AroundTheClock);

    /// <summary>Reads the text form: entries parted by commas, each one or more days (<c>Mon</c>, <c>Mon-Fri</c>) and one
    /// or more spans; or <c>24x7</c>.</summary>
    /// <exception cref="ContradictionException">The text does not have that form, or the hours contradict each other.</exception>
    public static WeeklyHours Parse(string text) => WeeklyHoursText.Read(text);

    /// <inheritdoc cref="Parse"/>
    /// <returns>False where <see cref="Parse"/> would throw.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out WeeklyHours? hours)
    {
        try
        {
            hours = Parse(text);
            return true;
        }
        catch (ContradictionException)
        {
            hours = null;
            return false;
        }
    }

    /// <summary>The spans of a day in order, none touching another; none for a day that is closed.</summary>
    public IReadOnlyList<DaySpan> On(IsoDayOfWeek day) => _days[(int)day - 1];

    public bool Equals(WeeklyHours? other) =>
        other is not null && _days.Zip(other._days).All(pair => pair.First.SequenceEqual(pair.Second));

    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => WeeklyHoursText.Write(this);

    private static IEnumerable<Problem> Contradictions(List<(IsoDayOfWeek Day, DaySpan Span)> spans)
    {
        if (spans.Count == 0) yield return new(CalendarProblems.HoursNone, "", "at least one span", "none");
        foreach (var (day, span) in spans.Where(s => !s.Span.IsSound))
            yield return new(CalendarProblems.SpanEmpty, "", "a span that closes after it opens, on the same day", $"{day.ShortName()} {span}");
        var sound = spans.Where(s => s.Span.IsSound).OrderBy(s => s).ToList();
        foreach (var (earlier, later) in sound.Zip(sound.Skip(1)).Where(p => p.First.Day == p.Second.Day && p.First.Span.Overlaps(p.Second.Span)))
            yield return new(CalendarProblems.SpansOverlap, "", "spans that do not overlap", $"{earlier.Day.ShortName()} {earlier.Span} and {later.Span}");
    }

    private static DaySpan[] Join(IEnumerable<DaySpan> spans)
    {
        var joined = new List<DaySpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && joined[^1].To == span.From) joined[^1] = new(joined[^1].From, span.To);
            else joined.Add(span);
        }
        return [.. joined];
    }
}
