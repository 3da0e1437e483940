using System.Runtime.Intrinsics;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Reads times of one fixed form out of bytes, without making a text of them.</summary>
internal sealed class TicketTimeReader
{
    private const int FirstYear = 1990, LastYear = 2069;

    /// <summary>Of century, year, month, day, hour, minute and second.</summary>
    private static readonly Vector128<ushort> Least = Vector128.Create((ushort)19, 0, 1, 1, 0, 0, 0, 0), Most = Vector128.Create((ushort)20, 99, 12, 31, 23, 59, 59, 0);

    private static readonly int[] MonthStarts = [.. from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1) from month in Enumerable.Range(1, 12) select LocalMoments.DayNumber(new(year, month, 1))];

    private static readonly int AfterLast = LocalMoments.DayNumber(new(LastYear + 1, 1, 1));

    private readonly LocalMoments _local;
    private readonly TicketTimeDigits _digits;

    /// <param name="format">A sound <see cref="TicketTimeFormat"/>.</param>
    public TicketTimeReader(string format, LocalMoments local) => (_local, _digits) = (local, new(format));

    /// <summary>False where the bytes are no time of this form.</summary>
    /// <param name="moment">None where the contract's rule refuses such a local time.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out Moment moment, out LocalTimeFlag flag)
    {
        (moment, flag) = (Moment.None, LocalTimeFlag.AsWritten);
        if (!_digits.TryRead(text, out var numbers) || Vector128.GreaterThanAny(numbers, Most) || Vector128.LessThanAny(numbers, Least)) return false;
        var year = (numbers[0] * 100) + numbers[1];
        if (year is < FirstYear or > LastYear) return false;
        var month = ((year - FirstYear) * 12) + numbers[2] - 1;
        var day = MonthStarts[month] + numbers[3] - 1;
        if (day >= (month + 1 < MonthStarts.Length ? MonthStarts[month + 1] : AfterLast)) return false;
        moment = _local.At(day, (((numbers[4] * 60) + numbers[5]) * 60) + numbers[6], out flag);
        return true;
    }
}
