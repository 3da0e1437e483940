using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class StatutoryClocksTests
{
    /// <summary>
    /// Counted on a wall calendar, with the holidays of all three divisions. Received Tuesday 1 September 2026: weekdays
    /// only, so four weeks. Received Monday 16 March 2026: four weeks would be 13 April; St Patrick's Day on the 17th, Good
    /// Friday and Easter Monday make it three working days later, Thursday 16 April. Received Thursday 1 September 2022: 29th
    /// September, and a day for the State Funeral.
    /// </summary>
    [Theory]
    [InlineData("2026-09-01", "2026-09-29")]
    [InlineData("2026-09-05", "2026-10-02")] // a Saturday: day 1 is Monday 7th
    [InlineData("2026-03-16", "2026-04-16")]
    [InlineData("2022-09-01", "2022-09-30")]
    public void An_information_request_is_due_on_the_twentieth_working_day_following_receipt(string received, string due) =>
        Assert.Equal(Dates.Of(due), Due(StatutoryClocks.FreedomOfInformation, received, Division.EnglandAndWales));

    [Fact]
    public void A_request_received_before_the_funeral_was_known_was_due_a_day_earlier_as_known_then()
    {
        var known = BankHolidays.Current.KnownOn(Dates.Of("2022-09-08"));
        Assert.Equal(
            Dates.Of("2022-09-29"),
            StatutoryClocks.FreedomOfInformation.Work(Dates.Of("2022-09-01"), known, Division.EnglandAndWales).Due);
    }

    /// <summary>Answered Monday 5 January 2026: eight weeks of weekdays without a holiday in any division end Monday 2 March.
    /// Answered Tuesday 1 September 2026: the same, to Tuesday 27 October.</summary>
    [Theory]
    [InlineData("2026-01-05", "2026-03-02")]
    [InlineData("2026-09-01", "2026-10-27")]
    public void An_internal_review_may_be_asked_for_within_forty_working_days(string answered, string due) =>
        Assert.Equal(Dates.Of(due), Due(StatutoryClocks.InternalReview, answered, Division.EnglandAndWales));

    /// <summary>
    /// The Information Commissioner's own example: received 3 September, due 3 October; until 14 August 2019, 4 October.
    /// 40 days beginning with 24 May 2018 end on 2 July: 8 days of May (24 to 31), 30 of June, 2 of July.
    /// </summary>
    [Theory]
    [InlineData("2018-05-24", "2018-07-02")]
    [InlineData("2018-05-25", "2018-06-26")] // from the day after, Saturday 26 May
    [InlineData("2018-09-03", "2018-10-04")]
    [InlineData("2019-08-14", "2019-09-16")] // 15 September is a Sunday
    [InlineData("2019-08-15", "2019-09-16")] // so is it here, reckoned from the day itself
    [InlineData("2019-08-16", "2019-09-16")]
    [InlineData("2019-09-03", "2019-10-03")]
    [InlineData("2020-01-31", "2020-03-02")] // 29 February is a Saturday
    [InlineData("2021-05-31", "2021-06-30")]
    [InlineData("2025-11-25", "2025-12-29")] // Christmas Day, Boxing Day, a weekend
    public void A_subject_access_request_follows_the_rule_of_the_day_it_was_received(string received, string due) =>
        Assert.Equal(Dates.Of(due), Due(StatutoryClocks.SubjectAccess, received, Division.EnglandAndWales));

    /// <summary>A month from 30 October 2026 is Monday 30 November, St Andrew's Day.</summary>
    [Theory]
    [InlineData(Division.EnglandAndWales, "2026-11-30")]
    [InlineData(Division.Scotland, "2026-12-01")]
    public void A_subject_access_request_moves_past_the_holidays_of_its_place(Division place, string due) =>
        Assert.Equal(Dates.Of(due), Due(StatutoryClocks.SubjectAccess, "2026-10-30", place));

    [Fact]
    public void An_information_request_counts_every_division_wherever_it_is_made() =>
        Assert.All(Divisions.All, place => Assert.Equal(Dates.Of("2026-04-16"), Due(StatutoryClocks.FreedomOfInformation, "2026-03-16", place)));

    [Fact]
    public void The_working_names_the_act() => Assert.Equal(
        "40 days beginning with (Data Protection Act 1998, s.7(8) and (10))",
        StatutoryClocks.SubjectAccess.Work(Dates.Of("2018-05-24"), BankHolidays.Current, Division.EnglandAndWales).Rule);

    [Fact]
    public void Before_the_first_rule_there_is_no_deadline()
    {
        var none = StatutoryClocks.InternalReview.Work(Dates.Of("2018-07-03"), BankHolidays.Current, Division.UkUnion);
        Assert.Null(none.Due);
        Assert.Equal("Request for an internal review had no rule on 2018-07-03.", none.NotKnown);
    }

    [Fact]
    public void Clocks_are_found_by_name_and_their_rules_are_in_order()
    {
        Assert.All(StatutoryClocks.All, clock => Assert.Same(clock, StatutoryClocks.Find(clock.Name)));
        Assert.All(StatutoryClocks.All, clock => Assert.Equal(clock.Rules.OrderBy(r => r.EffectiveFrom), clock.Rules));
        Assert.Null(StatutoryClocks.Find("parking"));
    }

    private static LocalDate? Due(StatutoryClock clock, string date, Division place) => clock.Work(Dates.Of(date), BankHolidays.Current, place).Due;
}
