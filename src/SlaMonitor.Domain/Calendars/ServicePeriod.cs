using System.Globalization;
using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The period that charges and credits are reckoned in, from local midnight to local midnight.</summary>
/// <param name="Month">Its name: the month in which the whole period (before the term cut it short) begins.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, inclusive.</param>
/// <param name="WholeDays">The days of the period before the term cut it short.</param>
public sealed record ServicePeriod(YearMonth Month, LocalDate First, LocalDate Last, int WholeDays)
{
    public int Days => Period.DaysBetween(First, Last) + 1;

    public bool IsPartial => Days < WholeDays;

    /// <summary>2024-03.</summary>
    public string Name => NameOf(Month);

    public static string NameOf(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");

    /// <summary>The instants from the first local midnight to the one after the last day.</summary>
    public Interval Between(DateTimeZone zone) =>
        new(zone.AtStartOfDay(First).ToInstant(), zone.AtStartOfDay(Last.PlusDays(1)).ToInstant());

    /// <summary>1 to 31 March 2024; 31 March 2024 where that day is all there is.</summary>
    public string InWords()
    {
        var last = Last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (First == Last) return last;
        var first = First.ToYearMonth() == Last.ToYearMonth() ? "%d" : First.Year == Last.Year ? "d MMMM" : "d MMMM yyyy";
        return $"{First.ToString(first, CultureInfo.InvariantCulture)} to {last}";
    }

    public override string ToString() => Name;
}
