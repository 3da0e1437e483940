using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>What becomes of the room under caps that a returned credit had taken.</summary>
public enum UsedCap
{
    /// <summary>It stays taken: the credit accrued all the same.</summary>
    Stays,

    /// <summary>It is free again from the Service Period after the return on.</summary>
    IsFreed,
}

/// <summary>A Service Credit is returned to the supplier if a higher level is then sustained. It is a line on the statement of the
/// Service Period in which that comes about, and never a change to the one that credited.</summary>
/// <param name="Levels">By indicator, the level to be reached or bettered.</param>
/// <param name="SustainedPeriods">In so many Service Periods in a row after the failure.</param>
/// <param name="WithinPeriods">By the so-manieth Service Period after the failure at the latest.</param>
/// <param name="Share">How much of the credit is returned.</param>
public sealed record EarnBack(
    IReadOnlyList<KeyValuePair<string, Rational>> Levels, int SustainedPeriods, int WithinPeriods, Percentage Share, UsedCap UsedCap, string? Clause);
