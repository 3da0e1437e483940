using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What a milestone is reckoned from. A closed set.</summary>
public abstract record MilestoneBase
{
    private MilestoneBase()
    {
    }

    /// <summary>The first day of the term.</summary>
    public sealed record StartOfTerm : MilestoneBase;

    /// <summary>The last day of the term as it stands, so that the milestone moves with it.</summary>
    public sealed record EndOfTerm : MilestoneBase;

    public sealed record OnDay(LocalDate Day) : MilestoneBase;
}

public enum MilestoneSide
{
    Before,
    After,
}

/// <summary>So long before or after.</summary>
public sealed record MilestoneOffset(TimeLength Length, MilestoneSide Side);

/// <summary>A day by which something has to be done under a contract: start of procurement, exit plan, staff transfer, review.</summary>
/// <param name="Title">Its name, once in a contract.</param>
/// <param name="Offset">Null where it is on that very day.</param>
/// <param name="OnNonWorkingDay">What becomes of it on a day that is no working day.</param>
/// <param name="Clause">Where the contract says so. Null where it does not: then the milestone is local policy.</param>
public sealed record ContractMilestone(string Title, MilestoneBase From, MilestoneOffset? Offset, NonWorkingDay OnNonWorkingDay, string? Clause)
{
    public bool IsLocalPolicy => Clause is null;

    /// <summary>The day, working day or not. Null where the bank holidays needed are not known.</summary>
    /// <param name="from">The day of <see cref="From"/>.</param>
    public LocalDate? Reckoned(LocalDate from, WorkingDays workingDays) => Offset switch
    {
        null => from,
        { Side: MilestoneSide.Before } before => before.Length.Before(from, workingDays),
        var after => after.Length.After(from, workingDays),
    };

    /// <summary>The day by which it is safe. Null where the bank holidays needed are not known.</summary>
    public LocalDate? SafeDay(LocalDate from, WorkingDays workingDays) =>
        Reckoned(from, workingDays) is { } day && OnNonWorkingDay == NonWorkingDay.RollBack ? workingDays.RollBack(day) : Reckoned(from, workingDays);
}
