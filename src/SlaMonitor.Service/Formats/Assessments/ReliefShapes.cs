using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Reliefs and disputes of one result in the assessment document.</summary>
internal static class ReliefShapes
{
    public static Shape<IndicatorResult> Relief { get; } = ReliefShape();

    public static Shape<Dispute> Dispute { get; } = DisputeShape();

    private static RecordShape<IndicatorResult> ReliefShape()
    {
        var shape = new RecordShape<IndicatorResult>("relief", "Where the relief of a result stands.");
        shape.Required("state", Text<Relief>("claimed, accepted, partAccepted or rejected", State, "^(claimed|accepted|partAccepted|rejected)$"), r => r.Relief!, "The latest decision, or that there is none.");
        shape.Required("open", Flag, r => r.Relief!.IsOpen, "True where a claim waits to be decided.");
        shape.Optional("without", IndicatorResultShape.InSum, r => r.Without, "The result as it would be without the relief, where that differs.");
        return shape;
    }

    private static string State(Relief relief) => relief.Decided switch
    {
        null => "claimed",
        Decision.ReliefAccepted => "accepted",
        Decision.ReliefPartAccepted => "partAccepted",
        _ => "rejected",
    };

    private static RecordShape<Dispute> DisputeShape()
    {
        var shape = new RecordShape<Dispute>("dispute", "Where the dispute of a result stands. It changes no figure by itself.");
        shape.Required("opened", Scalars.Day, d => d.Opened.On, "The day it was opened.");
        shape.OptionalValue("resolved", Scalars.Day, d => d.Resolved?.On, "The day it was resolved.");
        shape.OptionalValue("outcome", Scalars.Words<DisputeOutcome>(), d => d.Resolved?.Outcome, "What came of it.");
        return shape;
    }
}
