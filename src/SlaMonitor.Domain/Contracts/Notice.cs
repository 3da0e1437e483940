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
    /// <summary>Sent later in the day, in the contract's zone, it counts as sent on the next working day; null where the whole day
    /// counts.</summary>
    public LocalTime? CutOff { get; init; }

    /// <summary>Where the contract says so.</summary>
    public string? Clause { get; init; }

    public static Notice Of(TimeLength length) => new(length, NoticeCounting.BackFromEnd, null, NonWorkingDay.RollBack);

    /// <summary>
    /// The last day on which notice can be sent and still be in time. Null where the bank holidays needed are not known.
    /// </summary>
    public LocalDate? LastSafeDay(LocalDate end, WorkingDays workingDays) => CountedBack(end, workingDays).LastSafeDay;

    /// <summary>The same, working day or not.</summary>
    public LocalDate? LastDay(LocalDate end, WorkingDays workingDays) => CountedBack(end, workingDays).LastDay;

    /// <summary>How the last safe day for an end is found, step by step.</summary>
    public NoticeCount CountedBack(LocalDate end, WorkingDays workingDays)
    {
        var back = Length.Before(end, workingDays);
        var received = Counting == NoticeCounting.ClearDays ? back?.PlusDays(-1) : back;
        var last = received is { } day ? Sent(day, workingDays) : null;
        return new(this, end, back, received, last, OnNonWorkingDay == NonWorkingDay.RollBack && last is { } sent ? workingDays.RollBack(sent) : last);
    }

    /// <summary>The earliest end for which a notice given on a day is in time: the first whose last safe day is not before it, so that
    /// forwards and backwards say the same. Null where the bank holidays needed are not known.</summary>
    /// <param name="notBefore">No end is earlier than that.</param>
    public LocalDate? EarliestEnd(LocalDate given, LocalDate notBefore, WorkingDays workingDays)
    {
        if ((DeemedReceived is null ? given : DeemedReceived.After(given, workingDays)) is not { } received) return null;
        if (Length.After(received, workingDays) is not { } end) return null;
        if (end < notBefore) end = notBefore;
        while (end > notBefore && LastSafeDay(end.PlusDays(-1), workingDays) >= given) end = end.PlusDays(-1);
        while (LastSafeDay(end, workingDays) is { } last)
        {
            if (last >= given) return end;
            end = end.PlusDays(1);
        }

        return null;
    }

    /// <summary>The last day by a day on which it can be deemed received: counted in working days, it is received on a working day. Null
    /// where the bank holidays needed are not known.</summary>
    public LocalDate? ReceivedOn(LocalDate by, WorkingDays workingDays) =>
        DeemedReceived is { Unit: TimeUnit.WorkingDays, Count: > 0 } ? workingDays.RollBack(by) : by;

    private LocalDate? Sent(LocalDate received, WorkingDays workingDays)
    {
        if (DeemedReceived is not { } deemed) return received;
        return ReceivedOn(received, workingDays) is { } day ? deemed.Before(day, workingDays) : null;
    }
}

/// <summary>A notice counted back from an end. Days are null from the step on for which the bank holidays are not known.</summary>
/// <param name="Back">The end less the length.</param>
/// <param name="Received">The last day on which it may be received: a day earlier where days are clear.</param>
/// <param name="LastDay">The last day of sending it, working day or not.</param>
/// <param name="LastSafeDay">The same, rolled back where the contract says so.</param>
public sealed record NoticeCount(Notice Notice, LocalDate End, LocalDate? Back, LocalDate? Received, LocalDate? LastDay, LocalDate? LastSafeDay);
