using NodaTime;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

public enum KeyDateKind
{
    /// <summary>The last day of the term as it stands.</summary>
    CurrentEnd,

    InitialEnd,

    /// <summary>The earliest that the term can end if notice is given on the day looked at.</summary>
    EarliestEnd,

    /// <summary>The last day of the term with every option taken up that still can be.</summary>
    LatestEnd,

    /// <summary>Notice of an option.</summary>
    Notice,

    /// <summary>Exercise of an option, where that is another act, or where no notice is stated.</summary>
    Exercise,

    /// <summary>Notice to end the contract on a break date.</summary>
    BreakNotice,

    Milestone,
}

/// <summary>Where a date stands on the day looked at.</summary>
public enum DateState
{
    /// <summary>It is behind us. Of a notice: the safe day is, and it may still be in time on the last day.</summary>
    Passed,

    Today,

    Coming,

    /// <summary>It was not done in time, or can no longer be done.</summary>
    Lapsed,

    /// <summary>What it asks for is recorded as done.</summary>
    Done,
}

/// <summary>A date of a contract, and how it is found.</summary>
public sealed record KeyDate
{
    public required KeyDateKind Kind { get; init; }

    /// <summary>What tells it from the contract's other dates, whatever day it falls on: <c>end</c>, <c>notice of option 1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The day; of what has to be done by a day, the last safe one. Null where the bank holidays needed are not known.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>Of what has to be done by a day: the last one, working day or not. Null where it has none, or it is not known.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>Why <see cref="Day"/> cannot be told; null where it can.</summary>
    public string? NotKnown { get; init; }

    /// <summary>True where it rests on a date known to the month only, so that it is no more certain than that.</summary>
    public bool IsMonthOnly { get; init; }

    /// <summary>The time by which it has to be done on that day, in the contract's zone; null where the whole day counts.</summary>
    public LocalTime? CutOff { get; init; }

    public required DateState State { get; init; }

    /// <summary>The day it was done on; null where it was not.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>What has to happen before it can matter, such as <c>option 1 is exercised</c>; null where nothing has to.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>Where the contract says so; null where its file names no clause, and where it does not say so at all.</summary>
    public string? Clause { get; init; }

    /// <summary>True where it is not the contract's own.</summary>
    public bool IsLocalPolicy { get; init; }

    /// <summary>The clause, or what stands in for it.</summary>
    public string Source => Clause ?? (IsLocalPolicy ? "local policy" : "contract, no clause named");

    /// <summary>True where something has to be done by it.</summary>
    public bool IsDeadline => Kind >= KeyDateKind.Notice;

    /// <summary>The day that alerts go by: where the safe day is not known, the last one is better than none.</summary>
    public LocalDate? AlertsBy => Day ?? LastDay;

    /// <summary>True where it lies ahead, can be told, and depends on nothing yet to happen.</summary>
    public bool IsAhead => State is DateState.Coming or DateState.Today && AlertsBy is not null && OnlyIf is null;

    /// <summary>How it is found, line by line.</summary>
    public IReadOnlyList<WorkingLine> Working => [.. Lines()];

    /// <summary>Writes the Working from the facts found, when it is asked for.</summary>
    internal Func<IEnumerable<WorkingLine>> Lines { get; init; } = () => [];
}
