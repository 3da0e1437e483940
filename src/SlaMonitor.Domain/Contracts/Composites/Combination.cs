using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Composites;

/// <summary>What a composite indicator makes of a part that has no level in a period.</summary>
public enum MissingPart
{
    /// <summary>The others stand for the whole: their weights are scaled up, or the number needed is scaled down.</summary>
    Renormalise,

    /// <summary>The part counts as zero, or as failed.</summary>
    Zero,

    /// <summary>The composite has no result either.</summary>
    NoResult,
}

/// <summary>A part's level drawn onto 0 to 100 between a worst and a best level, and clipped there. The worst may be the
/// greater one, where lower is better.</summary>
public sealed record MinMax(Rational Worst, Rational Best)
{
    public Rational Score(Rational level)
    {
        var score = (level - Worst) / (Best - Worst) * 100;
        return Rational.Max(Rational.Zero, Rational.Min(100, score));
    }
}

/// <summary>How the scores of several rungs become one.</summary>
public enum TakenScores
{
    Sum,
    Mean,
    Worst,
}

/// <summary>How a composite indicator is combined from others. A closed set.</summary>
public abstract record Combination : IndicatorSource
{
    private Combination(IReadOnlyList<string> parts, MissingPart whenPartMissing)
    {
        Parts = parts;
        WhenPartMissing = whenPartMissing;
    }

    /// <summary>The codes of the indicators it is made from, in the contract's order.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The codes of all indicators it looks at: its parts, and those that weigh them.</summary>
    public virtual IEnumerable<string> Uses => Parts;

    public MissingPart WhenPartMissing { get; }

    /// <summary>True where the result is yes or no.</summary>
    public bool IsAnswer => this is Gate or KOfN;

    /// <summary>True where the level is a share of a whole, shown in per cent where the unit is per cent.</summary>
    public bool IsShare => this is ShareMet or PooledRate;

    /// <summary>The weighted mean of the parts' levels, or of their scores where <paramref name="Scales"/> are given.</summary>
    /// <param name="Weights">Of each part; they add up to 100.</param>
    public sealed record WeightedMean(
        IReadOnlyList<KeyValuePair<string, Rational>> Weights, IReadOnlyList<KeyValuePair<string, MinMax>> Scales, MissingPart Missing)
        : Combination([.. Weights.Select(w => w.Key)], Missing);

    /// <summary>The mean of the parts' levels, each weighted by a number of the same Service Period: what an indicator measured by count or
    /// stock comes to, or the part's own cases.</summary>
    /// <param name="Volumes">Of each part the code of the indicator that counts its weight, or its own code.</param>
    public sealed record VolumeWeightedMean(IReadOnlyList<KeyValuePair<string, string>> Volumes, MissingPart Missing)
        : Combination([.. Volumes.Select(v => v.Key)], Missing)
    {
        public override IEnumerable<string> Uses => Parts.Concat(Volumes.Select(v => v.Value)).Distinct();

        public string VolumeOf(string code) => Volumes.First(v => v.Key == code).Value;
    }

    /// <summary>The worst of the parts' scores.</summary>
    public sealed record WorstOf(IReadOnlyList<KeyValuePair<string, MinMax>> Scales, MissingPart Missing)
        : Combination([.. Scales.Select(s => s.Key)], Missing);

    /// <summary>The worst of the parts' levels, which are all of one unit and all better one way.</summary>
    public sealed record WorstLevel(IReadOnlyList<string> Of, MissingPart Missing) : Combination(Of, Missing);

    /// <summary>The weighted geometric mean of the parts' scores: one bad score weighs more than in the weighted mean, and a
    /// score of zero makes it zero. Rounded, halves away from zero, as it seldom has an end.</summary>
    /// <param name="Weights">Of each part, whole numbers; they add up to 100.</param>
    /// <param name="Decimals">The places it is worked out to.</param>
    public sealed record GeometricMean(
        IReadOnlyList<KeyValuePair<string, Rational>> Weights, IReadOnlyList<KeyValuePair<string, MinMax>> Scales, int Decimals, MissingPart Missing)
        : Combination([.. Weights.Select(w => w.Key)], Missing);

    /// <summary>The weighted mean of how far each part's level is on the way to its target, on target being 100: level / target
    /// where higher is better, target / level where lower is.</summary>
    /// <param name="Weights">Of each part; they add up to 100.</param>
    /// <param name="IsCapped">True where more than the target counts as no more than 100.</param>
    public sealed record DistanceToTarget(IReadOnlyList<KeyValuePair<string, Rational>> Weights, bool IsCapped, MissingPart Missing)
        : Combination([.. Weights.Select(w => w.Key)], Missing);

    /// <summary>The rung each part landed on gives its score; the scores are added up, averaged, or the worst of them counts.</summary>
    /// <param name="Scores">By rung, none more than that of a better one.</param>
    public sealed record BandScore(
        IReadOnlyList<string> Of, IReadOnlyList<KeyValuePair<RungName, int>> Scores, TakenScores Taken, MissingPart Missing)
        : Combination(Of, Missing)
    {
        public Rational? ScoreOf(RungName rung) => Scores.Where(s => s.Key == rung).Select(s => (Rational?)s.Value).FirstOrDefault();
    }

    /// <summary>The change of one indicator's level against an earlier Service Period: in percentage points where it is in per
    /// cent, otherwise in per cent of the earlier level.</summary>
    /// <param name="PeriodsBack">1 is the Service Period before.</param>
    public sealed record Change(string Of, int PeriodsBack) : Combination([Of], MissingPart.NoResult);

    /// <summary>Yes unless a critical part failed.</summary>
    public sealed record Gate(IReadOnlyList<string> Critical, MissingPart Missing) : Combination(Critical, Missing);

    /// <summary>Yes where at least so many of the parts met their target.</summary>
    public sealed record KOfN(int AtLeast, IReadOnlyList<string> Of, MissingPart Missing) : Combination(Of, Missing);

    /// <summary>The share of the parts measured in this period that met their target.</summary>
    public sealed record ShareMet(IReadOnlyList<string> Of) : Combination(Of, MissingPart.Renormalise);

    /// <summary>The sum of the parts' good cases over the sum of all their cases: never the mean of the rates.</summary>
    public sealed record PooledRate(IReadOnlyList<string> Of, MissingPart Missing) : Combination(Of, Missing);
}
