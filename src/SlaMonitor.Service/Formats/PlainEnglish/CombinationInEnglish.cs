using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>How a composite indicator is combined, and what a missing part does to it.</summary>
internal static class CombinationInEnglish
{
    public static string Of(Combination combination, ContractTerms terms) => combination switch
    {
        Combination.WeightedMean mean => $"{WeightedMean(mean, terms)} {Missing(mean.WhenPartMissing, "level", "the others stand for the whole and their weights are scaled up", "it counts as zero")}",
        Combination.VolumeWeightedMean mean => $"It is the mean of the levels of {Phrases.Count(mean.Parts.Count, "part")}, each weighted by a number of the same Service Period: {Phrases.And(mean.Volumes.Select(v => Volume(v, terms)))}. {Missing(mean.WhenPartMissing, "level or weight", "the others stand for the whole", "it counts as zero")}",
        Combination.WorstOf worst => $"It is the lowest score of {Phrases.Count(worst.Parts.Count, "part")}: {Phrases.And(Titles(worst, terms))}. {Scales(worst.Scales, terms)} {Missing(worst.WhenPartMissing, "level", "the others decide", "it scores zero")}",
        Combination.WorstLevel worst => $"It is the worst level of {Phrases.Count(worst.Parts.Count, "part")}: {Phrases.And(Titles(worst, terms))}. {Missing(worst.WhenPartMissing, "level", "the others decide", "it counts as zero")}",
        Combination.GeometricMean mean => $"It is the weighted geometric mean of the scores of {Phrases.Count(mean.Parts.Count, "part")}: {Phrases.And(Weighted(mean.Weights, terms))}. {Scales(mean.Scales, terms)} The scores, each to the power of its weight, are multiplied, and the root by the sum of the weights is taken of it, to {mean.Decimals.Counted("decimal place")}, halves away from zero; a score of zero makes it zero. {Missing(mean.WhenPartMissing, "level", "the others stand for the whole and their weights are scaled up", "it scores zero")}",
        Combination.DistanceToTarget distance => $"It is the weighted mean of how far {Phrases.Count(distance.Parts.Count, "part")} have come to the target: {Phrases.And(Weighted(distance.Weights, terms))}. A part on target scores 100: its level divided by its target where higher is better, its target divided by its level where lower is. {(distance.IsCapped ? "More than the target counts as 100 all the same." : "More than the target counts as more than 100.")} {Missing(distance.WhenPartMissing, "level or target", "the others stand for the whole and their weights are scaled up", "it scores zero")}",
        Combination.BandScore band => $"It is {Taken(band.Taken)} of {Phrases.Count(band.Parts.Count, "part")}: {Phrases.And(Titles(band, terms))}. A part scores by the rung it lands on: {Phrases.And(band.Scores.Select(s => $"{Phrases.Figure(s.Value)} for {s.Key.InWords()}"))}. {Missing(band.WhenPartMissing, "result", band.Taken == TakenScores.Sum ? "the sum of the others is scaled up" : "the others decide", "it scores zero")}",
        Combination.Change change => $"It is the change of {Title(change.Of, terms)} against the level {Phrases.Count(change.PeriodsBack, "Service Period")} before, {(terms.Find(change.Of)!.Unit.IsPerCent ? "in percentage points" : "in per cent of that level")}. While fewer Service Periods have passed it is not scored{(terms.Find(change.Of)!.Unit.IsPerCent ? "" : "; of a change from zero nobody can tell how great it is")}.",
        Combination.Gate gate => $"It is yes unless {(gate.Parts.Count == 1 ? "this part" : "any of these critical parts")} fails its target: {Phrases.And(Titles(gate, terms))}. {Missing(gate.WhenPartMissing, "result", gate.Parts.Count == 1 ? "there is no result either" : "the others decide", "it counts as failed")}",
        Combination.KOfN needs => $"It is yes where at least {Phrases.Number(needs.AtLeast)} of these {Phrases.Count(needs.Parts.Count, "part")} meet their target: {Phrases.And(Titles(needs, terms))}. {Missing(needs.WhenPartMissing, "result", "it is left out, and the number needed is scaled down with the number of parts", "it counts as failed")}",
        Combination.ShareMet share => $"It is the share of these {Phrases.Count(share.Parts.Count, "part")} that met their target: {Phrases.And(Titles(share, terms))}. Only parts that were scored in the Service Period are counted.",
        Combination.PooledRate pooled => $"It pools the cases of {Phrases.Count(pooled.Parts.Count, "part")}, {Phrases.And(Titles(pooled, terms))}: all cases that count added up, divided by all cases added up. It is not the mean of their rates. {Missing(pooled.WhenPartMissing, "figures", "the others stand for the whole", "it adds no cases")}",
        _ => throw new InvalidOperationException($"{combination.GetType().Name} has no words yet."),
    };

    private static string WeightedMean(Combination.WeightedMean mean, ContractTerms terms)
    {
        var of = mean.Scales.Count == 0 ? "levels" : "scores";
        return $"It is the weighted mean of the {of} of {Phrases.Count(mean.Weights.Count, "part")}: {Phrases.And(Weighted(mean.Weights, terms))}.{(mean.Scales.Count == 0 ? "" : $" {Scales(mean.Scales, terms)}")}";
    }

    private static IEnumerable<string> Weighted(IReadOnlyList<KeyValuePair<string, Rational>> weights, ContractTerms terms) =>
        weights.Select(w => $"{Title(w.Key, terms)} (weight {Phrases.Figure(w.Value)})");

    private static string Volume(KeyValuePair<string, string> volume, ContractTerms terms) =>
        $"{Title(volume.Key, terms)} by {(volume.Value == volume.Key ? "its own number of cases" : Title(volume.Value, terms))}";

    private static string Taken(TakenScores taken) => taken switch
    {
        TakenScores.Sum => "the sum of the scores",
        TakenScores.Mean => "the mean of the scores",
        TakenScores.Worst => "the lowest score",
        _ => throw new ArgumentOutOfRangeException(nameof(taken), taken, "Not a way to take scores together."),
    };

    private static string Scales(IReadOnlyList<KeyValuePair<string, MinMax>> scales, ContractTerms terms) =>
        $"{(scales.Count == 1 ? "The level is" : "Levels are")} put on a scale from 0 to 100 first, in a straight line and never beyond its ends: {Phrases.Clauses(scales.Select(s => Scale(s, terms)))}.";

    private static string Scale(KeyValuePair<string, MinMax> scale, ContractTerms terms)
    {
        var part = terms.Find(scale.Key)!;
        return $"{part.Code} scores 0 at {LevelInEnglish.Of(part, scale.Value.Worst)} and 100 at {LevelInEnglish.Of(part, scale.Value.Best)}";
    }

    private static string Missing(MissingPart missing, string lacks, string renormalised, string zero) => $"Where a part has no {lacks} in a Service Period, " + missing switch
    {
        MissingPart.Renormalise => renormalised,
        MissingPart.Zero => zero,
        MissingPart.NoResult => "there is no result either",
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, "Not a rule for missing parts."),
    } + ".";

    private static IEnumerable<string> Titles(Combination combination, ContractTerms terms) => combination.Parts.Select(p => Title(p, terms));

    private static string Title(string code, ContractTerms terms) => $"{code} {Phrases.Quoted(terms.Find(code)!.Title)}";
}
