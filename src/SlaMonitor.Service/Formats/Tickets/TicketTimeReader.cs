using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Reads times of one fixed form out of bytes, without making a text of them.</summary>
/// <param name="format">A sound <see cref="TicketTimeFormat"/>.</param>
internal sealed class TicketTimeReader(string format, LocalMoments local)
{
    private const int FirstYear = 1990, LastYear = 2069;

    private static readonly int[] MonthStarts = [.. from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1) from month in Enumerable.Range(1, 12) select LocalMoments.DayNumber(new(year, month, 1))];

    private static readonly int AfterLast = LocalMoments.DayNumber(new(LastYear + 1, 1, 1));

    private readonly (int Year, int Month, int Day, int Hour, int Minute, int Second) _at = (
        format.IndexOf("yyyy", StringComparison.Ordinal), format.IndexOf("MM", StringComparison.Ordinal), format.IndexOf("dd", StringComparison.Ordinal),
        format.IndexOf("HH", StringComparison.Ordinal), format.IndexOf("mm", StringComparison.Ordinal), format.IndexOf("ss", StringComparison.Ordinal));

    private readonly (int At, byte Character)[] _between = [.. format.Select((c, i) => (At: i, Character: (byte)c)).Where(c => !"yMdHms".Contains((char)c.Character))];

    /// <summary>False where the bytes are no time of this form.</summary>
    /// <param name="moment">None where the contract's rule refuses such a local time.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out Moment moment, out LocalTimeFlag flag)
    {
        (moment, flag) = (Moment.None, LocalTimeFlag.AsWritten);
        if (text.Length != format.Length) return false;
        foreach (var (at, character) in _between)
            if (text[at] != character)
                return false;
        var year = (Two(text, _at.Year) * 100) + Two(text, _at.Year + 2);
        var (month, day, hour, minute) = (Two(text, _at.Month), Two(text, _at.Day), Two(text, _at.Hour), Two(text, _at.Minute));
        var second = _at.Second < 0 ? 0 : Two(text, _at.Second);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59) return false;
        var place = ((year - FirstYear) * 12) + month - 1;
        var number = MonthStarts[place] + day - 1;
        if (number >= (place + 1 < MonthStarts.Length ? MonthStarts[place + 1] : AfterLast)) return false;
        moment = local.At(number, (((hour * 60) + minute) * 60) + second, out flag);
        return true;
    }

    /// <summary>Two digits; far below zero where they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens > 9 || ones > 9 ? -1_000_000 : (int)((tens * 10) + ones);
    }
}
