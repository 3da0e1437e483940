using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes the Working of a composite indicator: a line for each part, then the combination.</summary>
internal static class CompositeWorking
{
    public static IEnumerable<WorkingLine> Of(IndicatorResult result)
    {
        var indicator = result.Indicator;
        foreach (var part in result.Parts) yield return Part(indicator, part);
        yield return new(indicator.Clause, Rule(indicator.Combination!), $"{result.Parts.Count(p => p.Counted)} of {result.Parts.Count.Counted("part")}", Arithmetic(result), result.Level is { } level ? IndicatorWorking.Exact(indicator, level) : result.Outcome.InWords());
    }

    /// <summary>How a combination works, in words.</summary>
    public static string Rule(Combination combination) => combination switch
    {
        Combination.WeightedMean { Scales.Count: > 0 } => "Weighted mean of scores",
        Combination.WeightedMean => "Weighted mean of levels",
        Combination.WorstOf => "The worst score",
        Combination.Gate => "Yes unless a critical part failed",
        Combination.KOfN needs => $"Yes where at least {needs.AtLeast} of {needs.Of.Count} met their target, or that share of those counted",
        Combination.ShareMet => "Share of the parts measured that met their target",
        Combination.PooledRate => "Sum of good cases / sum of all cases",
        _ => throw new InvalidOperationException("The set of combinations is closed."),
    };

    private static WorkingLine Part(Indicator composite, CombinedPart part)
    {
        var scale = part.Score is null ? "" : Scale(composite.Combination!, part);
        var weight = part.Weight is { } weighs ? $", weight {weighs}" : "";
        return new(part.Indicator.Clause, $"Part {part.Indicator.Code}{weight}", part.Level is { } shown ? $"{IndicatorWorking.Exact(part.Indicator, shown)}, {part.Outcome.InWords()}" : part.Outcome.InWords(), scale, Entered(composite.Combination!, part));
    }

    /// <summary>What of a part entered the reckoning.</summary>
    private static string Entered(Combination combination, CombinedPart part) => part switch
    {
        { Counted: false } => "left out",
        _ when combination is Combination.PooledRate => $"{CompositeEvaluator.GoodCases(part)} of {CompositeEvaluator.AllCases(part)} cases",
        { Score: { } score } => $"score {WorkingFigure.Of(score)}",
        { Level: { } level } => IndicatorWorking.Exact(part.Indicator, level),
        _ => "counts as zero",
    };

    private static string Scale(Combination combination, CombinedPart part)
    {
        var scales = combination is Combination.WeightedMean mean ? mean.Scales : ((Combination.WorstOf)combination).Scales;
        var scale = scales.First(s => s.Key == part.Indicator.Code).Value;
        return $"({WorkingFigure.Of(part.Level!.Value)} - {scale.Worst}) / ({scale.Best} - {scale.Worst}) x 100, within 0 to 100";
    }

    private static string Arithmetic(IndicatorResult result)
    {
        var counted = result.Parts.Where(p => p.Counted).ToList();
        var met = counted.Count(p => p.Outcome is Outcome.Met);
        return result.Indicator.Combination switch
        {
            _ when result.Level is null => "",
            Combination.WeightedMean => $"({string.Join(" + ", counted.Select(p => $"{p.Weight} x {ScoreText(p)}"))}) / {counted.Aggregate(Rational.Zero, (sum, p) => sum + p.Weight!.Value)}",
            Combination.WorstOf => $"least of {string.Join(", ", counted.Select(ScoreText))}",
            Combination.Gate or Combination.KOfN or Combination.ShareMet => $"{met} met of {counted.Count}",
            _ => $"({Sum(counted, CompositeEvaluator.GoodCases)}) / ({Sum(counted, CompositeEvaluator.AllCases)})",
        };
    }

    private static string Sum(IEnumerable<CombinedPart> parts, Func<CombinedPart, Rational> cases) => string.Join(" + ", parts.Select(cases));

    private static string ScoreText(CombinedPart part) => (part.Score ?? part.Level) is { } score ? WorkingFigure.Of(score) : "0";
}
