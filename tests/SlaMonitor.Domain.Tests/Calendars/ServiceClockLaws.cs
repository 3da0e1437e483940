using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using static SlaMonitor.Domain.Tests.Calendars.CalendarGenerators;

namespace SlaMonitor.Domain.Tests.Calendars;

public class ServiceClockLaws
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    [Fact]
    public void Elapsed_adds_up_and_is_never_negative_nor_more_than_the_time_there_was() => Gen.Select(AnyClock, InOrder).Sample((clock, t) =>
    {
        var (whole, first, second) = (clock.Elapsed(t.A, t.C), clock.Elapsed(t.A, t.B), clock.Elapsed(t.B, t.C));
        return whole == first + second && first >= Duration.Zero && second >= Duration.Zero && whole <= t.C - t.A;
    });

    [Fact]
    public void Due_is_reached_by_its_time_and_never_after_the_end_that_gave_it() => Gen.Select(AnyClock, InOrder).Sample((clock, t) =>
    {
        var elapsed = clock.Elapsed(t.A, t.B)!.Value;
        var due = clock.Due(t.A, elapsed)!.Value;
        return t.A <= due && due <= t.B && clock.Elapsed(t.A, due) == elapsed;
    });

    [Fact]
    public void More_time_is_never_due_earlier() => Gen.Select(AnyClock, AnyInstant, Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((clock, start, less, more) =>
    {
        var (sooner, later) = (clock.Due(start, Duration.FromMinutes(less)), clock.Due(start, Duration.FromMinutes(less + more)));
        return later is null || sooner <= later;
    });

    [Fact]
    public void More_hours_never_mean_less_elapsed() => Gen.Select(AnyHours(AnyWeek), AnyZone, InOrder, Gen.Int[0, 100], Gen.Int[0, 1439]).Sample(
        (hours, zone, t, days, minute) =>
        {
            var closures = Enumerable.Range(0, days).Select(i => new Closure(t.A.InZone(zone).Date.PlusDays(7 * i), new DaySpan(0, minute + 1)));
            var fewer = new ServiceHours(hours.Week, hours.Holidays ?? new WorkingDays(BankHolidays.Current, Division.Scotland), closures);
            return new ServiceClock(fewer, zone).Elapsed(t.A, t.C) <= new ServiceClock(hours, zone).Elapsed(t.A, t.C);
        }, iter: 50);

    [Fact]
    public void A_pause_removes_exactly_its_own_service_time() => Gen.Select(AnyClock, InOrder).Sample((clock, t) =>
        clock.Elapsed(t.A, t.C, Stretches.Of(new Interval(t.A, t.B))) == clock.Elapsed(t.B, t.C)
        && clock.Elapsed(t.A, t.C, Stretches.Of(new Interval(t.B, t.C))) == clock.Elapsed(t.A, t.B)
        && clock.Elapsed(t.A, t.C, Stretches.None) == clock.Elapsed(t.A, t.C));

    [Fact]
    public void With_pauses_due_is_reached_by_its_time_too() =>
        AnyClock.SelectMany(clock => AnyInstant.SelectMany(start => Gen.Select(StretchesAfter(start), Gen.Int[1, 2_000], (pauses, minutes) => (clock, start, pauses, minutes))))
            .Sample(x =>
            {
                var due = x.clock.Due(x.start, Duration.FromMinutes(x.minutes), x.pauses);
                return due is null || (due >= x.start
                    && x.clock.Elapsed(x.start, due.Value, x.pauses) == Duration.FromMinutes(x.minutes)
                    && x.clock.Elapsed(x.start, due.Value - Duration.FromTicks(1), x.pauses) < Duration.FromMinutes(x.minutes));
            });

    [Fact]
    public void Outages_count_once_however_they_are_cut_up() =>
        AnyInstant.SelectMany(start => Gen.Select(AnyClock, StretchesAfter(start), StretchesAfter(start), (clock, a, b) => (clock, start, a, b))).Sample(x =>
        {
            var period = new Interval(x.start, x.start + Duration.FromDays(31));
            var both = Stretches.Of(x.a.All.Concat(x.b.All));
            var shared = Stretches.Of(x.a.All.SelectMany(stretch => x.b.Within(stretch).All));
            return x.clock.ElapsedDuring(both, period) + x.clock.ElapsedDuring(shared, period)
                == x.clock.ElapsedDuring(x.a, period) + x.clock.ElapsedDuring(x.b, period);
        });

    /// <summary>
    /// The plain way, by the wall clock: step through time in quarters of an hour and ask at each what the clock says. Hours
    /// that open and close on the hour, so that none begins within a change of the clocks and the quarters are exact.
    /// </summary>
    [Fact]
    public void Elapsed_is_what_watching_the_wall_clock_gives() => Gen.Select(AnyHours(AnyWeekOnTheHour), AnyZone, AnyInstant, Gen.Int[0, 2_000]).Sample(
        (hours, zone, instant, quarters) =>
        {
            var start = OnTheQuarter(instant);
            var open = Enumerable.Range(0, quarters).Count(i => IsOpen(hours, (start + (i * Quarter)).InZone(zone).LocalDateTime));
            return new ServiceClock(hours, zone).Elapsed(start, start + (quarters * Quarter)) == open * Quarter;
        });

    /// <summary>Each clock change of five years in each zone, a day before to a day after.</summary>
    [Fact]
    public void The_same_holds_over_every_clock_change() => Gen.Select(AnyHours(AnyWeekOnTheHour), AnyZone).Sample(
        (hours, zone) => zone.GetZoneIntervals(Dates.Utc("2024-02-01T00:00Z"), Dates.Utc("2028-11-30T00:00Z")).Where(i => i.HasStart && i.Start > Dates.Utc("2024-01-01T00:00Z")).All(change =>
        {
            var start = change.Start - Duration.FromDays(1);
            var open = Enumerable.Range(0, 192).Count(i => IsOpen(hours, (start + (i * Quarter)).InZone(zone).LocalDateTime));
            return new ServiceClock(hours, zone).Elapsed(start, start + (192 * Quarter)) == open * Quarter;
        }), iter: 20);

    [Fact]
    public void The_minutes_of_days_are_those_the_clock_has_elapsed() => Gen.Select(AnyClock, AnyInstant, Gen.Int[0, 60]).Sample((clock, instant, days) =>
    {
        var first = instant.InZone(clock.Zone).Date;
        var end = clock.Zone.AtStartOfDay(first.PlusDays(days + 1)).ToInstant();
        var elapsed = clock.Elapsed(clock.Zone.AtStartOfDay(first).ToInstant(), end);
        return elapsed == Duration.FromMinutes(clock.Hours.MinutesIn(first, first.PlusDays(days), clock.Zone)!.Value);
    });

    [Fact]
    public void Opening_hours_are_read_as_they_are_written() => AnyWeek.Sample(week => WeeklyHours.Parse(week.ToString()).Equals(week));

    private static Instant OnTheQuarter(Instant instant) =>
        Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 900 * 900);

    private static bool IsOpen(ServiceHours hours, LocalDateTime time) =>
        hours.On(time.Date).Any(span => span.From <= time.Hour * 60 + time.Minute && time.Hour * 60 + time.Minute < span.To);
}
