using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>One indicator as the contract file writes it. Its code is its key.</summary>
internal static class IndicatorShape
{
    private static readonly ChoiceShape<IndicatorKind> Kinds = new([.. Enum.GetValues<IndicatorKind>().Select(k => (k.InWords(), k))]);

    /// <summary>The indicator without its code.</summary>
    public static Shape<Indicator> Shape { get; } = Build();

    private static RecordShape<Indicator> Build()
    {
        var shape = new RecordShape<Indicator>("indicator", "One indicator of the contract's schedule; its code is its key.");
        var title = shape.Required("title", Scalars.Line, i => i.Title, "Its name in the schedule.");
        var clause = shape.Optional("clause", Scalars.Line, i => i.Clause, "Where the contract defines it.");
        var group = shape.Optional("group", Scalars.Line, i => i.Group, "The group it is reported in.");
        var kind = shape.Required("kind", Kinds, i => i.Kind, "KPI: costs points. Subsidiary PI: measured and published. Information only: no target. Composite: combined from others.");
        var introduced = shape.OptionalValue("introduced", Scalars.Day, i => i.Introduced, "The first day it applies. It counts for Service Periods that begin on or after it.");
        var retired = shape.OptionalValue("retired", Scalars.Day, i => i.Retired, "The last day it applies.");
        var better = shape.OptionalValue("better", Scalars.Words<Polarity>(), i => i.Better, "Which way is better; leave it out where neither is.");
        var unit = shape.Optional("unit", Scalars.Line, i => i.Unit == UnstatedUnit(i.Source) ? null : i.Unit.Name, "What levels are counted in; where not stated % for shares and stated values, and nothing for counts, means, averages, percentiles and answers.");
        var decimals = shape.OptionalValue("decimals", Scalars.Whole(0, 6), i => i.Decimals == UnstatedDecimals(i.Source) ? null : i.Decimals, "Places a level is shown to; where not stated 2, and none for counts. It is compared exactly all the same.");
        var rounding = shape.Optional("roundBeforeComparison", RoundingShape(), i => i.Rounding, "Only where the contract orders it.");
        var ladder = shape.Optional("ladder", LadderFile.Shape, i => i.Ladder is { } l ? LadderFile.Of(l) : null, "Target and failures.");
        var trajectory = shape.Optional("trajectory", TrajectoryFile.Shape, i => i.Trajectory is { } t ? TrajectoryFile.Of(t) : null, "A target that moves with the date, instead of a ladder.");
        var lowVolume = shape.Optional("lowVolume", LowVolumeShape(), i => i.LowVolume, "Below so many cases an allowance decides instead of the percentage.");
        var breakdown = shape.Optional("breakdown", BreakdownShape(), i => i.Breakdown, "The dimension its figures are given by.");
        var tolerance = shape.OptionalValue("populationTolerance", Scalars.Percent, i => i.PopulationTolerance, "How far the number of cases may differ from that of the period before without a finding.");
        var whenNoActivity = shape.Optional("whenNoActivity", Scalars.Words<NoActivityRule>(), i => i.WhenNoActivity, NoActivityRule.NotScored, "What a period without anything to measure comes to.");
        var measurementPeriod = shape.Optional("measurementPeriod", MeasurementPeriodShape.Shape, i => i.MeasurementPeriod, "The period it is measured over, where that is longer than a Service Period.");
        var measure = shape.Optional("measure", MeasureShapes.Measure, i => i.Measure, "How it is measured.");
        var evidence = shape.Optional("evidence", EvidenceShape.Shape, i => i.Evidence, "How its figures are counted from a ticket extract.");
        var combine = shape.Optional("combine", CombinationShapes.Combination, i => i.Combination, "How it is combined from others.");
        return shape.AlsoChecked(UnitOfLevels).BuiltBy(v =>
        {
            IndicatorSource? source = v.Get(measure) is { } measured ? measured : v.Get(combine);
            if (source is null || (v.Get(measure) is not null && v.Get(combine) is not null))
                throw new ContradictionException([new(ContractProblems.NoSource, "", "either 'measure' or 'combine'", source is null ? "neither" : "both")]);
            var indicator = new Indicator
            {
                Code = "",
                Title = v.Get(title),
                Clause = v.Get(clause),
                Group = v.Get(group),
                Kind = v.Get(kind),
                Source = source,
                Introduced = v.Get(introduced),
                Retired = v.Get(retired),
                Better = v.Get(better) ?? (source is YesNo or Domain.Contracts.Composites.Combination { IsAnswer: true } ? Polarity.Higher : null),
                Unit = v.Get(unit) is { } name ? new Unit(name) : UnstatedUnit(source),
                Decimals = v.Get(decimals) ?? UnstatedDecimals(source),
                Rounding = v.Get(rounding),
                LowVolume = v.Get(lowVolume),
                Breakdown = v.Get(breakdown),
                PopulationTolerance = v.Get(tolerance),
                WhenNoActivity = v.Get(whenNoActivity),
                MeasurementPeriod = v.Get(measurementPeriod),
                Evidence = v.Get(evidence),
            };
            return WithTarget(indicator, v.Get(ladder), v.Get(trajectory));
        });
    }

    private static Unit UnstatedUnit(IndicatorSource source) => source is Count or Stock or MeanOfScale or AverageOfCases or StatedPercentile or YesNo or Domain.Contracts.Composites.Combination { IsAnswer: true } ? new Unit("") : Unit.PerCent;

    private static int UnstatedDecimals(IndicatorSource source) => source is Count or Stock ? 0 : 2;

    /// <exception cref="ContradictionException">A target that contradicts itself or lacks a polarity.</exception>
    private static Indicator WithTarget(Indicator indicator, LadderFile? ladder, TrajectoryFile? trajectory)
    {
        if (ladder is null && trajectory is null) return indicator;
        if (indicator.Better is not { } better)
            throw new ContradictionException([new(ContractProblems.NoPolarity, "", "'better' beside a target", "none")]);
        return indicator with
        {
            Ladder = Under("ladder", () => ladder?.With(better)),
            Trajectory = Under("trajectory", () => trajectory is null ? null : new Trajectory(better, trajectory.Milestones, trajectory.Between, trajectory.FailedPoints)),
        };
    }

    private static T Under<T>(string path, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ContradictionException contradiction)
        {
            throw new ContradictionException([.. contradiction.Problems.Select(p => p.Under(path))]);
        }
    }

    /// <summary>A level written with % belongs to an indicator in %.</summary>
    private static void UnitOfLevels(MapNode indicator, Spot spot)
    {
        var expected = indicator["unit"] switch
        {
            ScalarNode { Text: "%" } => null,
            ScalarNode unit => $"a level in {unit.Text}",
            _ => IsPlainFigure(indicator["measure"]) ? "a level without %, or 'unit' with what levels are counted in" : null,
        };
        if (expected is null) return;
        foreach (var key in (string[])["ladder", "trajectory"])
            if (indicator[key] is { } target)
                PerCentSigns(target, spot.Key(key), expected);
    }

    private static bool IsPlainFigure(DocumentNode? measure) =>
        measure is MapNode { Entries: [{ Key.Text: "count" or "stock" or "mean" or "average" or "percentile" }] };

    private static void PerCentSigns(DocumentNode node, Spot spot, string expected)
    {
        if (node is ScalarNode scalar && scalar.Text.EndsWith('%'))
            spot.Report(node, ContractProblems.LevelUnit, expected, scalar.Text);
        foreach (var (key, value) in (node as MapNode)?.Entries ?? []) PerCentSigns(value, spot.Key(key.Text), expected);
        var items = (node as ListNode)?.Items ?? [];
        for (var i = 0; i < items.Count; i++) PerCentSigns(items[i], spot.Item(i), expected);
    }

    private static RecordShape<ComparisonRounding> RoundingShape()
    {
        var shape = new RecordShape<ComparisonRounding>("comparisonRounding", "Rounding before a level is compared with the ladder.");
        var decimals = shape.Required("decimals", Scalars.Whole(0, 6), r => r.Decimals, "Decimal places.");
        var mode = shape.Optional("mode", Scalars.Words<RoundingMode>(), r => r.Mode, RoundingMode.HalfAwayFromZero, "Which way halves go.");
        return shape.BuiltBy(v => new(v.Get(decimals), v.Get(mode)));
    }

    private static RecordShape<LowVolume> LowVolumeShape()
    {
        var shape = new RecordShape<LowVolume>("lowVolume", "An allowance of failing cases where there are few.");
        var under = shape.Required("under", Scalars.Whole(1, 1_000_000), l => l.Under, "The number of cases from which the percentage decides.");
        var allow = shape.Required("allow", Scalars.Whole(0, 1_000_000), l => l.Allow, "How many may fail below that.");
        return shape.BuiltBy(v => new(v.Get(under), v.Get(allow)));
    }

    private static RecordShape<Breakdown> BreakdownShape()
    {
        var shape = new RecordShape<Breakdown>("breakdown", "A dimension by which figures are given apart.");
        var by = shape.Required("by", Scalars.Line, b => b.By, "The dimension, such as department.");
        var members = shape.OptionalList("members", new ListShape<string>(Scalars.Member), b => b.Members, "Its members, where the contract lists them.");
        return shape.BuiltBy(v => new(v.Get(by), v.Get(members)));
    }
}
