using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;

namespace SlaMonitor.Domain.Tickets;

/// <summary>What an extract was.</summary>
/// <param name="Sha256">Of the file as it came, in lower case hex.</param>
/// <param name="Rows">Rows of tickets read, without the header.</param>
/// <param name="BadRows">Those of them that could not be read; each was reported with its line.</param>
/// <param name="Tickets">Tickets that came of the others.</param>
/// <param name="Duplicates">Rows of one-row-per-ticket extracts that named a ticket again: the first row counts, each of the others was reported.</param>
public sealed record ExtractFacts(string Sha256, long Rows, long BadRows, long Tickets, long Duplicates)
{
    /// <summary>5998 rows, 0 of them not readable, 890 tickets.</summary>
    public string InWords() => $"{Rows} rows, {BadRows} of them not readable, {Tickets} tickets{(Duplicates > 0 ? $", {Duplicates} rows naming one again" : "")}";
}

/// <summary>One ticket that the supplier's reading takes otherwise than the contract's.</summary>
/// <param name="Line">In the extract, from 1.</param>
/// <param name="ByContract">What it is by the contract's rule, in words.</param>
/// <param name="ByReading">What it is by the other.</param>
public sealed record TicketDifference(string Number, long Line, string ByContract, string ByReading);

/// <summary>The reading that gives what the supplier stated.</summary>
/// <param name="Reading">In words: the clock runs around the clock instead of in 'core'.</param>
/// <param name="Tickets">How many tickets it takes otherwise.</param>
/// <param name="Differences">The first of those.</param>
public sealed record ReconcilingReading(string Reading, long Tickets, IReadOnlyList<TicketDifference> Differences);

/// <summary>An indicator's figures as counted from a ticket extract by the contract's rule, for one Service Period.</summary>
/// <param name="Extract">By its name in the contract.</param>
/// <param name="Figures">By part of the measure; none for a percentile.</param>
/// <param name="Level">Of a percentile, in the indicator's unit; null otherwise.</param>
public sealed record TicketEvidence(string Extract, ExtractFacts Facts, Figures Figures, Rational? Level, TicketCounts Counts)
{
    /// <summary>Of an availability, the true minutes of the period under its calendar; 0 of any other measure.</summary>
    public long AgreedMinutes { get; init; }

    /// <summary>Of an availability, the outages themselves, so that each is shown as it was taken; null of any other measure.</summary>
    public IReadOnlyList<Outage>? Outages { get; init; }

    /// <summary>Null where nothing differed, or no reading gives it.</summary>
    public ReconcilingReading? Reconciling { get; init; }
}
