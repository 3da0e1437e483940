using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Satisfaction by department, weighted by its staff: housing and education state a level each, the return counts their
/// staff.</summary>
public class WeightedByVolume
{
    private static readonly Indicator Mean = Composite("TOP", new Combination.VolumeWeightedMean([Of("HOU", "V1"), Of("EDU", "V2")], MissingPart.Renormalise));

    /// <summary>90 % of 300 and 60 % of 100: (300 x 90 + 100 x 60) / 400 = 33,000 / 400 = 82.5.</summary>
    [Fact]
    public void Levels_weigh_as_much_as_the_return_counts()
    {
        var result = April(Return("2024-04").Stating("HOU", "90").Stating("EDU", "60").With("V1", Measured(("count", 300))).With("V2", Measured(("count", 100))));
        Assert.Equal(N("82.5"), result.Level);
        var lines = result.Working();
        Assert.Equal(["Part HOU, weight 300 by V1", "Part EDU, weight 100 by V2", "Mean of levels, weighted by numbers of the period"], lines.Select(l => l.Rule));
        Assert.Equal(("(300 x 90 + 100 x 60) / 400", "82.5 %"), (lines[2].Arithmetic, lines[2].Outcome));
    }

    /// <summary>Without education's staff housing alone stands for the whole: 90.</summary>
    [Fact]
    public void A_part_without_its_weight_is_missing()
    {
        var result = April(Return("2024-04").Stating("HOU", "90").Stating("EDU", "60").With("V1", Measured(("count", 300))));
        Assert.Equal(N("90"), result.Level);
        Assert.False(result.Parts[1].Counted);
    }

    [Fact]
    public void Where_nobody_is_counted_there_is_no_result()
    {
        var result = April(Return("2024-04").Stating("HOU", "90").Stating("EDU", "60").With("V1", Measured(("count", 0))).With("V2", Measured(("count", 0))));
        Assert.Equal((null, new Outcome.NotScored(Reason.PartMissing)), (result.Level, result.Outcome));
    }

    /// <summary>90 of 100 and 10 of 20, by their own cases: (100 x 90 + 20 x 50) / 120 = 10,000 / 120 = 83.33..., which is (90 + 10) /
    /// (100 + 20); the plain mean would be 70.</summary>
    [Fact]
    public void Or_as_much_as_their_own_cases()
    {
        var mean = Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "A"), Of("B", "B")], MissingPart.NoResult));
        var result = Contract(mean, Pi("A"), Pi("B")).Assessed("2024-05-20", Return("2024-04").Counting("A", 90, 100).Counting("B", 10, 20)).In("2024-04").Of("TOP");
        Assert.Equal(N("10000") / 120, result.Level);
        Assert.Equal("Part A, weight 100 cases of its own", result.Working()[0].Rule);
    }

    /// <summary>A level stated without its parts has no cases to weigh it by.</summary>
    [Fact]
    public void A_level_stated_alone_has_no_cases_of_its_own()
    {
        var mean = Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "A"), Of("B", "B")], MissingPart.NoResult));
        var result = Contract(mean, Pi("A"), Pi("B")).Assessed("2024-05-20", Return("2024-04").Stating("A", "90").Counting("B", 10, 20)).In("2024-04").Of("TOP");
        Assert.Null(result.Level);
    }

    private static IndicatorResult April(SupplierReturn returned) => Contract(Mean, Department("HOU"), Department("EDU"), Staff("V1"), Staff("V2"))
        .When(Absence.NotScored, Absence.NotScored).Assessed("2024-05-20", returned).In("2024-04").Of("TOP");

    private static Indicator Department(string code) => Pi(code).Measuring(new StatedValue("satisfied staff")) with { Ladder = null };

    private static Indicator Staff(string code) =>
        Pi(code).Measuring(new Count("staff"), "staff") with { Kind = IndicatorKind.InformationOnly, Ladder = null, Better = null };
}
