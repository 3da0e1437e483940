using NodaTime;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Register;

/// <summary>Something an assessment was made from, by name and by the hash of its canonical form.</summary>
public sealed record Pinned(string Name, string Sha256);

/// <summary>
/// An assessment: the result of every period by hash, and everything they were made from, so that it can be made again years later.
/// </summary>
/// <param name="Number">Of the contract's assessments, from 1.</param>
/// <param name="MadeAt">When.</param>
/// <param name="AsOf">The local day in the contract's zone.</param>
/// <param name="Engine">The version of the rules.</param>
/// <param name="Tzdb">The version of the time zone data.</param>
/// <param name="Calendar">The version of the bank holidays.</param>
public sealed record Manifest(int Number, Instant MadeAt, LocalDate AsOf, string Engine, string Tzdb, string Calendar)
{
    /// <summary>The contract versions, by the day they took effect.</summary>
    public IReadOnlyList<Pinned> Versions { get; init; } = [];

    /// <summary>The returns that stood, such as <c>2024-03 revision 1</c>.</summary>
    public IReadOnlyList<Pinned> Returns { get; init; } = [];

    /// <summary>The decisions, by number.</summary>
    public IReadOnlyList<Pinned> Decisions { get; init; } = [];

    /// <summary>The result of each ended Service Period, such as <c>2024-03</c>.</summary>
    public IReadOnlyList<Pinned> Periods { get; init; } = [];

    /// <summary>The same periods in sum, in the same order, so that statements and lists need no document.</summary>
    public IReadOnlyList<PeriodInSum> Sums { get; init; } = [];

    /// <summary>The keys of every alert that arises from it, shortened to 16 digits of their hash.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    /// <summary>What each of them says, shortened to 8 digits of its hash, in the same order; empty where it was made before they were kept.
    /// Tells which of those that stand say something else by now.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>What calendars are told of the contract's dates, by key.</summary>
    public IReadOnlyList<CalendarEntry> Dates { get; init; } = [];

    /// <summary>The last day of the term as it is known on that day.</summary>
    public required LocalDate End { get; init; }

    public required int Points { get; init; }

    /// <summary>The Service Credits of all periods that can be told, ex VAT.</summary>
    public required Money Payable { get; init; }

    /// <summary>True where another assessment was made from the same and came to the same: only the day or the number differ.</summary>
    public bool SaysTheSameAs(Manifest? other) => other is not null
        && (Engine, Tzdb, Calendar, End, Points, Payable) == (other.Engine, other.Tzdb, other.Calendar, other.End, other.Points, other.Payable)
        && Versions.SequenceEqual(other.Versions) && Returns.SequenceEqual(other.Returns) && Decisions.SequenceEqual(other.Decisions)
        && Periods.SequenceEqual(other.Periods) && Alerts.SequenceEqual(other.Alerts) && Texts.SequenceEqual(other.Texts)
        && Dates.SequenceEqual(other.Dates);
}
