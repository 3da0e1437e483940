using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class ServiceClockTests
{
    private static readonly ServiceClock Office = new(
        new ServiceHours(WeeklyHours.Parse("Mon-Fri 08:00-18:00"), new WorkingDays(BankHolidays.Current, Division.EnglandAndWales)),
        Dates.London);

    private static readonly ServiceClock Always = new(ServiceHours.AroundTheClock, Dates.London);

    /// <summary>1 June 2026 is a Monday; 3 and 6 April are Good Friday and Easter Monday.</summary>
    [Theory]
    [InlineData("2026-06-01T09:00", "2026-06-01T17:00", 8 * 60)]
    [InlineData("2026-06-01T06:00", "2026-06-01T08:30", 30)]
    [InlineData("2026-06-01T17:30", "2026-06-02T08:30", 60)]
    [InlineData("2026-06-05T17:00", "2026-06-08T09:00", 120)] // over a weekend
    [InlineData("2026-06-06T09:00", "2026-06-07T17:00", 0)] // all of it in a weekend
    [InlineData("2026-04-02T17:00", "2026-04-07T09:00", 120)] // over Easter
    [InlineData("2026-06-01T18:00", "2026-06-02T08:00", 0)]
    [InlineData("2026-06-01T12:00", "2026-06-01T12:00", 0)]
    public void Elapsed_counts_open_time_only(string start, string end, long minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Office.Elapsed(Dates.InLondon(start), Dates.InLondon(end)));

    [Theory]
    [InlineData("2026-06-01T09:00", 8 * 60, "2026-06-01T17:00")]
    [InlineData("2026-06-01T10:00", 8 * 60, "2026-06-01T18:00")] // exactly at closing is due at closing
    [InlineData("2026-06-01T10:01", 8 * 60, "2026-06-02T08:01")]
    [InlineData("2026-06-01T19:00", 8 * 60, "2026-06-02T16:00")] // outside hours the clock starts at the next opening
    [InlineData("2026-06-05T18:00", 600, "2026-06-08T18:00")]
    [InlineData("2026-04-02T16:00", 8 * 60, "2026-04-07T14:00")] // 2 hours on Thursday, 6 on Tuesday after Easter
    [InlineData("2026-06-06T12:00", 0, "2026-06-06T12:00")] // no time is due at once, open or not
    public void Due_is_the_first_instant_by_which_the_time_has_passed(string start, long minutes, string due) =>
        Assert.Equal(Dates.InLondon(due), Office.Due(Dates.InLondon(start), Duration.FromMinutes(minutes)));

    /// <summary>London, 2026: forward on 29 March at 01:00 UTC, back on 25 October at 01:00 UTC.</summary>
    [Theory]
    [InlineData("2026-03-28T22:00", "2026-03-29T06:00", 7 * 60)]
    [InlineData("2026-10-24T22:00", "2026-10-25T06:00", 9 * 60)]
    public void Around_the_clock_the_nights_of_the_clock_changes_are_seven_and_nine_hours(string start, string end, long minutes)
    {
        Assert.Equal(Duration.FromMinutes(minutes), Always.Elapsed(Dates.InLondon(start), Dates.InLondon(end)));
        Assert.Equal(Dates.InLondon(end), Always.Due(Dates.InLondon(start), Duration.FromMinutes(minutes)));
    }

    /// <summary>A night shift of 22:00 to 06:00, the nights into Sunday: 8 hours, less or more one.</summary>
    [Theory]
    [InlineData("2026-03-28T12:00", "2026-03-29T12:00", 7 * 60)]
    [InlineData("2026-10-24T12:00", "2026-10-25T12:00", 9 * 60)]
    [InlineData("2026-06-06T12:00", "2026-06-07T12:00", 8 * 60)]
    public void A_night_shift_is_short_or_long_with_its_night(string start, string end, long minutes)
    {
        var nights = new ServiceClock(new ServiceHours(WeeklyHours.Parse("Mon-Sun 00:00-06:00 22:00-24:00")), Dates.London);
        Assert.Equal(Duration.FromMinutes(minutes), nights.Elapsed(Dates.InLondon(start), Dates.InLondon(end)));
    }

    /// <summary>Paused 11:00 to 13:00 on Monday, and 17:00 on Monday to 09:00 on Tuesday (1 + 1 service hours).</summary>
    [Fact]
    public void Pauses_stop_the_clock_and_move_what_is_due()
    {
        var pauses = Stretches.Of(London("2026-06-01T11:00", "2026-06-01T13:00"), London("2026-06-01T17:00", "2026-06-02T09:00"));
        var start = Dates.InLondon("2026-06-01T09:00");
        Assert.Equal(Duration.FromHours(9 + 2 - 2 - 2), Office.Elapsed(start, Dates.InLondon("2026-06-02T10:00"), pauses));
        Assert.Equal(Dates.InLondon("2026-06-01T17:00"), Office.Due(start, Duration.FromHours(6), pauses));
        Assert.Equal(Dates.InLondon("2026-06-02T11:00"), Office.Due(start, Duration.FromHours(8), pauses));
    }

    [Fact]
    public void What_is_due_before_a_pause_that_has_not_ended_is_known_and_what_is_due_after_is_not()
    {
        var pauses = Stretches.Of(new Interval(Dates.InLondon("2026-06-01T11:00"), null));
        var start = Dates.InLondon("2026-06-01T09:00");
        Assert.True(pauses.IsOpen);
        Assert.Equal(Dates.InLondon("2026-06-01T11:00"), Office.Due(start, Duration.FromHours(2), pauses));
        Assert.Null(Office.Due(start, Duration.FromHours(2) + Duration.FromTicks(1), pauses));
        Assert.Equal(Duration.FromHours(2), Office.Elapsed(start, Dates.InLondon("2026-06-03T17:00"), pauses));
    }

    [Fact]
    public void A_case_that_starts_in_a_pause_starts_when_the_pause_ends()
    {
        var pauses = Stretches.Of(London("2026-06-01T08:00", "2026-06-01T12:00"));
        Assert.Equal(Dates.InLondon("2026-06-01T14:00"), Office.Due(Dates.InLondon("2026-06-01T09:00"), Duration.FromHours(2), pauses));
    }

    /// <summary>
    /// June 2026 from Monday 1st. One outage began in May and lasted to 09:00 on the 1st (1 hour of service); two overlap on
    /// the 2nd, 10:00 to 12:00 and 11:00 to 13:00 (3 hours together); one from 17:00 on Friday 5th to 10:00 on Monday 8th
    /// (1 + 2 hours); one began at 16:00 on Tuesday 30th and is still going on (2 hours to closing). 1 + 3 + 3 + 2 = 9 of 22
    /// working days at 10 hours.
    /// </summary>
    [Fact]
    public void Outages_that_overlap_or_cross_spans_and_the_period_count_each_service_minute_once()
    {
        var outages = Stretches.Of(
            London("2026-06-05T17:00", "2026-06-08T10:00"),
            London("2026-05-30T12:00", "2026-06-01T09:00"),
            London("2026-06-02T10:00", "2026-06-02T12:00"),
            London("2026-06-02T11:00", "2026-06-02T13:00"),
            new Interval(Dates.InLondon("2026-06-30T16:00"), null));
        var june = London("2026-06-01T00:00", "2026-07-01T00:00");
        Assert.Equal(Duration.FromHours(9), Office.ElapsedDuring(outages, june));
        Assert.Equal(Duration.FromHours(220), Office.Elapsed(june.Start, june.End));
        Assert.Equal(Duration.FromHours(220 - 9), Office.Elapsed(june.Start, june.End, outages));
    }

    /// <summary>An outage over the spring clock change, 00:30 to 03:30 by the clock, is two true hours.</summary>
    [Fact]
    public void An_outage_over_a_clock_change_lasts_its_true_time() => Assert.Equal(
        Duration.FromHours(2),
        Always.ElapsedDuring(Stretches.Of(London("2026-03-29T00:30", "2026-03-29T03:30")), London("2026-03-01T00:00", "2026-04-01T00:00")));

    [Fact]
    public void Beyond_the_data_is_not_known()
    {
        var last = Dates.InLondon("2028-12-29T17:00");
        Assert.Equal(Duration.FromHours(1), Office.Elapsed(last, Dates.InLondon("2029-01-01T00:00")));
        Assert.Null(Office.Elapsed(last, Dates.InLondon("2029-01-01T00:01")));
        Assert.Null(Office.Elapsed(Dates.InLondon("2011-12-31T23:59"), last));
        Assert.Equal(Dates.InLondon("2028-12-29T18:00"), Office.Due(last, Duration.FromHours(1)));
        Assert.Null(Office.Due(last, Duration.FromMinutes(61)));
        Assert.Null(Office.Due(Dates.InLondon("2029-01-02T09:00"), Duration.FromMinutes(1)));
    }

    [Fact]
    public void Where_nothing_was_known_yet_nothing_is_answered()
    {
        var nothing = new ServiceClock(Office.Hours.By(BankHolidays.Current.KnownOn(Dates.Of("2012-01-12"))), Dates.London);
        Assert.Null(nothing.Elapsed(Dates.InLondon("2012-01-10T09:00"), Dates.InLondon("2012-01-10T10:00")));
    }

    [Fact]
    public void Open_on_holidays_the_clock_reaches_beyond_the_bank_holiday_data()
    {
        var hours = new ServiceClock(new ServiceHours(WeeklyHours.Parse("Mon-Fri 08:00-18:00")), Dates.London);
        Assert.Equal(Duration.FromHours(10), hours.Elapsed(Dates.InLondon("2029-01-01T00:00"), Dates.InLondon("2029-01-02T00:00")));
    }

    [Fact]
    public void The_end_cannot_be_before_the_start() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.Elapsed(Dates.InLondon("2026-06-01T09:00"), Dates.InLondon("2026-06-01T08:00")));

    [Fact]
    public void A_stretch_of_time_has_to_have_a_start() =>
        Assert.Throws<ArgumentException>(() => Stretches.Of(new Interval(null, Dates.InLondon("2026-06-01T08:00"))));

    private static Interval London(string start, string end) => new(Dates.InLondon(start), Dates.InLondon(end));
}
