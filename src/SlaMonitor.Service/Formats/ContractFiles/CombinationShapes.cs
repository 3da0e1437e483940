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
        .Or("worstOf", WorstOf())
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

    private static RecordShape<Combination.WorstOf> WorstOf()
    {
        var shape = new RecordShape<Combination.WorstOf>("worstOf", "The worst of the parts' scores.");
        var scales = shape.Required("scales", Scales, c => c.Scales, "For each part the level that scores 0 and the level that scores 100; clipped there.");
        var missing = shape.Required("whenPartMissing", Missing, c => c.WhenPartMissing, MissingAbout);
        return shape.BuiltBy(v => new(v.Get(scales), v.Get(missing)));
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
