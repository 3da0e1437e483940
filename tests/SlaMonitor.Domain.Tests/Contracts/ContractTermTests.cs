using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Contracts;

public class ContractTermTests
{
    /// <summary>End dates are inclusive: the day before the corresponding date, or the month's last day where it has no such date.</summary>
    [Theory]
    [InlineData("2021-04-01", "5 years", "2026-03-31")]
    [InlineData("2024-02-29", "1 year", "2025-02-28")] // there is no 29 February 2025: the month's last day
    [InlineData("2024-08-31", "6 months", "2025-02-28")]
    [InlineData("2024-08-30", "6 months", "2025-02-28")]
    [InlineData("2024-08-29", "6 months", "2025-02-28")] // nor a 29th
    [InlineData("2024-08-28", "6 months", "2025-02-27")]
    [InlineData("2024-04-01", "12 weeks", "2024-06-23")]
    [InlineData("2024-04-01", "1 day", "2024-04-01")]
    public void A_term_ends_the_day_before_its_anniversary(string start, string length, string end) =>
        Assert.Equal(Day(end), Term(start, length).InitialEnd);

    /// <summary>5 + 1 + 1: exercised options count from the day they were exercised.</summary>
    [Theory]
    [InlineData("2025-12-31", "2026-03-31")]
    [InlineData("2026-01-01", "2027-03-31")]
    [InlineData("2026-12-31", "2027-03-31")]
    [InlineData("2027-01-01", "2028-03-31")]
    public void Options_lengthen_the_term_when_exercised(string asOf, string end)
    {
        var term = Term("2021-04-01", "5 years", Option("1 year", "2026-01-01"), Option("1 year", "2027-01-01"));
        Assert.Equal(Day(end), term.EndAsOf(Day(asOf)));
        Assert.Equal(Day("2028-03-31"), term.LatestPossibleEnd);
    }

    /// <summary>On the last day itself an option can still be exercised; on the next it is dead.</summary>
    [Fact]
    public void An_option_can_be_exercised_on_the_last_day() =>
        Assert.Equal(Day("2027-03-31"), Term("2021-04-01", "5 years", Option("1 year", "2026-03-31")).EndAsOf(Day("2026-03-31")));

    [Fact]
    public void Month_precision_reaches_from_the_first_to_the_last_day()
    {
        var term = new ContractTerm(ContractDate.In(Month("2013-09")), null, ContractDate.In(Month("2023-08")), [], null);
        Assert.Equal((Day("2013-09-01"), Day("2023-08-31"), true), (term.Start.First, term.InitialEnd, term.IsMonthPrecision));
        Assert.Equal(("2013-09", "September 2013"), (term.Start.ToString(), term.Start.InWords()));
    }

    /// <summary>The end is 31 March 2026, a Tuesday.</summary>
    [Theory]
    [InlineData("3 months", "2025-12-31")]
    [InlineData("6 months", "2025-09-30")] // September has no 31st
    [InlineData("10 weeks", "2026-01-20")] // 70 days
    [InlineData("10 working days", "2026-03-17")] // 30, 27, 26, 25, 24, 23, 20, 19, 18, 17 March
    [InlineData("30 days", "2026-02-27")] // 1 March is a Sunday: back to Friday
    [InlineData("0 days", "2026-03-31")]
    public void Notice_is_counted_back_from_the_end(string length, string lastSafeDay) =>
        Assert.Equal(Day(lastSafeDay), LastSafeDay(Notice.Of(Length(length))));

    [Fact]
    public void A_last_safe_day_may_stand_on_a_sunday() =>
        Assert.Equal(Day("2026-03-01"), LastSafeDay(Notice.Of(Length("30 days")) with { OnNonWorkingDay = NonWorkingDay.Stands }));

    /// <summary>Clear days: neither end counts, so one day earlier, 30 December 2025.</summary>
    [Fact]
    public void Clear_days_are_one_more() =>
        Assert.Equal(Day("2025-12-30"), LastSafeDay(Notice.Of(Length("3 months")) with { Counting = NoticeCounting.ClearDays }));

    /// <summary>Deemed received two working days after sending: from 30 December 2025 back are the 29th and, over the weekend,
    /// Boxing Day and Christmas, the 24th.</summary>
    [Fact]
    public void Notice_is_sent_before_it_is_deemed_received() =>
        Assert.Equal(Day("2025-12-24"), LastSafeDay(new(Length("3 months"), NoticeCounting.ClearDays, Length("2 working days"), NonWorkingDay.RollBack)));

    [Theory]
    [InlineData("1 year")]
    [InlineData("12 weeks")]
    [InlineData("1 working day")]
    [InlineData("10 working days")]
    public void A_length_is_written_as_it_is_read(string text) => Assert.Equal(text, Length(text).ToString());

    private static NodaTime.LocalDate? LastSafeDay(Notice notice) =>
        notice.LastSafeDay(Day("2026-03-31"), new(BankHolidays.Current, Division.EnglandAndWales));
}
