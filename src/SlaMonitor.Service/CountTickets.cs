using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service;

/// <summary>An extract that came, and how to read it from its beginning.</summary>
/// <param name="Open">May be asked twice.</param>
public sealed record SentExtract(string Name, Func<Stream> Open);

/// <summary>What an extract came to in one Service Period.</summary>
/// <param name="Extract">By its name in the contract.</param>
/// <param name="Sha256">Of the bytes as they came, in lower case hex.</param>
/// <param name="Indicators">Every indicator in force that the contract counts from it; none where the file was refused.</param>
public sealed record CountedExtract(string Extract, string Sha256, TicketReading Reading, IReadOnlyList<(Indicator Indicator, TicketEvidence Tickets)> Indicators);

/// <summary>
/// The step from a ticket extract to the figures of indicators: the file is read once as a stream and every indicator counts each ticket. Where a
/// supplier's figures are others, it is read once more, by every other reading at once, to tell which of them gives its figures.
/// </summary>
public static class CountTickets
{
    /// <summary>So many of the tickets that make a difference are named.</summary>
    private const int DifferencesKept = 20;

    public static CountedExtract Of(SentExtract sent, PeriodTerms terms, TicketFileLimits limits)
    {
        var extract = ExtractOf(sent, terms);
        var words = TicketWords.Of(terms.Terms, extract);
        var tallies = CountedFrom(extract, terms).Select(i => new TicketTally(i, terms, words)).ToArray();
        using var stream = new HashedBytes(sent.Open());
        var reading = TicketFile.Read(stream, extract, terms.Terms, limits, (in Ticket ticket, ITicketPlace _) =>
        {
            foreach (var tally in tallies) tally.Add(ticket);
        });
        var sha256 = stream.Sha256();
        return new(extract.Name, sha256, reading, reading.IsRefused ? [] : [.. tallies.Select(t => (t.Indicator, t.Evidence(reading.Facts(sha256))))]);
    }

    /// <summary>The figures of a return with what the tickets say beside them.</summary>
    public static PeriodFigures Beside(PeriodFigures figures, SentExtract sent, CountedExtract counted, PeriodTerms terms, TicketFileLimits limits)
    {
        var both = counted.Indicators.Select(c => (c.Indicator, c.Tickets, Said: figures.Find(c.Indicator.Code) ?? new(c.Indicator.Code, new Measurement.NotSupplied(), null))).ToList();
        var differing = both.Where(b => !new Measurement.FromTickets(b.Tickets, b.Said.Measurement).Agrees(b.Indicator)).Select(b => (b.Indicator, new Measurement.FromTickets(b.Tickets, b.Said.Measurement))).ToList();
        var reconciling = differing.Count == 0 ? [] : Reconciling(differing, sent, terms, limits);
        var told = both.ToDictionary(b => b.Indicator.Code, b => b.Said with { Measurement = new Measurement.FromTickets(b.Tickets with { Reconciling = reconciling.GetValueOrDefault(b.Indicator.Code) }, b.Said.Measurement) });
        return figures with
        {
            Indicators = [.. figures.Indicators.Select(i => told.Remove(i.Code, out var both) ? both : i), .. told.Values],
        };
    }

    private static Dictionary<string, ReconcilingReading?> Reconciling(IReadOnlyList<(Indicator Indicator, Measurement.FromTickets Both)> differing, SentExtract sent, PeriodTerms terms, TicketFileLimits limits)
    {
        var extract = ExtractOf(sent, terms);
        var words = TicketWords.Of(terms.Terms, extract);
        var calendars = terms.Terms.Draft.Calendars.Select(c => c.Name).ToList();
        var tallies = differing.Select(d => (
            d.Indicator, d.Both, Own: new TicketTally(d.Indicator, terms, words),
            Others: OtherReadings.Of(d.Indicator, calendars).Select(r => new ReadingTally(r, terms, words, DifferencesKept)).ToArray())).ToArray();
        using var stream = sent.Open();
        TicketFile.Read(stream, extract, terms.Terms, limits, (in Ticket ticket, ITicketPlace place) =>
        {
            foreach (var tally in tallies)
            {
                var verdict = tally.Own.Add(ticket);
                foreach (var other in tally.Others) other.Add(ticket, verdict, place);
            }
        });
        return tallies.ToDictionary(t => t.Indicator.Code, t => t.Others.Select(o => o.Reconciling(t.Both.Tickets.Facts, t.Both.Claimed, t.Both.ClaimedLevel)).FirstOrDefault(r => r is not null));
    }

    private static IEnumerable<Indicator> CountedFrom(TicketExtract extract, PeriodTerms terms) => terms.Indicators.Where(i => i.Evidence?.Extract == extract.Name);

    private static TicketExtract ExtractOf(SentExtract sent, PeriodTerms terms) =>
        terms.Terms.Draft.Extracts.FirstOrDefault(e => e.Name == sent.Name) ?? throw new ArgumentException($"The contract has no extract '{sent.Name}'.", nameof(sent));
}
