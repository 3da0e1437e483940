using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>What one day is in the working of a deadline.</summary>
public enum DayRole
{
    /// <summary>The date the limit is reckoned from, or the day after it where that is the rule; it has no number.</summary>
    ReckonedFrom,

    /// <summary>Counted; the line has its number.</summary>
    Counted,

    /// <summary>Within the limit but not counted, being no working day.</summary>
    NotCounted,

    /// <summary>The date on which whole months or years end.</summary>
    CorrespondingDate,

    /// <summary>The day before it, where the months begin with the date they are reckoned from.</summary>
    DayBeforeCorrespondingDate,

    /// <summary>The end of a month that has no corresponding date.</summary>
    LastOfMonth,

    /// <summary>Passed over on the way to a working day.</summary>
    PassedOver,

    /// <summary>The working day the last day was moved to.</summary>
    RolledTo,
}

/// <summary>One day of the working of a deadline, to be ticked off on a wall calendar.</summary>
/// <param name="Number">The number of a counted day, from 1.</param>
/// <param name="NotWorking">Why it is no working day: <c>Saturday</c>, <c>Sunday</c> or the bank holiday's title. Null for
/// a working day, and where that is not known and does not matter.</param>
public sealed record DeadlineDay(LocalDate Date, DayRole Role, int? Number, string? NotWorking);

/// <summary>A last day and how it was found.</summary>
/// <param name="Due">Null where it is not known; then <paramref name="NotKnown"/> says why, and the days go as far as they can.</param>
/// <param name="Rule">For instance <c>20 working days</c>.</param>
/// <param name="Calendar">The division and the version of the bank holidays, for instance <c>uk-union, uk-bank-holidays v1</c>.</param>
/// <param name="Days">In order of date, or backwards from the end where the last day is rolled back.</param>
public sealed record Deadline(
    LocalDate? Due, string? NotKnown, string Rule, string Calendar, IReadOnlyList<DeadlineDay> Days);
