using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Domain.Returns;

/// <summary>What is to be said of an indicator that the contract counts from tickets. Paths are relative to it.</summary>
internal static class TicketChecks
{
    public static IEnumerable<Problem> Of(Indicator indicator, Measurement said) => (indicator.Evidence, said) switch
    {
        (null, Measurement.FromTickets) => [new(ReturnProblems.TicketsUnasked, "tickets", "the supplier's figures", "tickets")],
        ({ } rule, Measurement.FromTickets both) => [.. Claim(indicator, rule, both), .. LeftOut(both.Tickets.Counts)],
        ({ } rule, not Measurement.NotSupplied) => [new(ReturnProblems.TicketsMissing, "tickets", $"the ticket extract '{rule.Extract}'", "none")],
        _ => [],
    };

    private static IEnumerable<Problem> Claim(Indicator indicator, TicketRule rule, Measurement.FromTickets both)
    {
        if (both.Agrees(indicator)) yield break;
        var expected = $"{TicketClaim.Shown(indicator, both.Tickets)} from {rule.Extract}";
        yield return new(ReturnProblems.ClaimAgainstTickets, "tickets", expected, $"{TicketClaim.InWords(indicator, both)}; {TicketClaim.Reading(both.Tickets)}");
    }

    private static IEnumerable<Problem> LeftOut(TicketCounts counts)
    {
        foreach (var (count, why) in ((long, string)[])[(counts.WithoutResolution, "resolved, but not said when"), (counts.WithoutTarget, "of a priority without a target"), (counts.NotKnown, "in years whose bank holidays are not known")])
            if (count > 0)
                yield return new(ReturnProblems.TicketsLeftOut, "tickets", "every ticket told", $"{count} {why}");
    }
}
