using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Every stated figure is recomputed from its parts, at the precision stated. The parts decide.</summary>
public class ClaimsOfTheSupplier
{
    private static readonly Indicator Changes = Kpi("KPI1").Measuring(new RatioOfCounts(null, "failed changes", "changes completed")).On(HigherIsBetter("98", (null, 1)));

    /// <summary>Nottinghamshire, quarter 2 of 2021-22: 143 changes completed, 5 failed, 96.62 % stated against 98 %.
    /// (143 - 5) / 143 = 96.5035 %; 143 / (143 + 5) = 96.6216 %. The breach stands either way.</summary>
    [Fact]
    public void Nottinghamshire_states_another_reading_of_its_parts()
    {
        var contract = Contract(Changes);
        var supplied = Return("2024-04").With("KPI1", Measured(("allBut", 5), ("to", 143)).AndStating("96.62"));
        var period = contract.Assessed("2024-05-20", supplied).In("2024-04");
        var result = period.Of("KPI1");
        Assert.Equal("96.50 %", result.Indicator.Show(result.Mismatch!.Recomputed));
        Assert.Equal("143 / (143 + 5)", result.Mismatch.Reconciling!.Formula);
        Assert.True(result.IsFailure);
        var alert = Assert.Single(period.Alerts, a => a.Event == AlertEvent.ClaimMismatch);
        Assert.Equal("KPI1 The indicator KPI1: stated 96.62 %, recomputed 96.50 %; the stated figure is 143 / (143 + 5).", alert.Text);
        var problem = Assert.Single(ReturnChecks.Of(new([contract.Terms()]), supplied, BankHolidays.Current));
        Assert.Equal(ReturnProblems.ClaimMismatch, problem.Code);
        Assert.Equal("indicators.KPI1.stated", problem.Path);
        Assert.Equal("96.50 % from its parts", problem.Expected);
        Assert.Equal("96.62 %; that is 143 / (143 + 5)", problem.Found);
    }

    /// <summary>138 / 143 = 96.5034...: right at any precision it is stated to.</summary>
    [Theory]
    [InlineData("96.50")]
    [InlineData("96.5")]
    [InlineData("97")]
    [InlineData("96.503")]
    public void A_claim_is_held_to_the_precision_it_is_stated_to(string stated) => Assert.Null(Mismatch(5, 143, stated));

    /// <summary>1 of 8 failed: 87.5 %, stated as 88 (halves away) or as 88 (to the even digit); 3 of 8: 62.5 %, as 63 or 62.</summary>
    [Theory]
    [InlineData(1, "88")]
    [InlineData(3, "63")]
    [InlineData(3, "62")]
    public void Either_way_of_rounding_a_half_is_no_mismatch(int failed, string stated) => Assert.Null(Mismatch(failed, 8, stated));

    /// <summary>1 of 3 failed: 66.666...%; 66.66 is cut off, not rounded.</summary>
    [Fact]
    public void A_figure_cut_off_is_named_as_such() =>
        Assert.Equal("(3 - 1) / 3, cut off after 2 decimals instead of rounded", Mismatch(1, 3, "66.66")!.Reconciling!.Formula);

    [Fact]
    public void A_figure_nothing_gives_is_a_mismatch_without_a_reading() => Assert.Null(Mismatch(5, 143, "99.99")!.Reconciling);

    /// <summary>The level is shown to whole per cent, but 96.62 beside 97 would say nothing: as many places as were stated.</summary>
    [Fact]
    public void Both_figures_are_shown_to_the_places_stated()
    {
        var supplied = Return("2024-04").With("KPI1", Measured(("allBut", 5), ("to", 143)).AndStating("96.62"));
        var period = Contract(Changes with { Decimals = 0 }).Assessed("2024-05-20", supplied).In("2024-04");
        Assert.Contains("recomputed 96.50 %", period.Alerts.Single(a => a.Event == AlertEvent.ClaimMismatch).Text);
        Assert.Contains("recomputed 96.50 %", period.Of("KPI1").Working().Select(w => w.Outcome));
    }

    private static ClaimMismatch? Mismatch(int failed, int completed, string stated) =>
        ClaimCheck.Of(Changes, (Measurement.Measured)Measured(("allBut", failed), ("to", completed)).AndStating(stated), 0);
}
