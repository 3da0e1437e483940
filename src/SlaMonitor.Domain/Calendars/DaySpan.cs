using System.Globalization;

namespace SlaMonitor.Domain.Calendars;

/// <summary>A stretch of one local day in whole minutes from midnight: from <paramref name="From"/> on, up to but not
/// including <paramref name="To"/>. 08:00-18:00 is 480 to 1080; midnight at the day's end is 1440.</summary>
public readonly record struct DaySpan(int From, int To) : IComparable<DaySpan>
{
    public const int MinutesOfDay = 24 * 60;

    public static DaySpan WholeDay => new(0, MinutesOfDay);

    public int Minutes => To - From;

    /// <summary>Within one day, and closing after it opens.</summary>
    public bool IsSound => From >= 0 && From < To && To <= MinutesOfDay;

    /// <summary>Reads <c>08:00-18:00</c>; two digits each, 24:00 being the day's end. Whether the span is sound is not asked.</summary>
    public static bool TryParse(string text, out DaySpan span)
    {
        span = default;
        if (text.Length != 11 || text[5] != '-') return false;
        if (!TryParseMinute(text[..5], out var from) || !TryParseMinute(text[6..], out var to)) return false;
        span = new(from, to);
        return true;
    }

    public bool Overlaps(DaySpan other) => From < other.To && other.From < To;

    /// <summary>What is left of this span when the other is cut out of it: nothing, one span or two.</summary>
    public IEnumerable<DaySpan> Without(DaySpan other)
    {
        if (!Overlaps(other)) return [this];
        DaySpan[] sides = [new(From, other.From), new(other.To, To)];
        return sides.Where(side => side.From < side.To);
    }

    public int CompareTo(DaySpan other) => (From, To).CompareTo((other.From, other.To));

    /// <summary>For instance <c>08:00-18:00</c>.</summary>
    public override string ToString() => $"{Text(From)}-{Text(To)}";

    private static string Text(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static bool TryParseMinute(string text, out int minute)
    {
        minute = 0;
        if (text[2] != ':' || !TryParseTwoDigits(text[..2], out var hour) || !TryParseTwoDigits(text[3..], out var rest)) return false;
        minute = (hour * 60) + rest;
        return rest < 60 && minute <= MinutesOfDay;
    }

    private static bool TryParseTwoDigits(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
