using System.Globalization;
using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>A date as a contract or a document gives it: to the day, or only to the month.</summary>
public readonly record struct ContractDate
{
    private ContractDate(YearMonth month, int? day)
    {
        Month = month;
        Day = day;
    }

    public YearMonth Month { get; }

    public int? Day { get; }

    public bool IsMonthOnly => Day is null;

    /// <summary>The day itself, or the month's first.</summary>
    public LocalDate First => Month.OnDayOfMonth(Day ?? 1);

    /// <summary>The day itself, or the month's last.</summary>
    public LocalDate Last => Month.OnDayOfMonth(Day ?? CalendarSystem.Iso.GetDaysInMonth(Month.Year, Month.Month));

    public static ContractDate On(LocalDate day) => new(day.ToYearMonth(), day.Day);

    public static ContractDate In(YearMonth month) => new(month, null);

    /// <summary>2013-09-01 or 2013-09.</summary>
    public override string ToString() => IsMonthOnly
        ? Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>1 September 2013, or September 2013.</summary>
    public string InWords() => IsMonthOnly
        ? Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
