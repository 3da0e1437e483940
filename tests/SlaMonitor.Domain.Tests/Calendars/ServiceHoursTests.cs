using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class ServiceHoursTests
{
    private static readonly WorkingDays England = new(BankHolidays.Current, Division.EnglandAndWales);
    private static readonly WeeklyHours OfficeWeek = WeeklyHours.Parse("Mon-Fri 08:00-18:00");

    [Theory]
    [InlineData(3, (31 * 1440) - 60)] // clocks go forward on 29 March 2026
    [InlineData(10, (31 * 1440) + 60)] // and back on 25 October
    [InlineData(4, 30 * 1440)]
    public void Around_the_clock_has_the_true_minutes_of_a_month(int month, long expected) =>
        Assert.Equal(expected, MonthOf2026(ServiceHours.AroundTheClock, month, Dates.London));

    /// <summary>Clocks go forward in Madrid on the same night, in Sydney back on 5 April, in Reykjavik never.</summary>
    [Theory]
    [InlineData("Europe/Madrid", 3, (31 * 1440) - 60)]
    [InlineData("Australia/Sydney", 3, 31 * 1440)]
    [InlineData("Australia/Sydney", 4, (30 * 1440) + 60)]
    [InlineData("Atlantic/Reykjavik", 3, 31 * 1440)]
    public void The_zone_decides_which_month_is_short(string zone, int month, long expected) =>
        Assert.Equal(expected, MonthOf2026(ServiceHours.AroundTheClock, month, DateTimeZoneProviders.Tzdb[zone]));

    [Fact]
    public void A_week_that_never_closes_counts_as_around_the_clock_does() => Assert.Equal(
        (31 * 1440) - 60,
        MonthOf2026(new ServiceHours(WeeklyHours.AroundTheClock, closures: [Closure.AllDay(Dates.Of("2020-01-01"))]), 3, Dates.London));

    /// <summary>May 2026 has 21 weekdays, of which the 4th and the 25th are bank holidays.</summary>
    [Fact]
    public void Holidays_are_open_unless_the_contract_closes_on_them()
    {
        Assert.Equal(21 * 600, MonthOf2026(new(OfficeWeek), 5, Dates.London));
        Assert.Equal(19 * 600, MonthOf2026(new(OfficeWeek, England), 5, Dates.London));
    }

    /// <summary>December 2026: 23 weekdays less 2 holidays; closed from noon on the 24th (6 hours) and all of the 31st.</summary>
    [Fact]
    public void Closures_of_its_own_close_a_day_or_part_of_it()
    {
        var closures = new[] { Closure.AllDay(Dates.Of("2026-12-31")), new Closure(Dates.Of("2026-12-24"), new DaySpan(720, 1440)) };
        var hours = new ServiceHours(OfficeWeek, England, closures);
        Assert.Equal((21 * 600) - 360 - 600, MonthOf2026(hours, 12, Dates.London));
        Assert.Equal([new DaySpan(480, 720)], hours.On(Dates.Of("2026-12-24")));
        Assert.Equal(
            "Mon-Fri 08:00-18:00, closed on the holidays of england-and-wales, uk-bank-holidays v1, and on 2026-12-24 12:00-24:00, 2026-12-31",
            hours.ToString());
    }

    [Fact]
    public void A_closure_in_the_middle_leaves_the_hours_on_both_sides()
    {
        var hours = new ServiceHours(OfficeWeek, closures: [new Closure(Dates.Of("2026-06-01"), new DaySpan(720, 780))]);
        Assert.Equal([new DaySpan(480, 720), new DaySpan(780, 1080)], hours.On(Dates.Of("2026-06-01")));
        Assert.Equal("Mon-Fri 08:00-18:00, closed on 2026-06-01 12:00-13:00", hours.ToString());
    }

    /// <summary>Sunday 29 March 2026, 01:00 to 02:00 does not exist; Sunday 25 October 2026, 01:00 to 02:00 comes twice,
    /// and 01:30 is the first 01:30 (00:30 UTC).</summary>
    [Theory]
    [InlineData("Sun 00:00-24:00", "2026-03-29", 23 * 60)]
    [InlineData("Sun 00:30-02:30", "2026-03-29", 60)] // 00:30 to 01:00, then 02:00 to 02:30
    [InlineData("Sun 01:15-01:45", "2026-03-29", 0)]
    [InlineData("Sun 00:00-01:30", "2026-03-29", 60)]
    [InlineData("Sun 01:30-06:00", "2026-03-29", 240)]
    [InlineData("Sun 00:00-24:00", "2026-10-25", 25 * 60)]
    [InlineData("Sun 00:30-02:30", "2026-10-25", 180)]
    [InlineData("Sun 00:00-01:30", "2026-10-25", 90)]
    [InlineData("Sun 01:30-06:00", "2026-10-25", 330)]
    [InlineData("Sun 02:00-06:00", "2026-10-25", 240)]
    public void A_clock_change_takes_or_gives_true_minutes(string week, string sunday, long expected)
    {
        var day = Dates.Of(sunday);
        Assert.Equal(expected, new ServiceHours(WeeklyHours.Parse(week)).MinutesIn(day, day, Dates.London));
    }

    /// <summary>Samoa crossed the date line: 30 December 2011 did not exist there.</summary>
    [Fact]
    public void A_day_that_a_zone_left_out_has_no_minutes()
    {
        var day = Dates.Of("2011-12-30");
        Assert.Equal(0, ServiceHours.AroundTheClock.MinutesIn(day, day, DateTimeZoneProviders.Tzdb["Pacific/Apia"]));
    }

    [Fact]
    public void Where_holidays_matter_and_are_not_known_neither_are_the_minutes()
    {
        var day = Dates.Of("2029-01-02");
        Assert.Null(new ServiceHours(OfficeWeek, England).MinutesIn(day, day, Dates.London));
        Assert.Equal(600, new ServiceHours(OfficeWeek).MinutesIn(day, day, Dates.London));
    }

    [Fact]
    public void A_closure_that_is_empty_or_repeated_is_a_contradiction()
    {
        var day = Dates.Of("2026-06-01");
        Closure[] closures = [new(day, new DaySpan(600, 600)), Closure.AllDay(day.PlusDays(1)), new(day.PlusDays(1), new DaySpan(720, 780))];
        var refused = Assert.Throws<ContradictionException>(() => new ServiceHours(OfficeWeek, closures: closures));
        Assert.Equal([CalendarProblems.SpanEmpty, CalendarProblems.ClosuresOverlap], refused.Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_last_day_cannot_be_before_the_first() =>
        Assert.Throws<ArgumentException>(() => ServiceHours.AroundTheClock.MinutesIn(Dates.Of("2026-06-02"), Dates.Of("2026-06-01"), Dates.London));

    private static long? MonthOf2026(ServiceHours hours, int month, DateTimeZone zone) =>
        hours.MinutesIn(new LocalDate(2026, month, 1), new LocalDate(2026, month, 1).PlusMonths(1).PlusDays(-1), zone);
}
