using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class WorkingDaysTests
{
    private static readonly WorkingDays England = new(BankHolidays.Current, Division.EnglandAndWales);

    /// <summary>A wall calendar's working days of a month, counted off: weekdays less bank holidays.</summary>
    [Theory]
    [InlineData(2026, 4, 22 - 2)] // 22 weekdays; Good Friday 3rd, Easter Monday 6th
    [InlineData(2026, 5, 21 - 2)] // 21 weekdays; 4th and 25th
    [InlineData(2026, 12, 23 - 2)] // 23 weekdays; Friday 25th, Boxing Day's substitute Monday 28th
    [InlineData(2024, 2, 21)] // the leap February: 29 days from a Thursday
    public void A_month_has_its_weekdays_less_its_holidays(int year, int month, int expected)
    {
        var first = new LocalDate(year, month, 1);
        Assert.Equal(expected, England.Between(first.PlusDays(-1), first.PlusMonths(1).PlusDays(-1)));
    }

    /// <summary>Christmas 2027: 25 and 26 December are Saturday and Sunday, so Monday 27 and Tuesday 28 are substitutes;
    /// 3 January 2028 is New Year's substitute, and 4 January Scotland's 2nd January.</summary>
    [Theory]
    [InlineData(Division.EnglandAndWales, "2027-12-24", 1, "2027-12-29")]
    [InlineData(Division.EnglandAndWales, "2027-12-24", 4, "2028-01-04")]
    [InlineData(Division.Scotland, "2027-12-24", 4, "2028-01-05")]
    [InlineData(Division.UkUnion, "2027-12-24", 4, "2028-01-05")]
    // Easter 2026: Good Friday 3 April, Easter Monday 6 April not in Scotland.
    [InlineData(Division.EnglandAndWales, "2026-04-02", 1, "2026-04-07")]
    [InlineData(Division.NorthernIreland, "2026-04-02", 1, "2026-04-07")]
    [InlineData(Division.Scotland, "2026-04-02", 1, "2026-04-06")]
    // 12 July 2026 is a Sunday: Northern Ireland's substitute is Monday 13th.
    [InlineData(Division.NorthernIreland, "2026-07-10", 1, "2026-07-14")]
    // 28 February 2024 is a Wednesday before a leap day.
    [InlineData(Division.EnglandAndWales, "2024-02-28", 1, "2024-02-29")]
    [InlineData(Division.EnglandAndWales, "2023-02-28", 1, "2023-03-01")]
    public void Day_one_is_the_first_working_day_after(Division division, string date, int n, string expected) =>
        Assert.Equal(Dates.Of(expected), new WorkingDays(BankHolidays.Current, division).After(Dates.Of(date), n));

    [Theory]
    [InlineData("2026-04-07", 1, "2026-04-02")] // back over Easter
    [InlineData("2026-04-05", 1, "2026-04-02")] // from Easter Sunday
    [InlineData("2026-04-10", 5, "2026-04-01")] // 9, 8, 7, 2, 1
    public void Before_counts_back_from_the_last_working_day_before(string date, int n, string expected) =>
        Assert.Equal(Dates.Of(expected), England.Before(Dates.Of(date), n));

    [Fact]
    public void No_days_after_or_before_is_the_date_itself_even_on_a_holiday()
    {
        var christmas = Dates.Of("2026-12-25");
        Assert.Equal(christmas, England.After(christmas, 0));
        Assert.Equal(christmas, England.Before(christmas, 0));
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-24", "2026-12-24")]
    [InlineData("2026-12-25", "2026-12-29", "2026-12-24")]
    [InlineData("2026-12-27", "2026-12-29", "2026-12-24")]
    public void Rolling_keeps_a_working_day_and_leaves_the_others(string date, string forward, string back)
    {
        Assert.Equal(Dates.Of(forward), England.RollForward(Dates.Of(date)));
        Assert.Equal(Dates.Of(back), England.RollBack(Dates.Of(date)));
    }

    [Fact]
    public void The_day_of_the_state_funeral_was_a_working_day_until_it_was_known_not_to_be()
    {
        var friday = Dates.Of("2022-09-16");
        var before = new WorkingDays(BankHolidays.Current.KnownOn(Dates.Of("2022-09-08")), Division.EnglandAndWales);
        Assert.Equal(Dates.Of("2022-09-19"), before.After(friday, 1));
        Assert.Equal(Dates.Of("2022-09-20"), England.After(friday, 1));
    }

    /// <summary>Friday 29 December 2028 is the last working day of the data; 2 January 2012 is a holiday, so Tuesday 3rd is
    /// the first.</summary>
    [Fact]
    public void Beyond_the_data_is_not_known()
    {
        Assert.Null(England.After(Dates.Of("2028-12-29"), 1));
        Assert.Null(England.RollForward(Dates.Of("2028-12-30")));
        Assert.Null(England.RollBack(Dates.Of("2012-01-02")));
        Assert.Null(England.Before(Dates.Of("2012-01-03"), 1));
        Assert.Null(England.After(Dates.Of("2029-01-01"), 0));
        Assert.Null(England.Between(Dates.Of("2028-12-29"), Dates.Of("2029-01-01")));
        Assert.Equal(Dates.Of("2028-12-29"), England.After(Dates.Of("2028-12-28"), 1));
    }

    [Fact]
    public void Asking_whether_a_day_beyond_the_data_is_a_working_day_says_what_is_covered()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => England.IsWorkingDay(Dates.Of("2029-01-01")));
        Assert.Contains("england-and-wales, uk-bank-holidays v1 covers 2012 to 2028", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anything_was_seen_nothing_is_known()
    {
        var nothing = new WorkingDays(BankHolidays.Current.KnownOn(Dates.Of("2012-01-12")), Division.UkUnion);
        Assert.False(nothing.Covers(Dates.Of("2012-01-12")));
        Assert.Null(nothing.After(Dates.Of("2012-01-12"), 1));
    }

    [Fact]
    public void Fewer_than_no_days_cannot_be_asked_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => England.After(Dates.Of("2026-01-05"), -1));
}
