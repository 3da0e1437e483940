using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class DeadlineWorkingTests
{
    private static readonly WorkingDays England = new(BankHolidays.Current, Division.EnglandAndWales);

    /// <summary>From Thursday 2 April 2026 over Easter: three working days are Tuesday to Thursday after it.</summary>
    [Fact]
    public void Working_days_are_shown_day_by_day_with_what_was_not_counted_and_why()
    {
        var deadline = new CountRule(3, CountUnit.WorkingDays).Work(Dates.Of("2026-04-02"), England);
        Assert.Equal(
            [
                "2026-04-02 ReckonedFrom",
                "2026-04-03 NotCounted Good Friday",
                "2026-04-04 NotCounted Saturday",
                "2026-04-05 NotCounted Sunday",
                "2026-04-06 NotCounted Easter Monday",
                "2026-04-07 Counted 1",
                "2026-04-08 Counted 2",
                "2026-04-09 Counted 3",
            ],
            Lines(deadline));
        Assert.Equal("3 working days", deadline.Rule);
        Assert.Equal("england-and-wales, uk-bank-holidays v1", deadline.Calendar);
        Assert.Null(deadline.NotKnown);
    }

    [Fact]
    public void Days_beginning_with_count_the_date_itself() => Assert.Equal(
        ["2026-06-05 Counted 1", "2026-06-06 Counted 2 Saturday", "2026-06-07 Counted 3 Sunday"],
        Lines(new CountRule(3, CountUnit.Days, CountFrom.BeginningWith).Work(Dates.Of("2026-06-05"), England)));

    [Fact]
    public void A_month_shows_its_corresponding_date_and_the_days_passed_over() => Assert.Equal(
        [
            "2026-11-25 ReckonedFrom",
            "2026-12-25 CorrespondingDate Christmas Day",
            "2026-12-26 PassedOver Saturday",
            "2026-12-27 PassedOver Sunday",
            "2026-12-28 PassedOver Boxing Day (substitute day)",
            "2026-12-29 RolledTo",
        ],
        Lines(new CountRule(1, CountUnit.Months, roll: RollTo.NextWorkingDay).Work(Dates.Of("2026-11-25"), England)));

    [Fact]
    public void A_roll_back_is_shown_backwards() => Assert.Equal(
        ["2026-10-05 ReckonedFrom", "2026-12-05 CorrespondingDate Saturday", "2026-12-04 RolledTo"],
        Lines(new CountRule(2, CountUnit.Months, roll: RollTo.WorkingDayBefore).Work(Dates.Of("2026-10-05"), England)));

    [Theory]
    [InlineData(CountFrom.BeginningWith, "2026-01-15", "2026-01-15 ReckonedFrom|2026-02-14 DayBeforeCorrespondingDate Saturday")]
    [InlineData(CountFrom.BeginningWith, "2026-01-30", "2026-01-30 ReckonedFrom|2026-02-28 LastOfMonth Saturday")]
    [InlineData(CountFrom.FollowingTheDayAfter, "2026-05-27", "2026-05-27 ReckonedFrom|2026-05-28 ReckonedFrom|2026-06-28 CorrespondingDate Sunday")]
    public void A_month_shows_what_it_is_reckoned_from_and_how_it_ends(CountFrom from, string date, string expected) =>
        Assert.Equal(expected.Split('|'), Lines(new CountRule(1, CountUnit.Months, from).Work(Dates.Of(date), England)));

    [Fact]
    public void Beyond_the_data_the_working_goes_as_far_as_it_can_and_says_why_it_ends()
    {
        var deadline = new CountRule(2, CountUnit.WorkingDays).Work(Dates.Of("2028-12-28"), England);
        Assert.Null(deadline.Due);
        Assert.Equal("Bank holidays are known from 2012 to 2028 only: england-and-wales, uk-bank-holidays v1.", deadline.NotKnown);
        Assert.Equal(
            ["2028-12-28 ReckonedFrom", "2028-12-29 Counted 1", "2028-12-30 NotCounted Saturday", "2028-12-31 NotCounted Sunday"],
            Lines(deadline));
    }

    [Fact]
    public void Where_nothing_was_known_yet_that_is_said()
    {
        var nothing = England.By(BankHolidays.Current.KnownOn(Dates.Of("2012-01-12")));
        Assert.Equal(
            "No bank holidays were known: england-and-wales, uk-bank-holidays v1 as known on 2012-01-12.",
            new CountRule(1, CountUnit.WorkingDays).Work(Dates.Of("2012-01-12"), nothing).NotKnown);
    }

    private static IEnumerable<string> Lines(Deadline deadline) => deadline.Days.Select(d =>
        string.Join(' ', new object?[] { NodaTime.Text.LocalDatePattern.Iso.Format(d.Date), d.Role, d.Number, d.NotWorking }.Where(part => part is not null)));
}
