using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes how tickets became figures, and what the supplier says beside them.</summary>
internal static class TicketWorking
{
    public static IEnumerable<WorkingLine> Of(IndicatorResult result)
    {
        if (result is not { Tickets: { Tickets: var tickets } both, Indicator: { Evidence: { } rule } indicator }) yield break;
        yield return new(indicator.Clause, $"Tickets of '{rule.Extract}': {TicketRuleInWords.Of(rule)}", Source(tickets.Facts), TicketClaim.Standings(tickets.Counts), TicketClaim.Shown(indicator, tickets));
        if (both.Agrees(indicator)) yield break;
        yield return new(
            indicator.Clause, $"Claim against tickets: {(rule.Decides == EvidenceDecides.Tickets ? "the tickets decide" : "what is stated decides")}",
            TicketClaim.InWords(indicator, both), TicketClaim.Reading(tickets), $"from tickets {TicketClaim.Shown(indicator, tickets)}");
    }

    private static string Source(ExtractFacts facts) =>
        $"extract {facts.Sha256[..Math.Min(12, facts.Sha256.Length)]}: {facts.InWords()}";
}
