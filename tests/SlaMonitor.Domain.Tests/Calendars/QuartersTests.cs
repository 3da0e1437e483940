using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class QuartersTests
{
    [Theory]
    [InlineData("2024-01-01", "2024 quarter 1", "2024-01-01", "2024-03-31")]
    [InlineData("2024-12-31", "2024 quarter 4", "2024-10-01", "2024-12-31")]
    public void Calendar_years_begin_in_January(string day, string name, string first, string last) =>
        AssertQuarter(Quarters.OfCalendarYears.Containing(Dates.Of(day)), name, first, last);

    /// <summary>Nottinghamshire's report for quarter 2 of 2021-22 is of July to September 2021.</summary>
    [Theory]
    [InlineData("2021-08-15", "2021-22 quarter 2", "2021-07-01", "2021-09-30")]
    [InlineData("2022-03-31", "2021-22 quarter 4", "2022-01-01", "2022-03-31")]
    [InlineData("2022-04-01", "2022-23 quarter 1", "2022-04-01", "2022-06-30")]
    [InlineData("1999-06-01", "1999-00 quarter 1", "1999-04-01", "1999-06-30")]
    public void Financial_years_begin_in_April_and_bear_both_years(string day, string name, string first, string last) =>
        AssertQuarter(Quarters.OfFinancialYears.Containing(Dates.Of(day)), name, first, last);

    [Theory]
    [InlineData("2021-09-16", "2021-09-16", "contract year 1 quarter 1", "2021-09-16", "2021-12-15")]
    [InlineData("2021-09-16", "2022-09-15", "contract year 1 quarter 4", "2022-06-16", "2022-09-15")]
    [InlineData("2021-09-16", "2024-01-01", "contract year 3 quarter 2", "2023-12-16", "2024-03-15")]
    [InlineData("2024-01-31", "2024-04-30", "contract year 1 quarter 2", "2024-04-30", "2024-07-30")] // April has no 31st
    [InlineData("2024-02-29", "2025-02-28", "contract year 2 quarter 1", "2025-02-28", "2025-05-28")]
    [InlineData("2024-02-29", "2028-02-28", "contract year 4 quarter 4", "2027-11-29", "2028-02-28")]
    public void Contract_years_begin_on_the_day_of_the_contract(string start, string day, string name, string first, string last) =>
        AssertQuarter(Quarters.OfContractYears(Dates.Of(start)).Containing(Dates.Of(day)), name, first, last);

    [Fact]
    public void Before_the_contract_there_is_no_contract_year() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quarters.OfContractYears(Dates.Of("2021-09-16")).Containing(Dates.Of("2021-09-15")));

    /// <summary>New Year begins in Sydney eleven hours, in Madrid one hour before it does in UTC, and in Reykjavik with it;
    /// London's summer quarter begins an hour early too.</summary>
    [Theory]
    [InlineData("Australia/Sydney", "2024-12-31T13:00Z", "2025 quarter 1")]
    [InlineData("Australia/Sydney", "2024-12-31T12:59Z", "2024 quarter 4")]
    [InlineData("Europe/Madrid", "2024-12-31T23:00Z", "2025 quarter 1")]
    [InlineData("Atlantic/Reykjavik", "2024-12-31T23:59Z", "2024 quarter 4")]
    [InlineData("Europe/London", "2024-12-31T23:59Z", "2024 quarter 4")]
    [InlineData("Europe/London", "2024-06-30T23:00Z", "2024 quarter 3")]
    public void An_instant_belongs_to_the_quarter_on_the_local_calendar(string zone, string instant, string name) =>
        Assert.Equal(name, Quarters.OfCalendarYears.Containing(Dates.Utc(instant), DateTimeZoneProviders.Tzdb[zone]).Name);

    private static void AssertQuarter(Quarter quarter, string name, string first, string last) =>
        Assert.Equal((name, Dates.Of(first), Dates.Of(last)), (quarter.ToString(), quarter.First, quarter.Last));
}
