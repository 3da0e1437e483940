using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Counts tickets by another reading beside the contract's, and keeps the first tickets that the two take otherwise.</summary>
/// <param name="kept">How many of those.</param>
public sealed class ReadingTally(OtherReading reading, PeriodTerms terms, TicketWords words, int kept)
{
    private readonly TicketTally _tally = new(reading.Indicator, terms, words);
    private readonly List<TicketDifference> _differences = [];
    private long _tickets;

    /// <param name="byContract">What the contract's rule makes of the ticket.</param>
    public void Add(in Ticket ticket, in TicketVerdict byContract, ITicketPlace place)
    {
        var byReading = _tally.Add(ticket);
        if (byReading.Standing == byContract.Standing && byReading.IsGood == byContract.IsGood && (byReading.Seconds == byContract.Seconds || !IsOfTime)) return;
        if (!byReading.Counts && !byContract.Counts) return;
        _tickets++;
        if (_differences.Count < kept) _differences.Add(new(place.Number, place.Line, byContract.InWords(), byReading.InWords()));
    }

    /// <summary>The reading, where it gives what the supplier says; null where it does not.</summary>
    /// <inheritdoc cref="ClaimAgainstTickets.Agrees"/>
    public ReconcilingReading? Reconciling(ExtractFacts extract, Figures? parts, (Numbers.Rational Level, int Decimals)? level) =>
        ClaimAgainstTickets.Agrees(reading.Indicator, _tally.Evidence(extract), parts, level) ? new(reading.InWords, _tickets, _differences) : null;

    private bool IsOfTime => reading.Indicator.Measure is Availability or AverageOfCases or StatedPercentile;
}
