using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates a composite indicator from the results of its parts.</summary>
internal static class CompositeEvaluator
{
    /// <param name="run">The failures in a row before.</param>
    /// <param name="results">The results of the same period so far; parts not in force are not among them.</param>
    /// <param name="earlier">The periods before, in order.</param>
    public static IndicatorResult Evaluate(EvaluationTurn turn, FailureRun run, PeriodTerms terms, PeriodResults results, IReadOnlyList<PeriodAssessment> earlier)
    {
        var indicator = turn.Indicator;
        var parts = Parts(turn, results);
        var ladder = indicator.LadderOn(terms.Period.Last);
        var then = indicator.Combination is Combination.Change change && parts is [{ Level: not null }] && Unknown(parts) is null ? Earlier(earlier, change) : null;
        var result = new IndicatorResult { Indicator = indicator, Run = run, Ladder = ladder, Parts = parts, Judged = Judged(indicator, ladder, parts, then) };
        return then is null ? result : result with { ChangedFrom = then };
    }

    /// <summary>Those in force, in the combination's order.</summary>
    private static CombinedPart[] Parts(EvaluationTurn turn, PeriodResults results)
    {
        var parts = new CombinedPart[turn.Parts.Length];
        var count = 0;
        for (var i = 0; i < parts.Length; i++)
            if (results[turn.Parts[i]] is { } part)
                parts[count++] = Part(turn.Indicator.Combination!, i, part, results);
        return count == parts.Length ? parts : parts[..count];
    }

    private static Judgement Judged(Indicator indicator, Ladder? ladder, CombinedPart[] parts, EarlierLevel? then)
    {
        var combination = indicator.Combination!;
        if (Unknown(parts) is { } unknown) return new(unknown);
        if (combination is Combination.Change && parts is [{ Level: { } now } part])
            return ChangeEvaluator.Of(indicator, ladder, part.Indicator, now, then);
        return LevelOf(combination, parts) is { } level
            ? Judgement.Of(indicator, ladder, null, combination.IsShare ? level * indicator.ShareScale : level)
            : new(Missing(parts));
    }

    /// <summary>The level that a change is reckoned from; null where there was no such Service Period.</summary>
    private static EarlierLevel? Earlier(IReadOnlyList<PeriodAssessment> earlier, Combination.Change change) =>
        change.PeriodsBack <= earlier.Count && earlier[^change.PeriodsBack] is var then ? new(then.Period, then.Find(change.Of)?.Level) : null;

    /// <param name="place">Of the part in the combination.</param>
    private static CombinedPart Part(Combination combination, int place, IndicatorResult result, PeriodResults results)
    {
        if (combination is Combination.VolumeWeightedMean mean)
        {
            var volume = Volume(mean, result, results);
            return new(result, null, volume, result.HasLevel && volume is not null);
        }

        var score = PartScores.Of(combination, result);
        var weight = PartScores.WeightOf(combination, place);
        var has = PartScores.AreNeeded(combination) ? score is not null : Has(combination, result);
        return new(result, score, weight, has || (combination.WhenPartMissing == MissingPart.Zero && !IsOpen(result.Outcome) && !IsRelieved(result)));
    }

    /// <summary>What a level is weighted by in this period; null where that is not known.</summary>
    private static Rational? Volume(Combination.VolumeWeightedMean mean, IndicatorResult result, PeriodResults results)
    {
        var code = result.Indicator.Code;
        if (mean.VolumeOf(code) is var by && by != code) return results.Find(by)?.Level;
        return result.Figures is { } figures ? result.Indicator.Measure!.Volume(figures) : null;
    }

    /// <summary>Whether a part gives what its combination is made from: a level, counts, or an outcome. A part without activity
    /// has counts: none of none.</summary>
    private static bool Has(Combination combination, IndicatorResult result) => combination switch
    {
        Combination.WeightedMean or Combination.WorstLevel or Combination.Change => result.HasLevel,
        Combination.PooledRate => result is { Figures: not null } or { Over.Count: 0, Measurement: Measurement.NoActivity },
        _ => result.IsScored,
    };

    /// <summary>Counting an excused part as zero would cost more than its failure did.</summary>
    private static bool IsRelieved(IndicatorResult result) => result.Outcome is Outcome.NotScored { Because: Reason.Relieved };

    private static Rational? LevelOf(Combination combination, CombinedPart[] parts)
    {
        var count = Counted(parts);
        if (count == 0 || (combination.WhenPartMissing == MissingPart.NoResult && count < parts.Length)) return null;
        return combination switch
        {
            Combination.WeightedMean { Scales.Count: 0 } => WeightedMean(parts, ofScores: false),
            Combination.WeightedMean or Combination.DistanceToTarget => WeightedMean(parts, ofScores: true),
            _ => LevelOf(combination, count == parts.Length ? parts : Array.FindAll(parts, p => p.Counted), parts.Length),
        };
    }

    /// <param name="all">How many parts there are, counted or not.</param>
    private static Rational? LevelOf(Combination combination, CombinedPart[] counted, int all) => combination switch
    {
        Combination.VolumeWeightedMean => counted.All(p => p.Weight!.Value.IsZero) ? null : WeightedMean(counted, ofScores: false),
        Combination.GeometricMean mean => GeometricMean(mean, counted),
        Combination.BandScore band => Bands(band, counted, all),
        Combination.WorstLevel => WorstLevel(counted),
        Combination.WorstOf => counted.Min(p => p.Score ?? Rational.Zero),
        Combination.Gate => counted.All(p => p.Outcome is Outcome.Met) ? 1 : 0,
        Combination.KOfN needs => IsShareMet(needs, counted) ? 1 : 0,
        Combination.ShareMet => Rational.Of(counted.Count(p => p.Outcome is Outcome.Met), counted.Length),
        Combination.PooledRate => PooledRate(counted),
        _ => throw new InvalidOperationException("The set of combinations is closed."),
    };

    private static int Counted(CombinedPart[] parts)
    {
        var count = 0;
        foreach (ref readonly var part in parts.AsSpan())
            if (part.Counted)
                count++;
        return count;
    }

    /// <summary>Where parts are left out, the same share of those that remain is needed.</summary>
    private static bool IsShareMet(Combination.KOfN needs, CombinedPart[] counted) =>
        counted.Count(p => p.Outcome is Outcome.Met) * needs.Of.Count >= needs.AtLeast * counted.Length;

    /// <summary>Of those that count.</summary>
    private static Rational WeightedMean(CombinedPart[] parts, bool ofScores)
    {
        var (weights, weighted) = (Rational.Zero, Rational.Zero);
        foreach (ref readonly var part in parts.AsSpan())
        {
            if (!part.Counted) continue;
            weights += part.WeightOrZero;
            weighted += part.WeightOrZero * (ofScores ? part.ScoreOrZero : part.LevelOrZero);
        }

        return weighted / weights;
    }

    /// <summary>The root, by the sum of the weights, of the product of the scores each to the power of its weight.</summary>
    private static Rational GeometricMean(Combination.GeometricMean mean, CombinedPart[] counted)
    {
        var product = counted.Aggregate(Rational.One, (all, p) => all * Rational.Power(p.Score ?? Rational.Zero, WholeWeight(p)));
        return Roots.Of(product, counted.Sum(WholeWeight), mean.Decimals);
    }

    private static int WholeWeight(CombinedPart part) => (int)part.Weight!.Value.Numerator;

    /// <summary>A sum of scores is scaled up by the parts left out.</summary>
    private static Rational Bands(Combination.BandScore band, CombinedPart[] counted, int all)
    {
        var scores = counted.Select(p => p.Score ?? Rational.Zero).ToList();
        var sum = scores.Aggregate(Rational.Zero, (total, score) => total + score);
        return band.Taken switch
        {
            TakenScores.Sum => sum * all / counted.Length,
            TakenScores.Mean => sum / counted.Length,
            _ => scores.Min(),
        };
    }

    /// <summary>Lint holds all parts to one unit and one polarity.</summary>
    private static Rational WorstLevel(CombinedPart[] counted)
    {
        var levels = counted.Select(p => p.Level ?? Rational.Zero);
        return counted[0].Indicator.Better == Polarity.Lower ? levels.Max() : levels.Min();
    }

    private static Rational? PooledRate(CombinedPart[] counted)
    {
        var all = counted.Aggregate(Rational.Zero, (sum, p) => sum + AllCases(p));
        return all.IsZero ? null : counted.Aggregate(Rational.Zero, (sum, p) => sum + GoodCases(p)) / all;
    }

    internal static Rational GoodCases(CombinedPart part) =>
        part is { Figures: { } figures, Indicator.Measure: RatioOfCounts ratio } ? ratio.Good(figures) : Rational.Zero;

    internal static Rational AllCases(CombinedPart part) =>
        part is { Figures: { } figures, Indicator.Measure: RatioOfCounts ratio } ? ratio.All(figures) : Rational.Zero;

    /// <summary>A part that may still come, or that our own data cannot tell, is not missing: the contract's rule for missing
    /// parts is not for it.</summary>
    private static Outcome? Unknown(CombinedPart[] parts)
    {
        foreach (ref readonly var part in parts.AsSpan())
            if (part.Outcome is Outcome.CannotTell { Because: Reason.ReturnAwaited or Reason.HolidaysUnknown } unknown)
                return unknown;
        return null;
    }

    /// <summary>A part whose Measurement Period has not ended is not missing, and never counts as zero.</summary>
    private static bool IsOpen(Outcome outcome) => outcome is Outcome.NotScored { Because: Reason.MeasurementPeriodOpen };

    private static Outcome Missing(CombinedPart[] parts) =>
        Array.Exists(parts, p => p.Outcome is Outcome.CannotTell or Outcome.Failed)
            ? new Outcome.CannotTell(Reason.PartMissing)
            : new Outcome.NotScored(Array.Exists(parts, p => IsOpen(p.Outcome)) ? Reason.MeasurementPeriodOpen : Reason.PartMissing);
}
