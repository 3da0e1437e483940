using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>A cloud provider's table: from 99.9 % nothing, from 99 % a tenth of the charges, from 95 % a quarter, below all.</summary>
public class TierTableTests
{
    private static readonly TierTable Uptime = new("KPI1", Polarity.Higher, [Tier("99.9", "0"), Tier("99", "10"), Tier("95", "25"), Tier(null, "100")]);

    private static readonly ContractDraft Contract1 = Contract(Kpi("KPI1")).Crediting(Regime("uptime", Uptime));

    /// <summary>Of £100,000.00 a month.</summary>
    [Theory]
    [InlineData("100", "0.00")]
    [InlineData("99.9", "0.00")]
    [InlineData("99.8999", "10000.00")]
    [InlineData("99", "10000.00")]
    [InlineData("98.9999", "25000.00")]
    [InlineData("95", "25000.00")]
    [InlineData("94.9999", "100000.00")]
    public void A_bound_belongs_to_the_tier_it_begins(string level, string payable) => Assert.Equal(Pounds(payable), Payable(Contract1, level));

    /// <summary>Days to answer: up to 2 nothing, up to 5 £100.00, more £250.00. No share of anything, so no charges are needed.</summary>
    [Theory]
    [InlineData("2", "0.00")]
    [InlineData("2.01", "100.00")]
    [InlineData("5", "100.00")]
    [InlineData("5.01", "250.00")]
    public void Where_lower_is_better_bounds_are_ceilings(string level, string payable)
    {
        var days = Pi("KPI1").Measuring(new Domain.Contracts.Measures.StatedValue("days"), "days").On(Ladder.TargetOnly(Polarity.Lower, 2, 0));
        var table = new TierTable("KPI1", Polarity.Lower, [new(2, Sum("0.00")), new(5, Sum("100.00")), new(null, Sum("250.00"))]);
        Assert.Equal(Pounds(payable), Payable((Contract(days) with { Charges = null }).Crediting(Regime("days", table)), level));
    }

    /// <summary>10 % of £5,000.00, whatever the month is charged.</summary>
    [Fact]
    public void Rates_may_be_of_a_fixed_sum() =>
        Assert.Equal(Pounds("500.00"), Payable(Contract(Kpi("KPI1")).Crediting(Regime("uptime", Uptime with { Of = Pounds("5000.00") })), "99.5"));

    /// <summary>The return never came, and the contract makes that the worst there is.</summary>
    [Fact]
    public void A_missing_figure_that_counts_as_the_worst_lands_in_the_last_tier() =>
        Assert.Equal(Pounds("100000.00"), Contract1.Assessed("2024-05-16").In("2024-04").Credit!.Payable);

    [Fact]
    public void A_figure_left_out_of_the_reckoning_costs_nothing() => Assert.Equal(
        Money.Zero, Contract1.When(Absence.NotScored, Absence.NotScored).Assessed("2024-05-16").In("2024-04").Credit!.Payable);

    /// <summary>A figure without a target cannot fail; what its absence means the contract says all the same.</summary>
    [Theory]
    [InlineData(Absence.WorstRung, "100000.00")]
    [InlineData(Absence.Zero, "100000.00")]
    [InlineData(Absence.NotScored, "0.00")]
    public void So_with_an_indicator_that_has_no_target(Absence absence, string payable)
    {
        var contract = Contract(Pi("KPI1") with { Ladder = null, Kind = IndicatorKind.InformationOnly }).Crediting(Regime("uptime", Uptime)).When(absence, absence);
        Assert.Equal(Pounds(payable), contract.Assessed("2024-05-16").In("2024-04").Credit!.Payable);
    }

    /// <summary>While the return is not due nobody can say.</summary>
    [Fact]
    public void While_the_return_is_awaited_the_credit_is_open()
    {
        var credit = Contract1.Assessed("2024-05-15").In("2024-04").Credit!;
        Assert.Equal("the result of KPI1 is open, as the return is not due yet", credit.CannotTell);
        Assert.Equal("cannot tell: the result of KPI1 is open, as the return is not due yet", credit.Working().Single().Outcome);
    }

    /// <summary>8 of 10 is 80 %, but below 40 cases two may fail.</summary>
    [Fact]
    public void Few_cases_within_their_allowance_cost_nothing()
    {
        var contract = Contract(Kpi("KPI1") with { LowVolume = new(40, 2) }).Crediting(Regime("uptime", Uptime));
        Assert.Equal(Money.Zero, contract.Assessed("2024-05-20", Return("2024-04").Counting("KPI1", 8, 10)).Periods[0].Credit!.Payable);
        Assert.Equal(Pounds("100000.00"), contract.Assessed("2024-05-20", Return("2024-04").Counting("KPI1", 7, 10)).Periods[0].Credit!.Payable);
    }

    [Fact]
    public void An_indicator_that_does_not_apply_yet_costs_nothing()
    {
        var contract = Contract(Kpi("KPI1") with { Introduced = Day("2024-05-01") }).Crediting(Regime("uptime", Uptime));
        Assert.Equal(Money.Zero, contract.Assessed("2024-05-20", Return("2024-04")).Periods[0].Credit!.Payable);
    }

    [Fact]
    public void The_working_names_the_tier()
    {
        var working = Contract1.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "99.5")).Periods[0].Credit!.Working();
        Assert.Equal(
            ["uptime: the tier that KPI1 lands in | KPI1 99.5 %; charges £100,000.00 ex VAT | 10 % x £100,000.00 | £10,000.00", "Rounded once to pence, halves away from zero | £10,000.00 |  | £10,000.00 payable, ex VAT"],
            working.Select(w => $"{w.Rule} | {w.Inputs} | {w.Arithmetic} | {w.Outcome}"));
    }

    private static Money? Payable(ContractDraft contract, string level) =>
        contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", level)).Periods[0].Credit!.Payable;
}
