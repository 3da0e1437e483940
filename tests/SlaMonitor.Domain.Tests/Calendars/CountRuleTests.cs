using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class CountRuleTests
{
    private static readonly WorkingDays England = new(BankHolidays.Current, Division.EnglandAndWales);

    [Theory]
    [InlineData("10 days", "2026-06-01", "2026-06-11")]
    [InlineData("10 days beginning with", "2026-06-01", "2026-06-10")]
    [InlineData("1 day beginning with", "2026-06-01", "2026-06-01")]
    [InlineData("2 weeks", "2026-06-01", "2026-06-15")]
    [InlineData("2 weeks beginning with", "2026-06-01", "2026-06-14")]
    [InlineData("1 working day", "2026-06-05", "2026-06-08")]
    [InlineData("1 working day beginning with", "2026-06-05", "2026-06-05")]
    [InlineData("1 working day beginning with", "2026-06-06", "2026-06-08")] // a Saturday: day 1 is Monday
    [InlineData("1 working day following the day after", "2026-06-04", "2026-06-08")]
    [InlineData("2 working days beginning with", "2026-04-02", "2026-04-07")] // over Easter
    public void Days_are_counted_from_day_one(string rule, string date, string expected) => AssertDue(rule, date, expected);

    [Theory]
    [InlineData("1 month", "2026-09-03", "2026-10-03")]
    [InlineData("1 month", "2026-01-31", "2026-02-28")]
    [InlineData("1 month", "2024-01-31", "2024-02-29")]
    [InlineData("1 month", "2026-02-28", "2026-03-28")]
    [InlineData("6 months", "2026-08-31", "2027-02-28")]
    [InlineData("1 year", "2024-02-29", "2025-02-28")]
    [InlineData("4 years", "2024-02-29", "2028-02-29")]
    [InlineData("1 month beginning with", "2026-03-01", "2026-03-31")]
    [InlineData("1 month beginning with", "2026-01-15", "2026-02-14")]
    [InlineData("1 month beginning with", "2026-01-31", "2026-02-28")] // no 31 February: its last day
    [InlineData("5 years beginning with", "2021-04-01", "2026-03-31")] // a contract of five years, its end inclusive
    [InlineData("1 month following the day after", "2026-01-30", "2026-02-28")]
    public void Months_end_on_the_corresponding_date_or_the_last_of_the_month(string rule, string date, string expected) =>
        AssertDue(rule, date, expected);

    /// <summary>3 October 2026 is a Saturday.</summary>
    [Theory]
    [InlineData("1 month, or the next working day", "2026-09-03", "2026-10-05")]
    [InlineData("1 month, or the working day before", "2026-09-03", "2026-10-02")]
    [InlineData("1 month, or the next working day", "2026-09-02", "2026-10-02")]
    [InlineData("30 days, or the next working day", "2026-11-25", "2026-12-29")] // Christmas, the weekend, 28th in lieu
    [InlineData("30 days beginning with, or the working day before", "2026-11-26", "2026-12-24")]
    public void A_last_day_that_is_no_working_day_rolls_where_the_rule_says(string rule, string date, string expected) =>
        AssertDue(rule, date, expected);

    [Theory]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("5001 days")]
    [InlineData("days")]
    [InlineData("1 fortnight")]
    [InlineData("1 month, or never")]
    [InlineData("")]
    public void Text_of_another_form_is_refused(string text) => Assert.False(CountRule.TryParse(text, out _));

    [Fact]
    public void A_limit_of_no_days_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => new CountRule(0, CountUnit.Days));

    [Fact]
    public void Only_what_needs_the_data_is_unknown_beyond_them()
    {
        var date = Dates.Of("2028-12-29");
        Assert.Equal(Dates.Of("2029-01-08"), Rule("10 days").Due(date, England));
        Assert.Null(Rule("10 days, or the next working day").Due(date, England));
        Assert.Null(Rule("1 working day").Due(date, England));
        Assert.Null(Rule("1 working day beginning with").Due(Dates.Of("2029-01-01"), England));
    }

    private static void AssertDue(string rule, string date, string expected)
    {
        Assert.Equal(rule, Rule(rule).ToString());
        Assert.Equal(Dates.Of(expected), Rule(rule).Due(Dates.Of(date), England));
        Assert.Equal(Dates.Of(expected), Rule(rule).Work(Dates.Of(date), England).Due);
    }

    private static CountRule Rule(string text)
    {
        Assert.True(CountRule.TryParse(text, out var rule));
        return rule;
    }
}
