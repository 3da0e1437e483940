using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Indicators of every measure and combination: some measured ones, then composites of them.</summary>
internal static class GeneratedIndicators
{
    private static readonly RungName[] Graded = [RungName.Minor, RungName.Serious, RungName.Severe, RungName.BelowThreshold, RungName.Failed];

    private static readonly Gen<Measure> AnyMeasure = GeneratedContracts.Line.SelectMany(label => Gen.OneOf<Measure>(
        Gen.Const<Measure>(new RatioOfCounts(label, null, "cases")),
        Gen.Const<Measure>(new RatioOfCounts(null, label, "cases")),
        Gen.Select(Gen.Bool, Gen.Int[0, 600], (around, minutes) => (Measure)new Availability(around ? null : "core", minutes) { MaintenanceWindow = minutes % 2 == 0 ? "core" : null, Partial = (PartialOutages)(minutes % 2) }),
        Gen.Const<Measure>(new MeanOfScale(label, 0, 100)),
        Gen.Const<Measure>(new RatioOfCounts(label, null, "cases", label)),
        Gen.Const<Measure>(new AverageOfCases(label, "cases")),
        Gen.Select(Gen.Int[1, 99], Gen.Enum<PercentileDefinition>(), (rank, definition) => (Measure)new StatedPercentile(label, rank, definition)),
        Gen.Const<Measure>(new Count(label)),
        Gen.Const<Measure>(new Stock(label)),
        Gen.Const<Measure>(new StatedValue(label)),
        Gen.Const<Measure>(new YesNo(label))));

    private static readonly Gen<Indicator> Measured =
        from measure in AnyMeasure
        from title in GeneratedContracts.Line
        from clause in GeneratedContracts.Maybe(GeneratedContracts.Line)
        from kind in GeneratedContracts.OneOf(IndicatorKind.Kpi, IndicatorKind.SubsidiaryPi, IndicatorKind.InformationOnly)
        from better in Gen.Enum<Polarity>()
        from target in Target(better, kind == IndicatorKind.Kpi ? 5 : 0)
        from decimals in Gen.Int[0, 4]
        from rounding in GeneratedContracts.Maybe(Gen.Select(Gen.Int[0, 3], Gen.Enum<RoundingMode>(), (places, mode) => new ComparisonRounding(places, mode)))
        from low in GeneratedContracts.Maybe(Gen.Select(Gen.Int[1, 50], Gen.Int[0, 3], (under, allow) => new LowVolume(under, allow)))
        from breakdown in GeneratedContracts.Maybe(GeneratedContracts.Line.Select(site => new Breakdown(site, site.Length > 3 ? ["North", "4"] : [])))
        from days in Gen.Int[0, 3]
        from noActivity in Gen.Enum<NoActivityRule>()
        from period in GeneratedContracts.Maybe(Gen.Select(Gen.Bool, Gen.Int[2, 6], Gen.Enum<UntilFull>(), Gen.Enum<TakenTogether>(), (isRolling, count, until, taken) => isRolling
            ? (MeasurementPeriod)new MeasurementPeriod.Rolling(count, until, taken)
            : new MeasurementPeriod.Every(12, count > 3 ? 4 : null, taken)))
        let isTargeted = kind != IndicatorKind.InformationOnly && measure is not YesNo
        select new Indicator
        {
            Code = "",
            Title = title,
            Clause = clause,
            Group = clause,
            Kind = kind,
            Source = measure,
            Better = measure is YesNo ? Polarity.Higher : better,
            Unit = measure is RatioOfCounts or Availability ? Unit.PerCent : new Unit(decimals == 0 && measure is Count or Stock or MeanOfScale ? "" : "points"),
            Decimals = decimals,
            Rounding = rounding,
            Ladder = isTargeted ? target.Ladder : null,
            Trajectory = isTargeted ? target.Trajectory : null,
            LowVolume = measure is RatioOfCounts ? low : null,
            Breakdown = measure is RatioOfCounts or MeanOfScale or Count or Stock ? breakdown : null,
            PopulationTolerance = measure.HasVolume && days == 2 ? new Percentage(decimals * 10) : null,
            WhenNoActivity = noActivity,
            MeasurementPeriod = days == 1 ? period : null,
            Introduced = days > 1 ? new LocalDate(2021, 4, days) : null,
            Retired = days == 3 ? new LocalDate(2023, 4, 1) : null,
        };

    /// <summary>One to four measured ones and up to three composites.</summary>
    public static readonly Gen<IReadOnlyList<Indicator>> Some =
        from measured in Measured.List[1, 4]
        from kinds in Gen.Int[0, 11].List[0, 3]
        from missing in Gen.Enum<MissingPart>()
        let parts = measured.Select((indicator, i) => indicator with { Code = $"KPI {i + 1}" }).ToList()
        select (IReadOnlyList<Indicator>)[.. parts, .. kinds.Select((kind, i) => Composite($"C/{i}", Combine(kind, parts, missing)))];

    private static Gen<(Ladder? Ladder, Trajectory? Trajectory)> Target(Polarity better, int mostPoints) =>
        from bounds in Gen.Int[1, 999].HashSet[1, 5]
        from points in Gen.Int[0, mostPoints].List[5, 5]
        from moves in Gen.Bool
        from between in Gen.Enum<BetweenMilestones>()
        select moves && better != Polarity.NearestTo
            ? ((Ladder?)null, (Trajectory?)Trajectory(better, [.. bounds], between, points[0]))
            : (Ladder(better, [.. bounds.Order()], [.. points.Order()]), null);

    private static Trajectory Trajectory(Polarity better, IReadOnlyList<int> targets, BetweenMilestones between, int points) =>
        new(better, [.. targets.Select((target, i) => new Milestone(new LocalDate(2021, 6, 30).PlusMonths(i), Rational.Of(target, 10)))], between, points);

    private static Ladder Ladder(Polarity better, IReadOnlyList<int> ascending, IReadOnlyList<int> points)
    {
        var bounds = (better == Polarity.Higher ? ascending.Reverse() : ascending).Select(b => Rational.Of(b, 10)).ToList();
        var rungs = new List<Rung> { new(RungName.Target, bounds[0], null, 0) };
        for (var i = 1; i <= bounds.Count; i++)
            rungs.Add(new(Graded[i - 1], i < bounds.Count ? bounds[i] : null, i % 2 == 0 ? bounds[i - 1] : null, points[i - 1]));
        return new(better, better == Polarity.NearestTo ? 100 : null, rungs);
    }

    private static Indicator Composite(string code, Combination combination) => new()
    {
        Code = code,
        Title = "A composite",
        Kind = IndicatorKind.Composite,
        Source = combination,
        Better = Polarity.Higher,
        Unit = combination.IsShare ? Unit.PerCent : new Unit("points"),
        Decimals = 2,
    };

    private static IReadOnlyList<KeyValuePair<string, Rational>> Weights(IReadOnlyList<string> codes) =>
        [.. codes.Select(code => KeyValuePair.Create(code, Rational.Of(100, codes.Count == 3 ? 1 : codes.Count)))];

    private static Combination Combine(int kind, IReadOnlyList<Indicator> parts, MissingPart missing)
    {
        var codes = parts.Select(p => p.Code).ToList();
        var scales = codes.Select((code, i) => KeyValuePair.Create(code, new MinMax(i, 100))).ToList();
        return kind switch
        {
            0 => new Combination.WeightedMean(Weights(codes), scales, missing),
            1 => new Combination.WorstOf(scales, missing),
            2 => new Combination.Gate(codes, missing),
            3 => new Combination.KOfN(1, codes, missing),
            4 => new Combination.ShareMet(codes),
            5 => new Combination.PooledRate(codes, missing),
            6 => new Combination.WorstLevel(codes, missing),
            7 => new Combination.GeometricMean(Weights(codes), scales, codes.Count, missing),
            8 => new Combination.DistanceToTarget(Weights(codes), missing == MissingPart.Zero, missing),
            9 => new Combination.BandScore(codes, [.. Enum.GetValues<RungName>().Select((rung, i) => KeyValuePair.Create(rung, 10 - i))], (TakenScores)(codes.Count % 3), missing),
            10 => new Combination.VolumeWeightedMean([KeyValuePair.Create(codes[0], codes[^1])], missing),
            _ => new Combination.Change(codes[0], codes.Count),
        };
    }
}
