using SlaMonitor.Domain;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Decisions, and what they did to a period, in the assessment document.</summary>
internal static class DecidedShape
{
    public static Shape<IReadOnlyList<Decision>> Decisions { get; } = new ListShape<Decision>(DecisionShapes.Any);

    public static Shape<Withholding> Withholding { get; } = WithholdingShape();

    public static Shape<IReadOnlyList<Problem>> Problems { get; } = new ListShape<Problem>(ProblemShape());

    private static RecordShape<Withholding> WithholdingShape()
    {
        var shape = new RecordShape<Withholding>("withholding", "Charges withheld for an Unacceptable KPI Failure.");
        shape.OptionalValue("amount", Pounds, w => w.Withheld, "Pounds ex VAT; absent where the charges are not known.");
        shape.OptionalList("working", IndicatorResultShape.Working, w => w.Working(), "How it was worked out.");
        return shape;
    }

    private static RecordShape<Problem> ProblemShape()
    {
        var shape = new RecordShape<Problem>("decisionProblem", "A decision that the results do not bear out.");
        shape.Required("code", Line, p => p.Code.Name, "What kind of problem.");
        shape.Required("expected", Line, p => p.Expected, "What would have been right.");
        shape.Required("found", Line, p => p.Found, "What is there.");
        return shape;
    }
}
