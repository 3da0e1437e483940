using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Returns;

/// <summary>What else somebody might have computed from an availability's figures: March in London has 44,580 minutes, 480 of
/// maintenance are permitted, 100 of downtime and 500 of maintenance are reported. By the contract (44,580 - 480 - 120) /
/// 44,100 = 99.7279 %.</summary>
public class ClaimCheckTests
{
    [Theory]
    [InlineData("99.7308", "(44580 - 120) / 44580, maintenance left in the period")] // 1 - 120 / 44,580
    [InlineData("99.7757", "(44580 - 100) / 44580, maintenance left out altogether")] // 1 - 100 / 44,580
    [InlineData("98.6541", "(44580 - 600) / 44580, all maintenance as downtime")] // 1 - 600 / 44,580
    [InlineData("99.7191", "(43200 - 480 - 100 - (500 - 480)) / (43200 - 480), a month of 30 days")] // 1 - 120 / 42,720
    public void Of_an_availability(string stated, string formula) => Assert.Equal(formula, Mismatch(stated)!.Reconciling!.Formula);

    [Theory]
    [InlineData("99.7279")]
    [InlineData("99.73")]
    [InlineData("100")] // to whole per cent that is what it is
    public void By_the_contract_there_is_none(string stated) => Assert.Null(Mismatch(stated));

    /// <summary>Without its parts nothing can be recomputed, and without activity there is nothing to.</summary>
    [Fact]
    public void Nothing_to_compare_is_no_mismatch() =>
        Assert.Null(ClaimCheck.Of(Kpi("KPI1"), (Measurement.Measured)Counted(0, 0).AndStating("100"), 0));

    private static ClaimMismatch? Mismatch(string stated) => ClaimCheck.Of(
        Kpi("KPI1").Measuring(new Availability(null, 480)), (Measurement.Measured)Measured(("downtime", 100), ("maintenance", 500)).AndStating(stated), 44580);
}
