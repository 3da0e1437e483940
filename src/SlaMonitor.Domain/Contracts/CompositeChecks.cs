using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes a composite indicator meaningless. Paths are relative to its 'combine'.</summary>
internal static class CompositeChecks
{
    public static IEnumerable<Problem> Of(Indicator indicator, ContractDraft draft)
    {
        if (indicator.Combination is not { } combination) return [];
        var key = CombinationKey(combination);
        var parts = combination.Uses.Select(code => (Code: code, Found: draft.Indicators.FirstOrDefault(i => i.Code == code))).ToList();
        var unknown = parts.Where(p => p.Found is null)
            .Select(p => new Problem(ContractProblems.UnknownIndicator, key, "the code of an indicator", p.Code)).ToList();
        if (unknown.Count > 0) return unknown;
        if (CompositeOrder.CircleFrom(indicator, draft.Indicators) is { } circle)
            return [new(ContractProblems.CircularComposite, key, "parts that do not lead back here", string.Join(" -> ", circle))];
        IReadOnlyList<Indicator> found = [.. parts.Where(p => combination.Parts.Contains(p.Code)).Select(p => p.Found!)];
        return Meaning(combination, found).Concat(Volumes(combination, [.. parts.Select(p => p.Found!)])).Concat(Unit(indicator, found)).Select(p => p.Under(key));
    }

    /// <summary>The name of a combination in the contract file.</summary>
    public static string CombinationKey(Combination combination) => Words.KindKey(combination);

    private static IEnumerable<Problem> Meaning(Combination combination, IReadOnlyList<Indicator> parts) => combination switch
    {
        Combination.WeightedMean mean => [.. Weights(mean.Weights), .. Scales(mean.Scales), .. CommonScale(mean, parts)],
        Combination.WorstOf worst => Scales(worst.Scales),
        Combination.WorstLevel worst => OneScale(parts, worst.WhenPartMissing),
        Combination.GeometricMean mean => [.. Weights(mean.Weights), .. WholeWeights(mean), .. Scales(mean.Scales), .. ScaleForEach(mean.Weights, mean.Scales)],
        Combination.DistanceToTarget distance => [.. Weights(distance.Weights), .. parts.SelectMany(p => Distance(distance, p))],
        Combination.BandScore band => [.. Falling(band), .. parts.SelectMany(p => Band(band, p))],
        Combination.VolumeWeightedMean mean => OneUnit(parts, mean.WhenPartMissing),
        Combination.Change => [],
        Combination.PooledRate pooled => Pooled(pooled, parts),
        Combination.KOfN needs when needs.AtLeast > parts.Count || needs.AtLeast < 1 =>
            [new(ContractProblems.TooManyNeeded, "atLeast", $"between 1 and {parts.Count}", $"{needs.AtLeast}")],
        _ => parts.Where(p => !p.HasTarget)
            .Select(p => new Problem(ContractProblems.PartWithoutTarget, "", "parts with a target", p.Code)),
    };

    private static IEnumerable<Problem> Volumes(Combination combination, IReadOnlyList<Indicator> used)
    {
        if (combination is not Combination.VolumeWeightedMean mean) yield break;
        foreach (var (code, volume) in mean.Volumes)
        {
            var by = used.First(i => i.Code == volume).Measure;
            if (code == volume ? by is not { HasVolume: true } : by is not (Count or Stock))
                yield return new(ContractProblems.WeightNotCounted, $"weights.{code}", code == volume ? "an indicator measured by 'count' or 'stock', as this one's own figures count no cases" : "an indicator measured by 'count' or 'stock', or the part itself", volume);
        }
    }

    private static IEnumerable<Problem> OneUnit(IReadOnlyList<Indicator> parts, MissingPart missing)
    {
        if (parts.Select(p => (p.Unit, p.Better)).Distinct().Count() > 1)
            yield return new(ContractProblems.ScaleMissing, "weights", "parts of one unit, better the same way", string.Join(", ", parts.Select(p => $"{p.Code} in {p.Unit}")));
        if (missing == MissingPart.Zero)
            yield return new(ContractProblems.PooledZero, "", "'renormalise' or 'noResult' for a missing part", "zero");
    }

    private static IEnumerable<Problem> Pooled(Combination.PooledRate pooled, IReadOnlyList<Indicator> parts)
    {
        foreach (var part in parts.Where(p => p.Measure is not RatioOfCounts))
            yield return new(ContractProblems.PooledWithoutRatio, "of", "indicators measured by 'ratio'", part.Code);
        if (pooled.WhenPartMissing == MissingPart.Zero)
            yield return new(ContractProblems.PooledZero, "", "'renormalise' or 'noResult' for a missing part", "zero");
    }

    private static IEnumerable<Problem> Weights(IReadOnlyList<KeyValuePair<string, Rational>> weights)
    {
        var sum = weights.Aggregate(Rational.Zero, (total, w) => total + w.Value);
        if (sum != 100)
            yield return new(ContractProblems.WeightsNotWhole, "weights", "weights that add up to 100", $"{sum}");
        foreach (var weight in weights.Where(w => w.Value.Sign <= 0))
            yield return new(ContractProblems.WeightsNotWhole, $"weights.{weight.Key}", "a weight of more than 0", $"{weight.Value}");
    }

    private static IEnumerable<Problem> Scales(IReadOnlyList<KeyValuePair<string, MinMax>> scales) =>
        from scale in scales
        where scale.Value.Worst == scale.Value.Best
        select new Problem(ContractProblems.ScaleFlat, $"scales.{scale.Key}", "a worst and a best level that differ", $"[{scale.Value.Worst}, {scale.Value.Best}]");

    private static IEnumerable<Problem> CommonScale(Combination.WeightedMean mean, IReadOnlyList<Indicator> parts)
    {
        if (mean.Scales.Count == 0 && parts.Select(p => (p.Unit, p.Better)).Distinct().Count() > 1)
            yield return new(ContractProblems.ScaleMissing, "", "'scales' for parts of different units or polarity", string.Join(", ", parts.Select(p => $"{p.Code} in {p.Unit}")));
        if (mean is { Scales.Count: 0, WhenPartMissing: MissingPart.Zero } && parts.FirstOrDefault(p => p.Better is Polarity.Lower or Polarity.NearestTo) is { } rewarded)
            yield return new(ContractProblems.AbsenceRewards, "", "'renormalise', 'noResult' or scales", $"zero for a missing part, although {rewarded.Code} is better the lower it is");
        foreach (var problem in mean.Scales.Count > 0 ? ScaleForEach(mean.Weights, mean.Scales) : []) yield return problem;
    }

    private static IEnumerable<Problem> ScaleForEach(IReadOnlyList<KeyValuePair<string, Rational>> weights, IReadOnlyList<KeyValuePair<string, MinMax>> scales)
    {
        foreach (var scale in scales.Select(s => s.Key).Except(weights.Select(w => w.Key)))
            yield return new(ContractProblems.UnknownIndicator, "scales", "scales of weighted parts only", scale);
        foreach (var part in weights.Select(w => w.Key).Except(scales.Select(s => s.Key)))
            yield return new(ContractProblems.ScaleMissing, "scales", $"a scale for {part}", "none");
    }

    private static IEnumerable<Problem> WholeWeights(Combination.GeometricMean mean) =>
        from weight in mean.Weights
        where !weight.Value.Denominator.IsOne
        select new Problem(ContractProblems.WeightsNotWhole, $"weights.{weight.Key}", "a whole number", $"{weight.Value}");

    private static IEnumerable<Problem> OneScale(IReadOnlyList<Indicator> parts, MissingPart missing)
    {
        if (parts.Select(p => (p.Unit, p.Better)).Distinct().Count() > 1 || parts[0].Better is not (Polarity.Higher or Polarity.Lower))
            yield return new(ContractProblems.ScaleMissing, "", "parts of one unit, all better higher or all lower; or 'worstOf' with scales", string.Join(", ", parts.Select(p => $"{p.Code} in {p.Unit}")));
        else if (missing == MissingPart.Zero && parts[0].Better == Polarity.Lower)
            yield return new(ContractProblems.AbsenceRewards, "", "'renormalise' or 'noResult'", $"zero for a missing part, although {parts[0].Code} is better the lower it is");
    }

    private static IEnumerable<Problem> Distance(Combination.DistanceToTarget distance, Indicator part)
    {
        var better = part.Ladder?.Better ?? part.Trajectory?.Better ?? part.Better;
        if (!part.HasTarget || better == Polarity.NearestTo)
            yield return new(ContractProblems.PartWithoutTarget, $"weights.{part.Code}", "parts with a target to be reached from one side", part.Code);
        else if (better == Polarity.Lower && !distance.IsCapped)
            yield return new(ContractProblems.DistanceUnbounded, "capped", $"true, as {part.Code} is better the lower it is", "false");
        else if (better == Polarity.Higher && Targets(part).Any(t => t.Sign <= 0))
            yield return new(ContractProblems.DistanceUnbounded, $"weights.{part.Code}", "parts with a target of more than 0", part.Code);
    }

    private static IEnumerable<Rational> Targets(Indicator part) =>
        part.Ladder?.Target.Bound is { } bound ? [bound] : part.Trajectory?.Milestones.Select(m => m.Target) ?? [];

    private static IEnumerable<Problem> Band(Combination.BandScore band, Indicator part)
    {
        if (!part.HasTarget)
            yield return new(ContractProblems.PartWithoutTarget, "of", "parts with a target", part.Code);
        foreach (var rung in part.Ladder?.Rungs.Select(r => r.Name) ?? [RungName.Target, RungName.Failed])
            if (band.ScoreOf(rung) is null)
                yield return new(ContractProblems.ScaleMissing, "scores", $"a score for '{rung.Key()}', which {part.Code} can land on", "none");
    }

    private static IEnumerable<Problem> Falling(Combination.BandScore band)
    {
        var scores = band.Scores.OrderBy(s => s.Key).ToList();
        foreach (var (better, worse) in scores.Zip(scores.Skip(1)))
            if (worse.Value > better.Value)
                yield return new(ContractProblems.ScoresNotFalling, $"scores.{worse.Key.Key()}", $"at most {better.Value}, as '{better.Key.Key()}' scores", $"{worse.Value}");
    }

    private static IEnumerable<Problem> Unit(Indicator indicator, IReadOnlyList<Indicator> parts)
    {
        if (indicator.Combination is Combination.Change && indicator.Unit.IsPerCent == parts[0].Unit.IsPerCent)
            yield return new(ContractProblems.ChangeUnit, "", parts[0].Unit.IsPerCent ? "'unit: percentage points', as the level that changes is in %" : "'unit: \"%\"', as the level that changes is not", $"{indicator.Unit}");
    }
}
