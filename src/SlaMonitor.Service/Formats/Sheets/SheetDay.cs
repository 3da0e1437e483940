using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Days as workbooks number them. A time of day is passed over: no fact of a return has one.</summary>
internal static class SheetDay
{
    private static readonly LocalDate ZeroOf1900 = new(1899, 12, 30);
    private static readonly LocalDate ZeroOf1904 = new(1904, 1, 1);

    /// <summary>1 March 1900: before it the numbers count a 29 February 1900 that never was.</summary>
    private const int FirstSound = 61;

    /// <summary>31 December 9999.</summary>
    private const int Last = 2_958_465;

    /// <summary>The day or the month as returns write them; null where the number is none.</summary>
    public static string? Of(Rational number, CellKind kind, bool from1904)
    {
        var (zero, first, last) = from1904 ? (ZeroOf1904, 0, Last - 1462) : (ZeroOf1900, FirstSound, Last);
        if (number < first || number >= last + 1) return null;
        var day = zero.PlusDays((int)(number.Numerator / number.Denominator));
        return kind == CellKind.Month ? ServicePeriod.NameOf(day.ToYearMonth()) : LocalDatePattern.Iso.Format(day);
    }
}
