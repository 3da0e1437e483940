using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Cases overdue and still open count as failed where the contract says so; and averages over cases.</summary>
public class OpenCases
{
    private static readonly RatioOfCounts InTime = new("closed in time", null, "closed", "open and overdue");

    /// <summary>98 of 100 closed cases are in time, but 25 more are overdue and open: 98 / (100 + 25) = 78.4 %. Closing only easy
    /// cases does not lift the level.</summary>
    [Fact]
    public void An_overdue_case_fails_while_it_is_open()
    {
        var result = Of(InTime, ("of", 98), ("to", 100), ("openOverdue", 25));
        Assert.Equal((N("78.4"), new Outcome.Failed(RungName.BelowThreshold, null)), (result.Level!.Value, result.Outcome));
        Assert.Equal("98 / (100 + 25) x 100", result.Working()[0].Arithmetic);
    }

    /// <summary>With failures named: (100 - 2) / (100 + 25), the same. With no case closed and 5 overdue: 0 of 5.</summary>
    [Fact]
    public void However_the_good_cases_are_named()
    {
        Assert.Equal(N("78.4"), Of(new RatioOfCounts(null, "late", "closed", "open"), ("allBut", 2), ("to", 100), ("openOverdue", 25)).Level);
        Assert.Equal(Rational.Zero, Of(InTime, ("of", 0), ("to", 0), ("openOverdue", 5)).Level);
    }

    /// <summary>10 closed cases and 31 open make 41: not under 40, so the percentage decides; 39 are few, and the 29 that are open
    /// fail.</summary>
    [Theory]
    [InlineData(31, false)]
    [InlineData(29, true)]
    public void They_are_cases_where_few_are_counted(int open, bool areFew)
    {
        var kpi = Kpi("KPI1").Measuring(InTime) with { LowVolume = new(40, 2) };
        var result = Contract(kpi).Assessed("2024-05-20", Return("2024-04").With("KPI1", Measured(("of", 10), ("to", 10), ("openOverdue", open)))).In("2024-04").Of("KPI1");
        Assert.Equal(areFew ? (Rational?)open : null, result.LowVolumeFailing);
    }

    /// <summary>A stated 98 % leaves them out: 98 / 100.</summary>
    [Fact]
    public void A_claim_that_leaves_them_out_is_told()
    {
        var measured = (Measurement.Measured)Measured(("of", 98), ("to", 100), ("openOverdue", 25)).AndStating("98");
        Assert.Equal("98 / 100, cases overdue and still open left out", ClaimCheck.Of(Kpi("KPI1").Measuring(InTime), measured, 0)!.Reconciling!.Formula);
    }

    /// <summary>1,260.5 hours over 200 incidents are 6.3025 hours each; a stated 378.15 is in minutes.</summary>
    [Fact]
    public void An_average_over_cases()
    {
        var average = new AverageOfCases("hours to resolve", "incidents");
        Assert.Equal(N("6.3025"), Of(average, ("total", N("1260.5")), ("cases", 200)).Level);
        var measured = (Measurement.Measured)Measured(("total", N("1260.5")), ("cases", 200)).AndStating("378.15");
        Assert.Equal("1260.5 / 200 x 60", ClaimCheck.Of(Kpi("KPI1").Measuring(average, "hours"), measured, 0)!.Reconciling!.Formula);
    }

    private static IndicatorResult Of(Measure measure, params (string, Rational)[] parts) =>
        Contract(Kpi("KPI1").Measuring(measure)).Assessed("2024-05-20", Return("2024-04").With("KPI1", Measured(parts))).In("2024-04").Of("KPI1");
}
