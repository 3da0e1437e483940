using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class CalendarDiffTests
{
    private static readonly CalendarDiff Funeral = new(
        BankHolidays.Current.KnownOn(Dates.Of("2022-09-08")), BankHolidays.Current.KnownOn(Dates.Of("2022-09-09")));

    [Fact]
    public void A_day_proclaimed_is_added_in_each_division()
    {
        Assert.All(Funeral.Added, h => Assert.Equal(Dates.Of("2022-09-19"), h.Date));
        Assert.Equal([Division.EnglandAndWales, Division.Scotland, Division.NorthernIreland], Funeral.Added.Select(h => h.Division));
        Assert.Empty(Funeral.Removed);
    }

    [Fact]
    public void A_day_moved_is_removed_and_added()
    {
        var moved = new CalendarDiff(
            BankHolidays.Current.KnownOn(Dates.Of("2025-01-08")), BankHolidays.Current.KnownOn(Dates.Of("2025-01-09")));
        Assert.Equal((Division.Scotland, Dates.Of("2027-08-02")), Only(moved.Added));
        Assert.Equal((Division.Scotland, Dates.Of("2027-08-30")), Only(moved.Removed));
    }

    /// <summary>Ten working days after 31 August 2022: Wednesday 14 September, before the funeral; after 6 September: the 20th
    /// becomes the 21st.</summary>
    [Fact]
    public void It_lists_the_due_dates_that_would_move_and_no_others()
    {
        var tenDays = new CountRule(10, CountUnit.WorkingDays);
        var moved = Funeral.Moved(
            from date in new[] { "2022-08-31", "2022-09-06" }
            select new CalendarQuestion<LocalDate?>(
                $"return from {date}", holidays => tenDays.Due(Dates.Of(date), new WorkingDays(holidays, Division.EnglandAndWales))));
        Assert.Equal([new MovedAnswer<LocalDate?>("return from 2022-09-06", Dates.Of("2022-09-20"), Dates.Of("2022-09-21"))], moved);
    }

    /// <summary>September 2022 has 22 weekdays of 10 hours; the funeral takes one.</summary>
    [Fact]
    public void It_lists_the_service_minutes_that_would_change()
    {
        var office = new ServiceHours(WeeklyHours.Parse("Mon-Fri 08:00-18:00"), new WorkingDays(Funeral.Before, Division.EnglandAndWales));
        var moved = Funeral.Moved([new CalendarQuestion<long?>(
            "September", holidays => office.By(holidays).MinutesIn(Dates.Of("2022-09-01"), Dates.Of("2022-09-30"), Dates.London))]);
        Assert.Equal([new MovedAnswer<long?>("September", 22 * 600, 21 * 600)], moved);
    }

    [Fact]
    public void Nothing_differs_from_itself()
    {
        var same = new CalendarDiff(BankHolidays.Current, BankHolidays.Versions[^1]);
        Assert.Empty(same.Added);
        Assert.Empty(same.Removed);
        Assert.Empty(same.Moved([new CalendarQuestion<int>("years", holidays => holidays.LastYear)]));
    }

    [Fact]
    public void Versions_are_numbered_from_one_and_the_last_is_current()
    {
        Assert.Equal(Enumerable.Range(1, BankHolidays.Versions.Count), BankHolidays.Versions.Select(v => v.Version));
        Assert.Same(BankHolidays.Current, BankHolidays.Versions[^1]);
    }

    private static (Division Division, LocalDate Date) Only(IReadOnlyList<BankHoliday> holidays)
    {
        var holiday = Assert.Single(holidays);
        return (holiday.Division, holiday.Date);
    }
}
