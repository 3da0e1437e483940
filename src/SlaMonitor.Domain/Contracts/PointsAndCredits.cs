namespace SlaMonitor.Domain.Contracts;

/// <summary>What a period without a score does to a run of failures.</summary>
public enum GapInRun
{
    Breaks,
    Bridges,
}

/// <summary>
/// A Repeat KPI Failure (MSC Schedule 2.2 Part A): the second and every later failure of one KPI in consecutive
/// Measurement Periods counts <paramref name="Factor"/> times its own rung's points. It never compounds.
/// </summary>
/// <param name="WhenRelieved">What a period whose failure was relieved does to the run. Unless the contract says otherwise it
/// breaks nothing and counts nothing: the failures around it are as if they followed one another.</param>
public sealed record RepeatRule(int Factor, GapInRun WhenNotScored, GapInRun WhenRelieved = GapInRun.Bridges);

/// <summary>The points ledger, which stands apart from money.</summary>
public sealed record PointsTerms(RepeatRule? Repeat, string? Clause);

/// <summary>Which charges stand in for the last 12 months in the first contract year.</summary>
public enum FirstYearBase
{
    /// <summary>The charges estimated for the whole first contract year.</summary>
    EstimatedYear1Charges,

    /// <summary>The charges so far.</summary>
    ChargesToDate,
}

/// <summary>Whether the base of a rolling cap counts the charges of the period being reckoned.</summary>
public enum ThisPeriod
{
    Included,
    Excluded,
}

/// <summary>Which charges a cap is a share of, where it is not of a sum that the contract estimates.</summary>
public enum CapCharges
{
    /// <summary>The Service Charges as they fall due, before credits.</summary>
    Payable,

    /// <summary>What has been paid of them, as the client records it.</summary>
    Paid,
}

/// <summary>A limit on money. It stops money, never points.</summary>
public abstract record Cap(Percentage At, string? Clause)
{
    public CapCharges Charges { get; init; }

    /// <summary>True where its base is charges as they come, and not a sum that the contract estimates.</summary>
    public bool CountsCharges => this is OfPeriod { Estimated: null } or OfLast12Months or OfContractYear { Estimated: null };

    /// <summary>True where the contract or its returns must say what the charges are.</summary>
    public bool NeedsCharges => CountsCharges && Charges == CapCharges.Payable;

    /// <summary>A share of the period's own Service Charges, or of a sum estimated for each period, whole or part.</summary>
    public sealed record OfPeriod(Percentage At, string? Clause) : Cap(At, Clause)
    {
        /// <summary>The charges estimated for each period; null where the actual ones count.</summary>
        public Numbers.Money? Estimated { get; init; }
    }

    /// <summary>A share of the charges of 12 months, up to this period or up to the one before. Against it count the
    /// credits accrued in this period and the 11 months before, so that no 12 months ever bear more.</summary>
    public sealed record OfLast12Months(Percentage At, ThisPeriod ThisPeriod, FirstYearBase FirstYear, string? Clause) : Cap(At, Clause);

    /// <summary>A share of a sum estimated for 12 months. Against it count the credits accrued in this period and the 11 months
    /// before.</summary>
    public sealed record OfEstimated12Months(Percentage At, Numbers.Money Estimated, string? Clause) : Cap(At, Clause);

    /// <summary>A share of the charges of the contract year so far, this period included, or of a sum estimated for the whole year.
    /// Against it count the credits accrued in the same contract year. Contract years run from the start of the term; a
    /// Service Period belongs to the one its first day is in.</summary>
    /// <param name="Estimated">The charges estimated for the year; null where the actual ones so far count.</param>
    public sealed record OfContractYear(Percentage At, Numbers.Money? Estimated, string? Clause) : Cap(At, Clause);
}
