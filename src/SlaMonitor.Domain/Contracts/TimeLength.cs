using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

public enum TimeUnit
{
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// <summary>A length of time as a contract states it: 5 years, 12 weeks, 10 working days.</summary>
/// <param name="Count">Zero or more.</param>
public sealed record TimeLength(int Count, TimeUnit Unit)
{
    public static TimeLength Days(int count) => new(count, TimeUnit.Days);

    public static TimeLength Months(int count) => new(count, TimeUnit.Months);

    /// <summary>The day so much later; months clamp to the month's last day. Null where the bank holidays needed are
    /// not known.</summary>
    public LocalDate? After(LocalDate date, WorkingDays workingDays) => Unit switch
    {
        TimeUnit.Days => date.PlusDays(Count),
        TimeUnit.WorkingDays => workingDays.After(date, Count),
        TimeUnit.Weeks => date.PlusWeeks(Count),
        TimeUnit.Months => date.PlusMonths(Count),
        TimeUnit.Years => date.PlusYears(Count),
        _ => throw new InvalidOperationException($"{Unit} is not a unit of time."),
    };

    /// <summary>The day so much earlier; see <see cref="After"/>.</summary>
    public LocalDate? Before(LocalDate date, WorkingDays workingDays) => Unit == TimeUnit.WorkingDays
        ? workingDays.Before(date, Count)
        : new TimeLength(-Count, Unit).After(date, workingDays);

    /// <summary>Whole years, never less than it lasts.</summary>
    public int YearsAtMost => Unit switch
    {
        TimeUnit.Years => Count,
        TimeUnit.Months => (Count + 11) / 12,
        TimeUnit.Weeks => ((Count * 7) + 364) / 365,
        _ => (Count + 364) / 365,
    };

    /// <summary>10 working days; 1 year.</summary>
    public override string ToString()
    {
        var unit = Unit == TimeUnit.WorkingDays ? "working days" : Unit.ToString().ToLowerInvariant();
        return $"{Count} {(Count == 1 ? unit[..^1] : unit)}";
    }
}
