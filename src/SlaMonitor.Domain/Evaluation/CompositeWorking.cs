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
        Combination.VolumeWeightedMean => "Mean of levels, weighted by numbers of the period",
        Combination.WorstOf => "The worst score",
        Combination.WorstLevel => "The worst level",
        Combination.GeometricMean mean => $"Weighted geometric mean of scores, to {mean.Decimals.Counted("decimal")}, halves away from zero",
        Combination.DistanceToTarget distance => $"Weighted mean of distances to target, {(distance.IsCapped ? "none above 100" : "not capped")}",
        Combination.BandScore band => $"{band.Taken} of the scores of rungs",
        Combination.Change change => $"Change against {change.PeriodsBack.Counted("Service Period")} before",
        Combination.Gate => "Yes unless a critical part failed",
        Combination.KOfN needs => $"Yes where at least {needs.AtLeast} of {needs.Of.Count} met their target, or that share of those counted",
        Combination.ShareMet => "Share of the parts measured that met their target",
        Combination.PooledRate => "Sum of good cases / sum of all cases",
        _ => throw new InvalidOperationException("The set of combinations is closed."),
    };

    private static WorkingLine Part(Indicator composite, CombinedPart part)
    {
        var scale = part.Score is null ? "" : Score(composite.Combination!, part);
        var weight = part.Weight is { } weighs ? $", weight {weighs}{By(composite.Combination!, part)}" : "";
        return new(part.Indicator.Clause, $"Part {part.Indicator.Code}{weight}", part.Level is { } shown ? $"{IndicatorWorking.Exact(part.Indicator, shown)}, {part.Outcome.InWords()}" : part.Outcome.InWords(), scale, Entered(composite.Combination!, part));
    }

    /// <summary>What counted the weight.</summary>
    private static string By(Combination combination, CombinedPart part) => combination is not Combination.VolumeWeightedMean mean ? ""
        : mean.VolumeOf(part.Indicator.Code) is var by && by == part.Indicator.Code ? " cases of its own" : $" by {by}";

    /// <summary>What of a part entered the reckoning.</summary>
    private static string Entered(Combination combination, CombinedPart part) => part switch
    {
        { Counted: false } => "left out",
        _ when combination is Combination.PooledRate => $"{CompositeEvaluator.GoodCases(part)} of {CompositeEvaluator.AllCases(part)} cases",
        { Score: { } score } => $"score {WorkingFigure.Of(score)}",
        { Level: { } level } => IndicatorWorking.Exact(part.Indicator, level),
        _ => "counts as zero",
    };

    private static string Score(Combination combination, CombinedPart part)
    {
        if (combination is Combination.BandScore) return "the score of its rung";
        if (combination is Combination.DistanceToTarget distance)
            return $"{(part.Result.Ladder!.Better == Polarity.Higher ? "level / target" : "target / level")} x 100, target {part.Indicator.ShowBound(part.Result.Ladder.Target.Bound!.Value)}{(distance.IsCapped ? ", at most 100" : "")}";
        var scale = PartScores.ScaleOf(combination, part.Indicator.Code)!;
        return $"({WorkingFigure.Of(part.Level!.Value)} - {scale.Worst}) / ({scale.Best} - {scale.Worst}) x 100, within 0 to 100";
    }

    private static string Arithmetic(IndicatorResult result)
    {
        var counted = result.Parts.Where(p => p.Counted).ToList();
        var met = counted.Count(p => p.Outcome is Outcome.Met);
        return result.Indicator.Combination switch
        {
            _ when result.Level is null => "",
            Combination.WeightedMean or Combination.VolumeWeightedMean => Weighted(counted),
            Combination.DistanceToTarget => Weighted(counted),
            Combination.GeometricMean => $"({string.Join(" x ", counted.Select(p => $"{ScoreText(p)}^{p.Weight}"))})^(1/{counted.Aggregate(Rational.Zero, (sum, p) => sum + p.Weight!.Value)})",
            Combination.BandScore { Taken: TakenScores.Worst } or Combination.WorstLevel => $"worst of {string.Join(", ", counted.Select(ScoreText))}",
            Combination.BandScore band => $"({string.Join(" + ", counted.Select(ScoreText))}){(band.Taken == TakenScores.Mean ? $" / {counted.Count}" : counted.Count < result.Parts.Count ? $" x {result.Parts.Count} / {counted.Count}" : "")}",
            Combination.Change => Change(result),
            Combination.WorstOf => $"least of {string.Join(", ", counted.Select(ScoreText))}",
            Combination.Gate or Combination.KOfN or Combination.ShareMet => $"{met} met of {counted.Count}",
            _ => $"({Sum(counted, CompositeEvaluator.GoodCases)}) / ({Sum(counted, CompositeEvaluator.AllCases)})",
        };
    }

    private static string Weighted(IReadOnlyList<CombinedPart> counted) =>
        $"({string.Join(" + ", counted.Select(p => $"{p.Weight} x {ScoreText(p)}"))}) / {counted.Aggregate(Rational.Zero, (sum, p) => sum + p.Weight!.Value)}";

    private static string Change(IndicatorResult result)
    {
        var (now, then) = (WorkingFigure.Of(result.Parts[0].Level!.Value), WorkingFigure.Of(result.ChangedFrom!.Level!.Value));
        var from = $"{then} being of {result.ChangedFrom.Period}";
        return result.Parts[0].Indicator.Unit.IsPerCent ? $"{now} - {then}, {from}" : $"({now} - {then}) / {then} x 100, {from}";
    }

    private static string Sum(IEnumerable<CombinedPart> parts, Func<CombinedPart, Rational> cases) => string.Join(" + ", parts.Select(cases));

    private static string ScoreText(CombinedPart part) => (part.Score ?? part.Level) is { } score ? WorkingFigure.Of(score) : "0";
}
