using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>How a composite is combined, as the contract file writes it.</summary>
internal static class CombinationShapes
{
    private static readonly MapShape<MinMax> Scales = new(Scalars.IndicatorCode, new WorstToBest());
    private static readonly ListShape<string> Codes = new(Scalars.IndicatorCode);
    private static readonly ChoiceShape<MissingPart> Missing = Scalars.Words<MissingPart>();
    private const string MissingAbout = "What is made of a part without a level: the others stand for the whole, it counts as zero, or there is no result.";

    public static Shape<Combination> Combination { get; } = new UnionShape<Combination>("How the composite is combined: exactly one of these.")
        .Or("weightedMean", WeightedMean())
        .Or("volumeWeightedMean", VolumeWeightedMean())
        .Or("worstOf", WorstOf())
        .Or("worstLevel", WorstLevel())
        .Or("geometricMean", GeometricMean())
        .Or("distanceToTarget", DistanceToTarget())
        .Or("bandScore", BandScore())
        .Or("change", Change())
        .Or("gate", Gate())
        .Or("kOfN", KOfN())
        .Or("shareMet", ShareMet())
        .Or("pooledRate", PooledRate());

    private static RecordShape<Combination.WeightedMean> WeightedMean()
    {
        var shape = new RecordShape<Combination.WeightedMean>("weightedMean", "The weighted mean of the parts' levels, or of their scores on scales from 0 to 100.");
        var weights = shape.Required("weights", new MapShape<Rational>(Scalars.IndicatorCode, Scalars.Level), c => c.Weights, "Adding up to 100.");
        var scales = shape.OptionalList("scales", Scales, c => c.Scales, "For each part the level that scores 0 and the level that scores 100; clipped there.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(weights), v.Get(scales), v.Get(missing)));
    }

    private static RecordShape<Combination.VolumeWeightedMean> VolumeWeightedMean()
    {
        var shape = new RecordShape<Combination.VolumeWeightedMean>("volumeWeightedMean", "The mean of the parts' levels, each weighted by a number of the same Service Period, for instance by department.");
        var weights = shape.Required("weights", new MapShape<string>(Scalars.IndicatorCode, Scalars.IndicatorCode), c => c.Volumes, "Of each part the indicator, measured by count or stock, that counts its weight; or the part itself, for its own cases.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, "What is made of a part without a level or a weight: the others stand for the whole, or there is no result.");
        return shape.BuiltBy(v => new(v.Get(weights), v.Get(missing)));
    }

    private static RecordShape<Combination.WorstOf> WorstOf()
    {
        var shape = new RecordShape<Combination.WorstOf>("worstOf", "The worst of the parts' scores.");
        var scales = shape.Required("scales", Scales, c => c.Scales, "For each part the level that scores 0 and the level that scores 100; clipped there.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(scales), v.Get(missing)));
    }

    private static RecordShape<Combination.WorstLevel> WorstLevel()
    {
        var shape = new RecordShape<Combination.WorstLevel>("worstLevel", "The worst of the parts' levels, which are of one unit and better one way.");
        var of = shape.Required("of", Codes, c => c.Of, "Of which.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(of), v.Get(missing)));
    }

    private static RecordShape<Combination.GeometricMean> GeometricMean()
    {
        var shape = new RecordShape<Combination.GeometricMean>("geometricMean", "The weighted geometric mean of the parts' scores on scales from 0 to 100; one score of 0 makes it 0.");
        var weights = shape.Required("weights", new MapShape<Rational>(Scalars.IndicatorCode, Scalars.Level), c => c.Weights, "Whole numbers adding up to 100.");
        var scales = shape.Required("scales", Scales, c => c.Scales, "For each part the level that scores 0 and the level that scores 100; clipped there.");
        var decimals = shape.Required("decimals", Scalars.Whole(0, 12), c => c.Decimals, "The places it is worked out to, halves away from zero, as it seldom has an end.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(weights), v.Get(scales), v.Get(decimals), v.Get(missing)));
    }

    private static RecordShape<Combination.DistanceToTarget> DistanceToTarget()
    {
        var shape = new RecordShape<Combination.DistanceToTarget>("distanceToTarget", "The weighted mean of how far each part is on the way to its target, on target being 100.");
        var weights = shape.Required("weights", new MapShape<Rational>(Scalars.IndicatorCode, Scalars.Level), c => c.Weights, "Adding up to 100.");
        var capped = shape.Required("capped", Scalars.Flag, c => c.IsCapped, "True where more than the target counts as no more than 100.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(weights), v.Get(capped), v.Get(missing)));
    }

    private static RecordShape<Combination.BandScore> BandScore()
    {
        var shape = new RecordShape<Combination.BandScore>("bandScore", "The rung each part landed on gives its score.");
        var of = shape.Required("of", Codes, c => c.Of, "Of which.");
        var scores = shape.Required("scores", BandScores(), c => c.Scores, "The score of each rung.");
        var taken = shape.Required("taken", Scalars.Words<TakenScores>(), c => c.Taken, "Added up, averaged, or the worst of them.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(of), v.Get(scores), v.Get(taken), v.Get(missing)));
    }

    private static RecordShape<IReadOnlyList<KeyValuePair<RungName, int>>> BandScores()
    {
        var shape = new RecordShape<IReadOnlyList<KeyValuePair<RungName, int>>>("bandScores", "The score of each rung that a part can land on; none more than that of a better one.");
        var fields = Enum.GetValues<RungName>().Select(rung => (
            Rung: rung,
            Field: rung == RungName.Target
                ? null
                : shape.OptionalValue(rung.Key(), Scalars.Whole(0, 10_000), s => Score(s, rung), $"Of a part that has come to {rung.InWords()}."))).ToList();
        var target = shape.Required("target", Scalars.Whole(0, 10_000), s => Score(s, RungName.Target)!.Value, "Of a part on target.");
        return shape.BuiltBy(v =>
        [
            KeyValuePair.Create(RungName.Target, v.Get(target)),
            .. fields.Where(f => f.Field is not null && v.Get(f.Field) is not null).Select(f => KeyValuePair.Create(f.Rung, v.Get(f.Field!)!.Value)),
        ]);
    }

    private static int? Score(IReadOnlyList<KeyValuePair<RungName, int>> scores, RungName rung) =>
        scores.Where(s => s.Key == rung).Select(s => (int?)s.Value).FirstOrDefault();

    private static RecordShape<Combination.Change> Change()
    {
        var shape = new RecordShape<Combination.Change>("change", "The change of a level against an earlier Service Period: in percentage points where it is in %, otherwise in per cent.");
        var of = shape.Required("of", Scalars.IndicatorCode, c => c.Of, "The indicator whose level changes.");
        var since = shape.Required("since", Scalars.Periods, c => c.PeriodsBack, "How many Service Periods before: 1 period is the one before, and 12 periods of a month are a year.");
        return shape.BuiltBy(v => new(v.Get(of), v.Get(since)));
    }

    private static RecordShape<Combination.Gate> Gate()
    {
        var shape = new RecordShape<Combination.Gate>("gate", "Yes unless a critical part failed.");
        var critical = shape.Required("critical", Codes, c => c.Critical, "The parts none of which may fail.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(critical), v.Get(missing)));
    }

    private static RecordShape<Combination.KOfN> KOfN()
    {
        var shape = new RecordShape<Combination.KOfN>("kOfN", "Yes where at least so many of the parts met their target.");
        var atLeast = shape.Required("atLeast", Scalars.Whole(1, 999), c => c.AtLeast, "How many.");
        var of = shape.Required("of", Codes, c => c.Of, "Of which.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(atLeast), v.Get(of), v.Get(missing)));
    }

    private static RecordShape<Combination.ShareMet> ShareMet()
    {
        var shape = new RecordShape<Combination.ShareMet>("shareMet", "The share of the parts measured this period that met their target.");
        var of = shape.Required("of", Codes, c => c.Of, "Of which.");
        return shape.BuiltBy(v => new(v.Get(of)));
    }

    private static RecordShape<Combination.PooledRate> PooledRate()
    {
        var shape = new RecordShape<Combination.PooledRate>("pooledRate", "The sum of good cases over the sum of all cases.");
        var of = shape.Required("of", Codes, c => c.Of, "Indicators measured by ratio.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(of), v.Get(missing)));
    }

    /// <summary>A pair of levels: the one that scores 0, then the one that scores 100.</summary>
    private sealed class WorstToBest : Shape<MinMax>
    {
        public override bool TryRead(DocumentNode node, Spot spot, out MinMax value)
        {
            value = default!;
            if (node is not ListNode { Items.Count: 2 } pair)
            {
                spot.Report(node, ShapeProblems.WrongKind, "[the level that scores 0, the level that scores 100]", Describe.Kind(node));
                return false;
            }

            var worst = Scalars.Level.TryRead(pair.Items[0], spot.Item(0), out var zero);
            var best = Scalars.Level.TryRead(pair.Items[1], spot.Item(1), out var hundred);
            value = new(zero, hundred);
            return worst && best;
        }

        public override DocumentNode Write(MinMax value) => new ListNode([Scalars.Level.Write(value.Worst), Scalars.Level.Write(value.Best)]);

        public override MapNode Schema(SchemaBook book) => Map(
            ("type", Text("array")), ("minItems", Number(2)), ("maxItems", Number(2)), ("items", Scalars.Level.Schema(book)));
    }
}
