using SlaMonitor.Domain.Calendars;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Calendars;

public class HolidayBasisTests
{
    private static readonly BankHolidays Another = BankHolidays.Read(
        2,
        """
        division,date,title,note,firstSeen,withdrawnSeen
        scotland,2030-01-01,New Year's Day,,2029-01-01,
        """);

    [Fact]
    public void Terms_that_say_nothing_go_by_the_first_version() =>
        Assert.Equal("uk-bank-holidays v1", Contract(Kpi("KPI1")).Terms().Holidays(HolidayBasis.Adopted).Name);

    [Fact]
    public void Every_version_can_be_adopted_and_no_other()
    {
        Assert.All(BankHolidays.Versions, version => Assert.Same(version, HolidayBasis.Adopted.Of(new(version.Version, "A reason"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayBasis.Adopted.Of(new(999, "A reason")));
    }

    [Fact]
    public void What_was_known_on_a_day_is_of_the_version_adopted() => Assert.Equal(
        "uk-bank-holidays v1 as known on 2022-09-01", HolidayBasis.KnownOn(Day("2022-09-01")).Of(HolidayAdoption.Baseline).Name);

    [Fact]
    public void A_calendar_alone_stands_whatever_is_adopted() =>
        Assert.Same(Another, HolidayBasis.Only(Another).Of(HolidayAdoption.Baseline));

    [Theory]
    [InlineData(1, null, false)]
    [InlineData(2, null, true)]
    [InlineData(2, " ", true)]
    [InlineData(2, "The contract was varied", false)]
    public void Leaving_the_first_version_needs_a_reason(int version, string? reason, bool lacks) =>
        Assert.Equal(lacks, new HolidayAdoption(version, reason).LacksReason);

    /// <summary>Due 20 working days after August 2022: four weeks from Wednesday the 31st are Wednesday 28 September, and the
    /// 29th once the State Funeral on the 19th is known.</summary>
    [Theory]
    [InlineData("2022-09-01", "2022-09-28")]
    [InlineData("2022-09-30", "2022-09-29")]
    public void A_contract_can_be_assessed_as_known_on_a_day(string knownOn, string due)
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2022-08-01", "1 year").Due("20 working days");
        var assessed = Assessment.Of(new([contract.Terms()]), [], [], HolidayBasis.KnownOn(Day(knownOn)), Day("2022-09-01"));
        Assert.Equal(Day(due), assessed.In("2022-08").Terms.ReturnDue);
        Assert.Equal($"uk-bank-holidays v1 as known on {knownOn}", assessed.CalendarName);
    }
}
