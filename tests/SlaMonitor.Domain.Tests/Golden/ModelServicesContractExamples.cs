using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>The Service Points of the Model Services Contract (Cabinet Office), Schedule 2.2 Part A. The sample ladder: 99 %
/// on target, from 98 one point, from 97 two, from 96 three, below 96 four.</summary>
public class ModelServicesContractExamples
{
    /// <summary>Both examples of the schedule. A repeat counts its own rung's points twice: 3 x 2 = 6, 1 x 2 = 2; it never
    /// compounds, so the third failure is 3 x 2 and not 3 x 4.</summary>
    [Theory]
    [InlineData(new[] { "98.5", "96.5", "96.5" }, new[] { 1, 6, 6 })]
    [InlineData(new[] { "96.5", "98.5", "96.5" }, new[] { 3, 2, 6 })]
    public void Repeat_failures_count_their_own_points_twice(string[] levels, int[] points)
    {
        var assessed = Contract(Kpi("KPI1")).Repeating().Assessed("2024-07-20", Monthly("KPI1", "2024-04", levels));
        Assert.Equal(points, assessed.PointsOf("KPI1"));
    }

    /// <summary>A period on target breaks the chain: 3, 0, then 3 x 1 and 3 x 2.</summary>
    [Fact]
    public void A_period_on_target_breaks_the_chain()
    {
        var assessed = Contract(Kpi("KPI1")).Repeating().Assessed("2024-08-20", Monthly("KPI1", "2024-04", "96.5", "99", "96.5", "96.5"));
        Assert.Equal([3, 0, 3, 6], assessed.PointsOf("KPI1"));
    }

    /// <summary>98.95 % stands on none of the rungs as printed (98.0-98.9, 99 and more). Unrounded it is below 99: Minor. Rounded
    /// to one decimal first it is 99.0: on target. Halves to even give 99.0 too, since 98.9 ends in the odd digit.</summary>
    [Theory]
    [InlineData(null, 1)]
    [InlineData(RoundingMode.HalfAwayFromZero, 0)]
    [InlineData(RoundingMode.HalfToEven, 0)]
    [InlineData(RoundingMode.Down, 1)]
    public void The_printed_ladder_leaves_98_95_to_the_rounding_rule(RoundingMode? rounding, int points)
    {
        var kpi = Kpi("KPI1") with { Rounding = rounding is { } mode ? new(1, mode) : null };
        var result = Contract(kpi).Assessed("2024-05-20", Return("2024-04").Counting("KPI1", 1979, 2000)).In("2024-04").Of("KPI1"); // 1979 / 2000 = 98.95 %
        Assert.Equal(N("98.95"), result.Level);
        Assert.Equal(points, result.Points);
        Assert.Equal(points == 0 ? new Outcome.Met() : new Outcome.Failed(RungName.Minor, null), result.Outcome);
    }

    /// <summary>A bound belongs to the better rung, and what is one case short of it to the worse.</summary>
    [Theory]
    [InlineData(9900, 0)]
    [InlineData(9899, 1)]
    [InlineData(9800, 1)]
    [InlineData(9799, 2)]
    [InlineData(9700, 2)]
    [InlineData(9699, 3)]
    [InlineData(9600, 3)]
    [InlineData(9599, 4)]
    [InlineData(0, 4)]
    public void Every_floor_is_half_open(int inTimeOf10000, int points) =>
        Assert.Equal(points, Contract(Kpi("KPI1")).Assessed("2024-05-20", Return("2024-04").Counting("KPI1", inTimeOf10000, 10000)).Points);
}
