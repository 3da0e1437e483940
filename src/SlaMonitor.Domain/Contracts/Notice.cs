using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

/// <summary>How notice is counted back from the end of the term.</summary>
public enum NoticeCounting
{
    /// <summary>The end date less the length.</summary>
    BackFromEnd,

    /// <summary>Neither the day of notice nor the end date counts: one day more.</summary>
    ClearDays,
}

/// <summary>What the last safe day becomes where it falls on no working day.</summary>
public enum NonWorkingDay
{
    RollBack,
    Stands,
}

/// <summary>Notice under the contract.</summary>
/// <param name="DeemedReceived">How long after sending a notice counts as received; nothing where it counts at once.</param>
public sealed record Notice(TimeLength Length, NoticeCounting Counting, TimeLength? DeemedReceived, NonWorkingDay OnNonWorkingDay)
{
    public static Notice Of(TimeLength length) => new(length, NoticeCounting.BackFromEnd, null, NonWorkingDay.RollBack);

    /// <summary>
    /// The last day on which notice can be sent and still be in time. Null where the bank holidays needed are not known.
    /// </summary>
    public LocalDate? LastSafeDay(LocalDate end, WorkingDays workingDays)
    {
        var last = LastDay(end, workingDays);
        return last is { } day && OnNonWorkingDay == NonWorkingDay.RollBack ? workingDays.RollBack(day) : last;
    }

    /// <summary>The same, working day or not.</summary>
    public LocalDate? LastDay(LocalDate end, WorkingDays workingDays)
    {
        if (Length.Before(end, workingDays) is not { } received) return null;
        if (Counting == NoticeCounting.ClearDays) received = received.PlusDays(-1);
        return DeemedReceived is null ? received : DeemedReceived.Before(received, workingDays);
    }
}
