using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using static SlaMonitor.Domain.Tests.Calendars.CalendarGenerators;

namespace SlaMonitor.Domain.Tests.Calendars;

public class WorkingDaysLaws
{
    private static readonly Dictionary<Division, WorkingDays> Calendars =
        Divisions.All.ToDictionary(d => d, d => new WorkingDays(BankHolidays.Current, d));

    private static readonly Gen<WorkingDays> Calendar = AnyDivision.Select(d => Calendars[d]);

    /// <summary>The plain way: day by day, counting each that is neither weekend nor listed.</summary>
    [Fact]
    public void After_is_what_counting_day_by_day_gives() => Gen.Select(Calendar, AnyDate, Gen.Int[1, 60]).Sample((calendar, date, n) =>
    {
        var day = date;
        for (var left = n; left > 0;)
        {
            day = day.PlusDays(1);
            var listed = BankHolidays.Current.Of(calendar.Division, day.Year).Any(h => h.Date == day);
            if (day.DayOfWeek <= IsoDayOfWeek.Friday && !listed) left--;
        }
        return calendar.After(date, n) == day;
    });

    [Fact]
    public void From_a_date_to_the_nth_working_day_after_it_are_n() => Gen.Select(Calendar, AnyDate, Gen.Int[0, 200]).Sample(
        (calendar, date, n) => calendar.After(date, n) is not { } after || calendar.Between(date, after) == n);

    [Fact]
    public void Back_from_the_nth_working_day_after_a_working_day_is_that_day() => Gen.Select(Calendar, AnyDate, Gen.Int[0, 200]).Sample(
        (calendar, date, n) => !calendar.IsWorkingDay(date) || calendar.After(date, n) is not { } after || calendar.Before(after, n) == date);

    [Fact]
    public void Between_adds_up_and_turns_round() => Gen.Select(Calendar, AnyDate, AnyDate, AnyDate).Sample(
        (calendar, a, b, c) => calendar.Between(a, b) + calendar.Between(b, c) == calendar.Between(a, c)
            && calendar.Between(a, b) == -calendar.Between(b, a));

    [Fact]
    public void Rolling_ends_on_the_nearest_working_day() => Gen.Select(Calendar, AnyDate).Sample((calendar, date) =>
    {
        if (calendar.RollForward(date) is not { } forward || calendar.RollBack(date) is not { } back) return true;
        return calendar.IsWorkingDay(forward) && calendar.IsWorkingDay(back) && back <= date && date <= forward
            && calendar.Between(back, forward) == (calendar.IsWorkingDay(date) ? 0 : 1);
    });

    [Fact]
    public void The_union_has_no_working_day_that_a_division_lacks_and_every_one_they_share() => AnyDate.Sample(date =>
        Calendars[Division.UkUnion].IsWorkingDay(date)
            == Calendars.Values.Where(c => c.Division != Division.UkUnion).All(c => c.IsWorkingDay(date)));

    [Fact]
    public void The_working_of_a_deadline_ends_on_the_day_found_at_once() => Gen.Select(
        Calendar, AnyDate, Gen.Int[1, 60], Gen.Enum<CountUnit>(), Gen.Enum<CountFrom>(), Gen.Enum<RollTo>()).Sample(
        (calendar, date, count, unit, from, roll) =>
        {
            var rule = new CountRule(count, unit, from, roll);
            var deadline = rule.Work(date, calendar);
            return deadline.Due == rule.Due(date, calendar)
                && (deadline.Due is null || deadline.Days[^1].Date == deadline.Due)
                && deadline.Days.DistinctBy(d => (d.Date, d.Role)).Count() == deadline.Days.Count
                && (deadline.Due is null || deadline.Days.Count(d => d.Role == DayRole.Counted) == Counted(rule))
                && CountRule.TryParse(rule.ToString(), out var read) && read == rule;
        });

    private static int Counted(CountRule rule) => rule.Unit switch
    {
        CountUnit.WorkingDays or CountUnit.Days => rule.Count,
        CountUnit.Weeks => 7 * rule.Count,
        _ => 0,
    };
}
