using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>95 % in time; under 40 cases, at most 2 late instead.</summary>
public class FewCases
{
    [Theory]
    [InlineData(39, 2, null)] // 37 / 39 = 94.87 %, below 95, but 2 may be late
    [InlineData(39, 3, RungName.Serious)] // 36 / 39 = 92.31 %: from 90
    [InlineData(40, 2, null)] // 38 / 40 = 95 %
    [InlineData(40, 3, RungName.Serious)] // 37 / 40 = 92.5 %
    [InlineData(2, 2, null)] // 0 %, but 2 may be late
    [InlineData(4, 3, RungName.BelowThreshold)] // 25 %
    public void An_allowance_stands_in_for_the_percentage(int cases, int late, RungName? failure)
    {
        var result = LowVolume("95").Assessed("2024-05-20", Return("2024-04").Counting("KPI1", cases - late, cases)).In("2024-04").Of("KPI1");
        Assert.Equal(failure is { } rung ? new Outcome.Failed(rung, null) : new Outcome.Met(), result.Outcome);
        Assert.Equal(cases < 40 ? late : (Rational?)null, result.LowVolumeFailing);
    }

    /// <summary>Where the target is 90 %, 36 of 39 (92.31 %) would pass by percentage; 3 late fail the allowance all the same, at
    /// the mildest rung.</summary>
    [Fact]
    public void A_failed_allowance_fails_at_the_mildest_rung_at_least() =>
        Assert.Equal(
            new Outcome.Failed(RungName.Minor, null),
            LowVolume("90").Assessed("2024-05-20", Return("2024-04").Counting("KPI1", 36, 39)).In("2024-04").Of("KPI1").Outcome);

    /// <summary>Lower is better, 5 % late at most: 3 late of 39.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Where_lower_is_better_the_cases_named_are_the_failing_ones(int late, bool fails)
    {
        var kpi = Kpi("KPI1").Measuring(new RatioOfCounts("cases late", null, "cases")).On(LadderOf(Polarity.Lower, null, "5", ("8", 1), (null, 2)))
            with
        { LowVolume = new(40, 2) };
        Assert.Equal(fails, Contract(kpi).Assessed("2024-05-20", Return("2024-04").Counting("KPI1", late, 39)).In("2024-04").Of("KPI1").IsFailure);
    }

    /// <summary>A level stated without its parts has no cases to count: 94.87 % is below 95.</summary>
    [Fact]
    public void Without_its_parts_the_percentage_decides() =>
        Assert.True(LowVolume("95").Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "94.87")).In("2024-04").Of("KPI1").IsFailure);

    private static ContractDraft LowVolume(string target) =>
        Contract(Kpi("KPI1").On(HigherIsBetter(target, (target == "95" ? "93" : "89", 1), (target == "95" ? "90" : "88", 2), (null, 4)))
            with
        { LowVolume = new(40, 2) });
}
