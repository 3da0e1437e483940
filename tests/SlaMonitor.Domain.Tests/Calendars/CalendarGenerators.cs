using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

/// <summary>Calendars and times for the laws: any week, four zones, years the data cover.</summary>
internal static class CalendarGenerators
{
    private const long SecondsOfFifteenYears = 15 * 365 * 24 * 3600L;

    internal static readonly Gen<Division> AnyDivision = From([.. Divisions.All]);

    internal static readonly Gen<DateTimeZone> AnyZone = From(
        [.. new[] { "Europe/London", "Europe/Madrid", "Atlantic/Reykjavik", "Australia/Sydney" }.Select(id => DateTimeZoneProviders.Tzdb[id])]);

    /// <summary>An instant to the second in the fifteen years from 2013.</summary>
    internal static readonly Gen<Instant> AnyInstant =
        Gen.Long[0, SecondsOfFifteenYears].Select(seconds => Dates.Utc("2013-01-01T12:00Z") + Duration.FromSeconds(seconds));

    internal static readonly Gen<LocalDate> AnyDate = Gen.Int[0, 16 * 365].Select(new LocalDate(2012, 1, 1).PlusDays);

    /// <summary>A week with whole-minute spans.</summary>
    internal static readonly Gen<WeeklyHours> AnyWeek = WeekOfSteps(1);

    /// <summary>A week whose spans open and close on the hour.</summary>
    internal static readonly Gen<WeeklyHours> AnyWeekOnTheHour = WeekOfSteps(60);

    /// <summary>Four in five closed on a division's holidays: the others reach seventy years and take that longer to set up.</summary>
    internal static Gen<ServiceHours> AnyHours(Gen<WeeklyHours> week) => Gen.Select(
        week, Gen.Int[1, 5], AnyDivision, (w, i, d) => new ServiceHours(w, i > 1 ? new WorkingDays(BankHolidays.Current, d) : null));

    internal static readonly Gen<ServiceClock> AnyClock = Gen.Select(AnyHours(AnyWeek), AnyZone, (hours, zone) => new ServiceClock(hours, zone));

    /// <summary>Three instants in order.</summary>
    internal static readonly Gen<(Instant A, Instant B, Instant C)> InOrder = AnyInstant.Array[3].Select(three =>
    {
        Array.Sort(three);
        return (three[0], three[1], three[2]);
    });

    /// <summary>Up to five stretches of up to three days soon after an instant.</summary>
    internal static Gen<Stretches> StretchesAfter(Instant start) =>
        Gen.Select(Gen.Int[-3_000, 20_000], Gen.Int[0, 4_320], (from, minutes) => new Interval(
            start + Duration.FromMinutes(from), start + Duration.FromMinutes(from + minutes))).Array[0, 5].Select(all => Stretches.Of(all));

    /// <summary>Every day of the week has up to three spans, cut at sorted minutes; a week of none is given a Monday.</summary>
    private static Gen<WeeklyHours> WeekOfSteps(int step) => Gen.Int[0, DaySpan.MinutesOfDay / step].Array[0, 6].Array[7].Select(week =>
    {
        var spans = week.SelectMany((cuts, day) => Spans(cuts).Select(s => ((IsoDayOfWeek)(day + 1), new DaySpan(s.From * step, s.To * step)))).ToList();
        return new WeeklyHours(spans.Count > 0 ? spans : [(IsoDayOfWeek.Monday, new DaySpan(0, 60))]);
    });

    private static Gen<T> From<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    private static IEnumerable<(int From, int To)> Spans(int[] cuts)
    {
        var sorted = cuts.Distinct().Order().ToList();
        for (var i = 0; i + 1 < sorted.Count; i += 2) yield return (sorted[i], sorted[i + 1]);
    }
}
