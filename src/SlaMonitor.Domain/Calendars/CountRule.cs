using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SlaMonitor.Domain.Calendars;

public enum CountUnit
{
    WorkingDays,
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>Which day a count begins with.</summary>
public enum CountFrom
{
    /// <summary>The day after the date is day 1; a month ends on the corresponding date.</summary>
    Following,

    /// <summary>The date itself is day 1 (for working days, if it is one); a month ends on the day before the
    /// corresponding date.</summary>
    BeginningWith,

    /// <summary>As <see cref="Following"/>, but reckoned from the day after the date: a month from the 3rd ends on the 4th.</summary>
    FollowingTheDayAfter,
}

/// <summary>What becomes of a last day that is not a working day.</summary>
public enum RollTo
{
    Itself,
    NextWorkingDay,
    WorkingDayBefore,
}

/// <summary>
/// A time limit in whole days: 20 working days; 40 days beginning with; 1 month, or the next working day. Where months
/// or years end in a month that has no corresponding date, they end on its last day (the corresponding date rule:
/// Dodds v Walker [1981] 1 WLR 1027).
/// </summary>
public sealed record CountRule
{
    internal const int MaxCount = 5_000;

    /// <param name="count">From 1 to 5,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less or more.</exception>
    public CountRule(int count, CountUnit unit, CountFrom from = CountFrom.Following, RollTo roll = RollTo.Itself)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        Count = count;
        Unit = unit;
        From = from;
        Roll = roll;
    }

    public int Count { get; }

    public CountUnit Unit { get; }

    public CountFrom From { get; }

    public RollTo Roll { get; }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>20 working days</c>, <c>40 days beginning with</c>,
    /// <c>1 month, or the next working day</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CountRule? rule)
    {
        rule = CountRuleText.Read(text);
        return rule is not null;
    }

    /// <summary>The last day of the limit. Null where the bank holiday data that it needs do not reach.</summary>
    public LocalDate? Due(LocalDate date, WorkingDays calendar) => LastDay(date, calendar) is not { } last
        ? null
        : Roll switch
        {
            RollTo.NextWorkingDay => calendar.RollForward(last),
            RollTo.WorkingDayBefore => calendar.RollBack(last),
            _ => last,
        };

    public override string ToString() => CountRuleText.Write(this);

    internal bool IsInMonths => Unit is CountUnit.Months or CountUnit.Years;

    /// <summary>The last day before any move to a working day. Null where the data do not reach.</summary>
    internal LocalDate? LastDay(LocalDate date, WorkingDays calendar) => From switch
    {
        CountFrom.Following => Following(date, calendar),
        CountFrom.FollowingTheDayAfter => Following(date.PlusDays(1), calendar),
        _ => BeginningWith(date, calendar),
    };

    /// <summary>Whether the limit ends in a month that has no date corresponding to the one it is reckoned from.</summary>
    internal bool LacksCorrespondingDate(LocalDate date)
    {
        var reckoned = From == CountFrom.FollowingTheDayAfter ? date.PlusDays(1) : date;
        return IsInMonths && Corresponding(reckoned).Day != reckoned.Day;
    }

    private LocalDate? Following(LocalDate date, WorkingDays calendar) => Unit switch
    {
        CountUnit.WorkingDays => calendar.After(date, Count),
        CountUnit.Days => date.PlusDays(Count),
        CountUnit.Weeks => date.PlusWeeks(Count),
        _ => Corresponding(date),
    };

    private LocalDate? BeginningWith(LocalDate date, WorkingDays calendar) => Unit switch
    {
        CountUnit.WorkingDays => calendar.Covers(date) ? calendar.After(date, calendar.IsWorkingDay(date) ? Count - 1 : Count) : null,
        CountUnit.Days => date.PlusDays(Count - 1),
        CountUnit.Weeks => date.PlusWeeks(Count).PlusDays(-1),
        _ => LacksCorrespondingDate(date) ? Corresponding(date) : Corresponding(date).PlusDays(-1),
    };

    /// <summary>The corresponding date, or the last of a month that has none.</summary>
    private LocalDate Corresponding(LocalDate date) => Unit == CountUnit.Years ? date.PlusYears(Count) : date.PlusMonths(Count);
}
