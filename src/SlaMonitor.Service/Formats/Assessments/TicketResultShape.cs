using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>What the tickets of an indicator came to, beside the supplier's claim, in the assessment document.</summary>
internal static class TicketResultShape
{
    /// <summary>Of a result that has tickets.</summary>
    public static Shape<IndicatorResult> Shape { get; } = Build();

    private static RecordShape<IndicatorResult> Build()
    {
        var shape = new RecordShape<IndicatorResult>("ticketResult", "What a ticket extract comes to by the contract's rule, and what the supplier claims.");
        shape.Required("extract", Line, r => Of(r).Extract, "The extract, by its name in the contract.");
        shape.Required("rule", Line, r => r.Indicator.Evidence is { } rule ? TicketRuleInWords.Of(rule) : "", "How tickets are counted, in words.");
        shape.Optional("decides", Scalars.Words<EvidenceDecides>(), r => r.Indicator.Evidence?.Decides ?? EvidenceDecides.Tickets, EvidenceDecides.Tickets, "Where it is not the tickets: whose figures count.");
        shape.Required("file", File(), r => Of(r).Facts, "What the extract was.");
        shape.Optional("figures", ByPart, r => Of(r).Figures.All.Any() ? Of(r).Figures : null, "The figures that the tickets come to.");
        shape.OptionalValue("level", Exact, r => ClaimAgainstTickets.LevelOf(r.Indicator, Of(r)), "The level that the tickets come to, exactly.");
        shape.Required("counts", Counts(), r => Of(r).Counts, "How the tickets stood to the indicator.");
        shape.Optional("claimed", ByPart, r => r.Tickets!.Claimed, "The figures that the supplier gives.");
        shape.Required("agrees", Flag, Agrees, "Whether what the supplier says is what its tickets come to; true where it says nothing.");
        shape.Optional("reconciling", Reconciling(), r => Of(r).Reconciling, "Another reading of the tickets that gives what the supplier says.");
        return shape;
    }

    private static TicketEvidence Of(IndicatorResult result) => result.Tickets!.Tickets;

    private static bool Agrees(IndicatorResult result) => result.Tickets is { } both
        && ClaimAgainstTickets.Agrees(result.Indicator, both.Tickets, both.Claimed, both.Stated is { } stated ? (stated.Level, stated.Decimals) : null);

    private static RecordShape<ExtractFacts> File()
    {
        var shape = new RecordShape<ExtractFacts>("extractFacts", "What an extract was.");
        shape.Required("sha256", Line, f => f.Sha256, "Of the file as it came.");
        shape.Required("rows", Whole, f => f.Rows, "Rows of tickets, without the header.");
        shape.Required("badRows", Whole, f => f.BadRows, "Those of them that could not be read.");
        shape.Required("tickets", Whole, f => f.Tickets, "Tickets that came of the others.");
        shape.Optional("duplicates", Whole, f => f.Duplicates, 0L, "Rows that named a ticket again.");
        return shape;
    }

    private static RecordShape<TicketCounts> Counts()
    {
        var shape = new RecordShape<TicketCounts>("ticketCounts", "How many tickets stood how to the indicator; what is not named is none.");
        shape.Required("counted", Whole, c => c.Counted, "Those the level is over, open and overdue ones not among them.");
        shape.Required("good", Whole, c => c.Good, "Those of them that count as good.");
        Some("seconds", c => c.Seconds, "What they took in all, in seconds.");
        Some("openOverdue", c => c.OpenOverdue, "Past their target and open at the end of the period, counted as failed beside the others.");
        Some("otherPeriod", c => c.OtherPeriod, "Of another period, or of none yet.");
        Some("notSelected", c => c.NotSelected, "Of other kinds.");
        Some("cancelled", c => c.Cancelled, "Cancelled.");
        Some("withoutResolution", c => c.WithoutResolution, "Resolved, but not said when.");
        Some("withoutTarget", c => c.WithoutTarget, "Of a priority without a target.");
        Some("notKnown", c => c.NotKnown, "In years whose bank holidays are not known.");
        Some("justInTime", c => c.JustInTime, "In the last twentieth of their target.");
        Some("justLate", c => c.JustLate, "Late by no more than a twentieth of their target.");
        Some("lowered", c => c.Lowered, "Spared a failure by a lowered priority alone.");
        Some("paused", c => c.Paused, "With time on hold that did not count.");
        return shape;

        void Some(string key, Func<TicketCounts, long> get, string about) => shape.Optional(key, Whole, get, 0L, about);
    }

    private static RecordShape<ReconcilingReading> Reconciling()
    {
        var shape = new RecordShape<ReconcilingReading>("reconcilingReading", "A reading that gives what the supplier says.");
        shape.Required("reading", Line, r => r.Reading, "In words.");
        shape.Required("tickets", Whole, r => r.Tickets, "How many tickets it takes otherwise.");
        shape.OptionalList("differences", new ListShape<TicketDifference>(Difference()), r => r.Differences, "The first of those.");
        return shape;
    }

    private static RecordShape<TicketDifference> Difference()
    {
        var shape = new RecordShape<TicketDifference>("ticketDifference", "One ticket taken otherwise.");
        shape.Required("number", Line, d => d.Number, "The ticket's number.");
        shape.Required("line", Whole, d => d.Line, "Its line in the extract.");
        shape.Required("byContract", Line, d => d.ByContract, "What it is by the contract's rule.");
        shape.Required("byReading", Line, d => d.ByReading, "What it is by the other.");
        return shape;
    }
}
