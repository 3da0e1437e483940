using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Money is rounded once, at the end, to pence, by the contract's mode, and never above a cap.</summary>
public class OneRounding
{
    /// <summary>One point at 0.5 % of £101.00 is 50.5p, a tie; of £103.00 it is 51.5p, a tie the other way round; of £100.90 it is
    /// 50.45p.</summary>
    [Theory]
    [InlineData("101.00", RoundingMode.HalfAwayFromZero, "0.51")]
    [InlineData("101.00", RoundingMode.HalfToEven, "0.50")]
    [InlineData("101.00", RoundingMode.Down, "0.50")]
    [InlineData("101.00", RoundingMode.Up, "0.51")]
    [InlineData("103.00", RoundingMode.HalfAwayFromZero, "0.52")]
    [InlineData("103.00", RoundingMode.HalfToEven, "0.52")]
    [InlineData("100.90", RoundingMode.HalfAwayFromZero, "0.50")]
    [InlineData("100.90", RoundingMode.Up, "0.51")]
    public void By_the_contracts_mode(string charges, RoundingMode mode, string payable) =>
        Assert.Equal(payable, Payable(Contract(Kpi("KPI1")).Charging(charges).Crediting("0.5"), mode, "98"));

    /// <summary>4 points at 0.5 % of £333.33 are £6.6666; the cap of 0.5 % leaves £1.66665, which would round to £1.67 and pass
    /// the cap: so £1.66, whatever the mode.</summary>
    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero)]
    [InlineData(RoundingMode.HalfToEven)]
    [InlineData(RoundingMode.Up)]
    [InlineData(RoundingMode.Down)]
    public void Never_above_the_cap(RoundingMode mode) =>
        Assert.Equal("1.66", Payable(Contract(Kpi("KPI1")).Charging("333.33").Crediting("0.5", CapOfPeriod("0.5")), mode, "90"));

    /// <summary>One point at 0.5 % of £333.33 is £1.66665, below the cap of 0.501 %, £1.6699833: rounded up it would be £1.67 and
    /// pass the cap that the credit itself did not reach. So £1.66.</summary>
    [Fact]
    public void Never_above_a_cap_that_only_the_rounding_would_pass()
    {
        var contract = Contract(Kpi("KPI1")).Charging("333.33").Crediting("0.5", CapOfPeriod("0.501"));
        Assert.Equal("1.66", Payable(contract, RoundingMode.Up, "98"));
        var credit = Rounding(contract, RoundingMode.Up).Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "98")).Periods[0].Credit!;
        Assert.Null(credit.CapMet);
        Assert.Contains("not above the cap", credit.Working()[^1].Rule);
    }

    /// <summary>£10.00 x 0.5 % x 4 = 20p, cut to 10p by a cap of 1 %: no rounding was needed, so the mode is named.</summary>
    [Fact]
    public void The_working_names_the_rounding_that_was_done()
    {
        var contract = Contract(Kpi("KPI1")).Charging("10.00").Crediting("0.5", CapOfPeriod("1"));
        var credit = contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "90")).Periods[0].Credit!;
        Assert.Equal("Rounded once to pence, halves away from zero", credit.Working()[^1].Rule);
        Assert.Equal("£0.10 payable, ex VAT", credit.Working()[^1].Outcome);
    }

    /// <summary>Part of a month by days keeps its fraction of a penny until the end: 16 of April's 30 days of £100.00 are
    /// £53.3333...; 4 points at 0.5 % are £1.0666..., £1.07. Rounding the charges first would not differ here; rounding each
    /// point would: 4 x 27p = £1.08.</summary>
    [Fact]
    public void Charges_are_not_rounded_before_the_end()
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2024-04-15", "1 year").Charging("100.00", PartPeriodCharge.ByDays).Crediting("0.5");
        var period = contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "90")).In("2024-04");
        Assert.Equal(Rational.Of(160, 3), period.Charges);
        Assert.Equal(Pounds("1.07"), period.Credit!.Payable);
    }

    private static ContractDraft Rounding(ContractDraft contract, RoundingMode mode) =>
        contract with { Credits = contract.Credits! with { Rounding = mode } };

    private static string Payable(ContractDraft contract, RoundingMode mode, string level) => Rounding(contract, mode)
        .Assessed("2024-05-20", Return("2024-04").Stating("KPI1", level)).Periods[0].Credit!.Payable!.Value.ToPlainText();
}
