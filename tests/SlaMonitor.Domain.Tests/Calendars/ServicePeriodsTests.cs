using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class ServicePeriodsTests
{
    private static readonly ServicePeriods Monthly = new(1, 1, 1);

    /// <summary>A day that a month lacks is its last: February begins a period on the 28th or 29th, April on the 30th.</summary>
    [Theory]
    [InlineData(31, "2024-01-31", "2024-01-31 2024-02-28|2024-02-29 2024-03-30|2024-03-31 2024-04-29|2024-04-30 2024-05-30")]
    [InlineData(30, "2024-01-30", "2024-01-30 2024-02-28|2024-02-29 2024-03-29|2024-03-30 2024-04-29|2024-04-30 2024-05-29")]
    [InlineData(29, "2023-01-29", "2023-01-29 2023-02-27|2023-02-28 2023-03-28|2023-03-29 2023-04-28|2023-04-29 2023-05-28")]
    public void Anchors_late_in_the_month_give_way_to_short_months(int anchorDay, string start, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            new ServicePeriods(1, 1, anchorDay).Within(Dates.Of(start), Dates.Of("2030-12-31"), Dates.Of("2030-12-31")).Take(4).Select(Days));

    /// <summary>From go-live on 20 January to the end on 31 March 2024, by periods from the 16th: 27 of the 31 days from 16
    /// January, the 29 from 16 February, 16 of the 31 from 16 March.</summary>
    [Fact]
    public void The_first_and_the_last_period_may_be_partial()
    {
        var periods = new ServicePeriods(1, 1, 16).Within(Dates.Of("2024-01-20"), Dates.Of("2024-03-31"), Dates.Of("2024-12-31")).ToList();
        Assert.Equal(["2024-01-20 2024-02-15", "2024-02-16 2024-03-15", "2024-03-16 2024-03-31"], periods.Select(Days));
        Assert.Equal([(27, 31), (29, 29), (16, 31)], periods.Select(p => (p.Days, p.WholeDays)));
        Assert.Equal([true, false, true], periods.Select(p => p.IsPartial));
        Assert.Equal(["2024-01", "2024-02", "2024-03"], periods.Select(p => p.Name));
    }

    [Fact]
    public void No_period_follows_the_one_asked_for() =>
        Assert.Equal(["2024-04", "2024-05"], Monthly.Within(Dates.Of("2024-04-01"), Dates.Of("2028-03-31"), Dates.Of("2024-05-01")).Select(p => p.Name));

    /// <summary>By quarters from February, which are those from November.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    public void Longer_periods_are_counted_from_their_anchor_month(int anchorMonth) => Assert.Equal(
        "2023-11-01 2024-01-31", Days(new ServicePeriods(3, anchorMonth, 1).Containing(Dates.Of("2024-01-15"), Dates.Of("2021-01-01"), Dates.Of("2026-12-31"))));

    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2028-04-01")]
    public void A_day_outside_the_term_has_no_period(string day) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Monthly.Containing(Dates.Of(day), Dates.Of("2024-04-01"), Dates.Of("2028-03-31")));

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 13, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 32)]
    [InlineData(1, 1, 0)]
    public void Only_whole_divisions_of_a_year_are_taken(int months, int anchorMonth, int anchorDay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServicePeriods(months, anchorMonth, anchorDay));

    /// <summary>
    /// Late on the last evening in UTC. London and Madrid are ahead of it by one hour, in summer one more; Reykjavik never
    /// is; Sydney by ten, in the southern summer eleven.
    /// </summary>
    [Theory]
    [InlineData("Europe/London", "2024-07-31T23:30Z", "2024-08")]
    [InlineData("Europe/London", "2024-07-31T22:59Z", "2024-07")]
    [InlineData("Europe/London", "2024-01-31T23:30Z", "2024-01")]
    [InlineData("Europe/Madrid", "2024-01-31T23:30Z", "2024-02")]
    [InlineData("Europe/Madrid", "2024-07-31T22:00Z", "2024-08")]
    [InlineData("Atlantic/Reykjavik", "2024-07-31T23:59Z", "2024-07")]
    [InlineData("Australia/Sydney", "2024-01-31T13:00Z", "2024-02")]
    [InlineData("Australia/Sydney", "2024-07-31T13:30Z", "2024-07")]
    [InlineData("Australia/Sydney", "2024-07-31T14:00Z", "2024-08")]
    public void An_instant_belongs_to_the_period_on_the_local_calendar(string zone, string instant, string period) => Assert.Equal(
        period, Monthly.Containing(Dates.Utc(instant), DateTimeZoneProviders.Tzdb[zone], Dates.Of("2021-01-01"), Dates.Of("2026-12-31")).Name);

    /// <summary>31 days are 44,640 minutes and 30 are 43,200; clocks change in March and October in Europe, the other way
    /// round in April and October in Sydney, and never in Reykjavik.</summary>
    [Theory]
    [InlineData("Europe/London", "2024-03-01", 44_580)]
    [InlineData("Europe/London", "2024-10-01", 44_700)]
    [InlineData("Europe/Madrid", "2024-03-01", 44_580)]
    [InlineData("Atlantic/Reykjavik", "2024-03-01", 44_640)]
    [InlineData("Australia/Sydney", "2024-04-01", 43_260)]
    [InlineData("Australia/Sydney", "2024-10-01", 44_580)]
    public void A_period_lasts_from_local_midnight_to_local_midnight(string zone, string day, int minutes)
    {
        var period = Monthly.Containing(Dates.Of(day), Dates.Of("2021-01-01"), Dates.Of("2026-12-31"));
        Assert.Equal(Duration.FromMinutes(minutes), period.Between(DateTimeZoneProviders.Tzdb[zone]).Duration);
    }

    [Theory]
    [InlineData(1, "2024-03-10", "1 to 31 March 2024")]
    [InlineData(16, "2024-03-20", "16 March to 15 April 2024")]
    [InlineData(16, "2023-12-20", "16 December 2023 to 15 January 2024")]
    [InlineData(31, "2026-12-31", "31 December 2026")] // the term ends that day
    public void A_period_is_said_in_words(int anchorDay, string day, string words) =>
        Assert.Equal(words, new ServicePeriods(1, 1, anchorDay).Containing(Dates.Of(day), Dates.Of("2021-01-01"), Dates.Of("2026-12-31")).InWords());

    /// <summary>Whatever the division, each day of four years lies in one period, and each period begins after the last.</summary>
    [Fact]
    public void Periods_follow_one_another_without_gap_or_overlap()
    {
        var (first, last) = (Dates.Of("2023-01-01"), Dates.Of("2026-12-31"));
        foreach (var division in from months in new[] { 1, 2, 3, 4, 6, 12 }
                                 from anchorMonth in Enumerable.Range(1, 12)
                                 from anchorDay in Enumerable.Range(1, 31)
                                 select new ServicePeriods(months, anchorMonth, anchorDay))
        {
            var periods = division.Within(first, last, last).ToList();
            Assert.Equal((first, last), (periods[0].First, periods[^1].Last));
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Last.PlusDays(1), pair.Second.First));
            Assert.All(periods.Skip(1).SkipLast(1), p => Assert.False(p.IsPartial));
        }
    }

    private static string Days(ServicePeriod period) => $"{LocalDatePattern.Iso.Format(period.First)} {LocalDatePattern.Iso.Format(period.Last)}";
}
