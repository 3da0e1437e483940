using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>The score and weight with which a part enters a composite.</summary>
internal static class PartScores
{
    /// <summary>Null where the combination scores no parts, or this one has nothing to be scored by.</summary>
    public static Rational? Of(Combination combination, IndicatorResult part) => combination switch
    {
        Combination.DistanceToTarget distance => Distance(distance, part),
        Combination.BandScore band => BandOf(part.Outcome) is { } rung ? band.ScoreOf(rung) : null,
        _ => part.Level is { } level ? ScaleOf(combination, part.Indicator.Code)?.Score(level) : null,
    };

    /// <param name="place">Of the part in the combination.</param>
    public static Rational? WeightOf(Combination combination, int place) => WeightsOf(combination) is { Count: > 0 } weights ? weights[place].Value : null;

    public static MinMax? ScaleOf(Combination combination, string code)
    {
        var scales = ScalesOf(combination);
        for (var i = 0; i < scales.Count; i++)
            if (scales[i].Key == code)
                return scales[i].Value;
        return null;
    }

    /// <summary>Whether parts enter by their scores rather than by levels, counts or outcomes.</summary>
    public static bool AreNeeded(Combination combination) =>
        combination is Combination.DistanceToTarget or Combination.BandScore || ScalesOf(combination).Count > 0;

    private static IReadOnlyList<KeyValuePair<string, Rational>> WeightsOf(Combination combination) => combination switch
    {
        Combination.WeightedMean mean => mean.Weights,
        Combination.GeometricMean mean => mean.Weights,
        Combination.DistanceToTarget distance => distance.Weights,
        _ => [],
    };

    private static IReadOnlyList<KeyValuePair<string, MinMax>> ScalesOf(Combination combination) => combination switch
    {
        Combination.WeightedMean mean => mean.Scales,
        Combination.GeometricMean mean => mean.Scales,
        Combination.WorstOf worst => worst.Scales,
        _ => [],
    };

    private static RungName? BandOf(Outcome outcome) => outcome switch
    {
        Outcome.Met => RungName.Target,
        Outcome.Failed failed => failed.Rung,
        _ => null,
    };

    /// <summary>Level / target where higher is better, target / level where lower is; never below nothing.</summary>
    private static Rational? Distance(Combination.DistanceToTarget distance, IndicatorResult part)
    {
        if (part is not { Level: { } level, Ladder: { Target.Bound: { } target } ladder }) return null;
        var (over, under) = ladder.Better == Polarity.Higher ? (level, target) : (target, level);
        if (under.IsZero) return ladder.Better == Polarity.Higher ? null : 100;
        var score = Rational.Max(Rational.Zero, over / under * 100);
        return distance.IsCapped ? Rational.Min(100, score) : score;
    }
}
