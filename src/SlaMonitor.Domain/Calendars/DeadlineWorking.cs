using System.Globalization;
using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The day-by-day working of a time limit, which ends on the day <see cref="CountRule.Due"/> gives at once.</summary>
public static class DeadlineWorking
{
    public static Deadline Work(this CountRule rule, LocalDate date, WorkingDays calendar)
    {
        var last = rule.LastDay(date, calendar);
        var due = rule.Due(date, calendar);
        var days = Counting(rule, date, last, calendar).Concat(Rolling(rule, last, due, calendar));
        return new(due, due is null ? NotKnown(calendar) : null, rule.ToString(), calendar.ToString(), [.. days]);
    }

    private static string NotKnown(WorkingDays calendar) => calendar.Holidays.LastYear < calendar.Holidays.FirstYear
        ? $"No bank holidays were known: {calendar}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Bank holidays are known from {calendar.Holidays.FirstYear} to {calendar.Holidays.LastYear} only: {calendar}.");

    private static IEnumerable<DeadlineDay> Counting(CountRule rule, LocalDate date, LocalDate? last, WorkingDays calendar)
    {
        var first = date.PlusDays(DaysBeforeDayOne(rule));
        for (var day = date; day < first; day = day.PlusDays(1)) yield return Line(day, DayRole.ReckonedFrom, null, calendar);
        var counted = rule.Unit switch
        {
            CountUnit.WorkingDays => CountWorkingDays(first, last ?? LastCovered(calendar), calendar),
            CountUnit.Days or CountUnit.Weeks => CountDays(first, last!.Value, calendar),
            _ => [Line(last!.Value, RoleOfMonthsEnd(rule, date), null, calendar)],
        };
        foreach (var line in counted) yield return line;
    }

    /// <summary>The date, and the day after it where the limit is reckoned from that. Months have no day 1 to be ticked
    /// off, so their date is shown whatever they begin with.</summary>
    private static int DaysBeforeDayOne(CountRule rule) => rule.From switch
    {
        CountFrom.FollowingTheDayAfter => 2,
        CountFrom.BeginningWith when !rule.IsInMonths => 0,
        _ => 1,
    };

    private static DayRole RoleOfMonthsEnd(CountRule rule, LocalDate date) => rule switch
    {
        _ when rule.LacksCorrespondingDate(date) => DayRole.LastOfMonth,
        { From: CountFrom.BeginningWith } => DayRole.DayBeforeCorrespondingDate,
        _ => DayRole.CorrespondingDate,
    };

    private static IEnumerable<DeadlineDay> CountWorkingDays(LocalDate first, LocalDate last, WorkingDays calendar)
    {
        var number = 0;
        for (var day = first; day <= last && calendar.Covers(day); day = day.PlusDays(1))
        {
            yield return calendar.IsWorkingDay(day)
                ? Line(day, DayRole.Counted, ++number, calendar)
                : Line(day, DayRole.NotCounted, null, calendar);
        }
    }

    private static IEnumerable<DeadlineDay> CountDays(LocalDate first, LocalDate last, WorkingDays calendar) =>
        new DateInterval(first, last).Select((day, i) => Line(day, DayRole.Counted, i + 1, calendar));

    /// <summary>From the day after the last day, or before it, to the working day it is moved to.</summary>
    private static IEnumerable<DeadlineDay> Rolling(CountRule rule, LocalDate? last, LocalDate? due, WorkingDays calendar)
    {
        if (last is not { } end || due is not { } moved || moved == end) yield break;
        var step = rule.Roll == RollTo.NextWorkingDay ? 1 : -1;
        for (var day = end.PlusDays(step); day != moved; day = day.PlusDays(step)) yield return Line(day, DayRole.PassedOver, null, calendar);
        yield return Line(moved, DayRole.RolledTo, null, calendar);
    }

    private static DeadlineDay Line(LocalDate date, DayRole role, int? number, WorkingDays calendar) =>
        new(date, role, number, calendar.WhyNotWorking(date));

    private static LocalDate LastCovered(WorkingDays calendar) => new(calendar.Holidays.LastYear, 12, 31);
}
