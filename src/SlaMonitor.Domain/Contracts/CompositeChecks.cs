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
        var parts = combination.Parts.Select(code => (Code: code, Found: draft.Indicators.FirstOrDefault(i => i.Code == code))).ToList();
        var unknown = parts.Where(p => p.Found is null)
            .Select(p => new Problem(ContractProblems.UnknownIndicator, key, "the code of an indicator", p.Code)).ToList();
        if (unknown.Count > 0) return unknown;
        if (CompositeOrder.CircleFrom(indicator, draft.Indicators) is { } circle)
            return [new(ContractProblems.CircularComposite, key, "parts that do not lead back here", string.Join(" -> ", circle))];
        return Meaning(combination, [.. parts.Select(p => p.Found!)]).Select(p => p.Under(key));
    }

    /// <summary>The name of a combination in the contract file.</summary>
    public static string CombinationKey(Combination combination) => combination switch
    {
        Combination.KOfN => "kOfN",
        Combination.WeightedMean => "weightedMean",
        _ => char.ToLowerInvariant(combination.GetType().Name[0]) + combination.GetType().Name[1..],
    };

    private static IEnumerable<Problem> Meaning(Combination combination, IReadOnlyList<Indicator> parts) => combination switch
    {
        Combination.WeightedMean mean => [.. Weights(mean), .. Scales(mean.Scales), .. CommonScale(mean, parts)],
        Combination.WorstOf worst => Scales(worst.Scales),
        Combination.PooledRate pooled => Pooled(pooled, parts),
        Combination.KOfN needs when needs.AtLeast > parts.Count || needs.AtLeast < 1 =>
            [new(ContractProblems.TooManyNeeded, "atLeast", $"between 1 and {parts.Count}", $"{needs.AtLeast}")],
        _ => parts.Where(p => !p.HasTarget)
            .Select(p => new Problem(ContractProblems.PartWithoutTarget, "", "parts with a target", p.Code)),
    };

    private static IEnumerable<Problem> Pooled(Combination.PooledRate pooled, IReadOnlyList<Indicator> parts)
    {
        foreach (var part in parts.Where(p => p.Measure is not RatioOfCounts))
            yield return new(ContractProblems.PooledWithoutRatio, "of", "indicators measured by 'ratio'", part.Code);
        if (pooled.WhenPartMissing == MissingPart.Zero)
            yield return new(ContractProblems.PooledZero, "", "'renormalise' or 'noResult' for a missing part", "zero");
    }

    private static IEnumerable<Problem> Weights(Combination.WeightedMean mean)
    {
        var sum = mean.Weights.Aggregate(Rational.Zero, (total, w) => total + w.Value);
        if (sum != 100)
            yield return new(ContractProblems.WeightsNotWhole, "weights", "weights that add up to 100", $"{sum}");
        foreach (var weight in mean.Weights.Where(w => w.Value.Sign <= 0))
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
        foreach (var scale in mean.Scales.Select(s => s.Key).Except(mean.Weights.Select(w => w.Key)))
            yield return new(ContractProblems.UnknownIndicator, "scales", "scales of weighted parts only", scale);
        if (mean.Scales.Count > 0)
            foreach (var part in mean.Weights.Select(w => w.Key).Except(mean.Scales.Select(s => s.Key)))
                yield return new(ContractProblems.ScaleMissing, "scales", $"a scale for {part}", "none");
    }
}
