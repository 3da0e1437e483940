using System.Globalization;
using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The quarters of one kind of year: calendar, financial or contract year. A year or quarter that begins on a day
/// its month lacks begins on that month's last.</summary>
public sealed class Quarters
{
    private const int MonthsOfYear = 12, MonthsOfQuarter = 3;

    private readonly ServicePeriods _years;
    private readonly ServicePeriods _quarters;
    private readonly LocalDate _earliest;
    private readonly Func<LocalDate, string> _nameOfYear;

    private Quarters(int month, int day, LocalDate earliest, Func<LocalDate, string> nameOfYear)
    {
        _years = new(MonthsOfYear, month, day);
        _quarters = new(MonthsOfQuarter, month, day);
        _earliest = earliest;
        _nameOfYear = nameOfYear;
    }

    /// <summary>From 1 January.</summary>
    public static Quarters OfCalendarYears { get; } = new(
        1, 1, LocalDate.MinIsoValue, first => first.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>From 1 April, as local government reckons.</summary>
    public static Quarters OfFinancialYears { get; } = new(
        4, 1, LocalDate.MinIsoValue, first => string.Create(CultureInfo.InvariantCulture, $"{first.Year}-{(first.Year + 1) % 100:00}"));

    /// <summary>From a contract's first day and each return of it.</summary>
    public static Quarters OfContractYears(LocalDate start) => new(
        start.Month, start.Day, start, first => string.Create(CultureInfo.InvariantCulture, $"contract year {first.Year - start.Year + 1}"));

    /// <summary>The quarter a day lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the contract's first.</exception>
    public Quarter Containing(LocalDate day)
    {
        var year = _years.Containing(day, _earliest, LocalDate.MaxIsoValue);
        var quarter = _quarters.Containing(day, _earliest, LocalDate.MaxIsoValue);
        return new(_nameOfYear(year.First), (MonthsBetween(year.Month, quarter.Month) / MonthsOfQuarter) + 1, quarter.First, quarter.Last);
    }

    /// <summary>The quarter an instant lies in by the clocks of a zone.</summary>
    /// <inheritdoc cref="Containing(LocalDate)"/>
    public Quarter Containing(Instant instant, DateTimeZone zone) => Containing(instant.InZone(zone).Date);

    private static int MonthsBetween(YearMonth from, YearMonth to) => ((to.Year - from.Year) * MonthsOfYear) + to.Month - from.Month;
}
