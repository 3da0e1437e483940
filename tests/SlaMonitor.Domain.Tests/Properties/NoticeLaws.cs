using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Tests.Dates;

namespace SlaMonitor.Domain.Tests.Properties;

/// <summary>What holds of every notice, whatever its length, counting and calendar.</summary>
public class NoticeLaws
{
    private static readonly WorkingDays Calendar = BankHolidays.Current.WorkingDays(Division.EnglandAndWales);

    private static readonly Gen<LocalDate> Day = Gen.Int[0, 3_600].Select(days => new LocalDate(2014, 6, 1).PlusDays(days));

    private static readonly Gen<Notice> Any = Gen.Select(
        Gen.Select(Gen.Int[0, 12], Gen.Enum<TimeUnit>().Where(u => u != TimeUnit.Years)), Gen.Enum<NoticeCounting>(),
        Gen.Select(Gen.Bool, Gen.Int[0, 5], Gen.Bool), Gen.Enum<NonWorkingDay>(),
        (length, counting, deemed, rolls) => new Notice(
            new(length.Item1, length.Item2), counting, deemed.Item1 ? new(deemed.Item2, deemed.Item3 ? TimeUnit.WorkingDays : TimeUnit.Days) : null, rolls));

    [Fact]
    public void It_is_what_a_wall_calendar_gives() => Gen.Select(Any, Day).Sample((notice, end) =>
    {
        var count = notice.CountedBack(end, Calendar);
        Assert.Equal(NaiveDays.Notice(notice, end), (count.LastDay!.Value, count.LastSafeDay!.Value));
    });

    [Fact]
    public void Sent_on_its_last_day_it_is_received_in_time() => Gen.Select(Any, Day).Sample((notice, end) =>
    {
        var count = notice.CountedBack(end, Calendar);
        Assert.True((notice.DeemedReceived?.After(count.LastDay!.Value, Calendar) ?? count.LastDay) <= count.Received);
    });

    [Fact]
    public void A_safe_day_is_never_after_the_last_and_a_later_end_never_has_an_earlier_one() => Gen.Select(Any, Day).Sample((notice, end) =>
    {
        var (count, later) = (notice.CountedBack(end, Calendar), notice.CountedBack(end.PlusDays(1), Calendar));
        Assert.True(count.LastSafeDay <= count.LastDay && count.LastDay <= end);
        Assert.True(later.LastSafeDay >= count.LastSafeDay && later.LastDay >= count.LastDay);
    });

    /// <summary>Forwards and backwards say the same: notice is in time for the earliest end, and too late for the day before it.</summary>
    [Fact]
    public void The_earliest_end_is_in_time_and_a_day_less_is_not() => Gen.Select(Any, Day, Gen.Int[0, 400]).Sample((notice, given, days) =>
    {
        var notBefore = given.PlusDays(days);
        var end = notice.EarliestEnd(given, notBefore, Calendar)!.Value;
        Assert.True(end >= notBefore && notice.LastSafeDay(end, Calendar) >= given);
        Assert.True(end == notBefore || notice.LastSafeDay(end.PlusDays(-1), Calendar) < given);
    });
}
