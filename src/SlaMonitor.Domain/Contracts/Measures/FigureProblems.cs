namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>Figures that are impossible for a measure. Names are stable.</summary>
public static class FigureProblems
{
    public static readonly ProblemCode PartExceedsWhole = new("part-exceeds-whole", true, "A part cannot be more than the whole it belongs to.");
    public static readonly ProblemCode OffTheScale = new("off-the-scale", true, "Answers on a scale cannot add up to more or less than the scale allows.");
}
