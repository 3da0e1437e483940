using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Web.Pages.Contracts;

/// <summary>Days, months and money as pages write them.</summary>
public static class InWords
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    private static readonly ZonedDateTimePattern MomentPattern = ZonedDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu 'at' HH:mm", null);

    /// <summary>9 February 2026.</summary>
    public static string Day(LocalDate day) => DayPattern.Format(day);

    /// <summary>9 February 2026 at 14:05.</summary>
    public static string Moment(Instant instant, DateTimeZone zone) => MomentPattern.Format(instant.InZone(zone));

    /// <summary>January 2026 where the period is that month; else its days.</summary>
    public static string Period(ServicePeriod period) => IsMonth(period) ? Month(period.Month) : period.InWords();

    /// <summary>January 2026.</summary>
    public static string Month(YearMonth month) => month.ToString("MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>£1,250.00 more; £30.00 less; no change; not known.</summary>
    public static string Change(Money? by) => by switch
    {
        null => "not known",
        { } same when same == Money.Zero => "no change",
        { } more when more > Money.Zero => $"{more} more",
        { } less => $"{Money.Zero - less} less",
    };

    private static bool IsMonth(ServicePeriod period) => period.First.Day == 1 && period.Last == period.First.PlusMonths(1).PlusDays(-1);
}
