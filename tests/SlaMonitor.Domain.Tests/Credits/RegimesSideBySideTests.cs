using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>Points at 0.5 % each beside a table that takes 10 % below 98 %, of £100,000.00. A level of 97.5 is two points:
/// £1,000.00 and £10,000.00.</summary>
public class RegimesSideBySideTests
{
    [Fact]
    public void Each_regime_has_its_own_amount_and_their_sum_is_payable()
    {
        var credit = Assessed(Both([], [])).Periods[0].Credit!;
        Assert.Equal([N("1000"), N("10000")], credit.Regimes.Select(r => r.Capped!.Value));
        Assert.Equal(Pounds("11000.00"), credit.Payable);
    }

    /// <summary>Points capped at 0.8 % = £800.00, the table at 9 % = £9,000.00; then the sum of £9,800.00 at 9.5 % = £9,500.00.</summary>
    [Fact]
    public void Each_regimes_caps_come_first_and_then_those_on_the_sum()
    {
        var contract = Both([CapOfPeriod("0.8")], [CapOfPeriod("9")]).CappedTogether(CapOfPeriod("9.5"));
        var credit = Assessed(contract).Periods[0].Credit!;
        Assert.Equal([N("800"), N("9000"), N("9500")], credit.Caps.Select(c => c.After));
        Assert.Equal((N("11000"), N("9800")), (credit.Uncapped!.Value, credit.Sum!.Value));
        Assert.Equal(Pounds("9500.00"), credit.Payable);
        Assert.Equal(
            ["£1,000.00", "£800.00, cap reached", "£10,000.00", "£9,000.00, cap reached", "£9,800.00", "£9,500.00, cap reached", "£9,500.00 payable, ex VAT"],
            credit.Working().Select(w => w.Outcome));
    }

    /// <summary>12 % of the 12 months' charges on the table alone: in April £12,000.00 leave its £10,000.00 whole; in May
    /// 12 % x £200,000.00 - £10,000.00 = £14,000.00; the £1,000.00 by points are not counted against it.</summary>
    [Fact]
    public void Only_a_regimes_own_credits_count_against_its_cap()
    {
        var credit = Assessed(Both([], [CapOfLast12Months("12")])).Periods[1].Credit!;
        Assert.Equal((N("10000"), N("14000")), (credit.Caps.Single().Used, credit.Caps.Single().Limit));
    }

    /// <summary>On the sum, £11,000.00 count: 12 % x £200,000.00 - £11,000.00 = £13,000.00.</summary>
    [Fact]
    public void What_was_payable_counts_against_a_cap_on_the_sum()
    {
        var credit = Assessed(Both([], []).CappedTogether(CapOfLast12Months("12"))).Periods[1].Credit!;
        Assert.Equal((N("11000"), N("13000")), (credit.Caps.Single().Used, credit.Caps.Single().Limit));
    }

    /// <summary>0.5 % of £1.00 twice is 0.5p + 0.5p = 1p; rounded each by itself it would be 2p.</summary>
    [Fact]
    public void The_sum_is_rounded_once()
    {
        var contract = Contract(Kpi("KPI1")).Charging("1.00").Crediting(Regime("one", Table("0.5")), Regime("two", Table("0.5")));
        Assert.Equal(Pounds("0.01"), Assessed(contract).Periods[0].Credit!.Payable);
    }

    /// <summary>Caps of 1.5 % of £1.00 on regimes of 2 % each: 1.5p + 1.5p = 3p exactly; caps of 1.2 % leave 2.4p, which rounded up
    /// would pass both together.</summary>
    [Theory]
    [InlineData("1.5", "0.03")]
    [InlineData("1.2", "0.02")]
    public void Rounding_does_not_pass_the_regimes_caps_together(string cap, string payable)
    {
        var contract = Contract(Kpi("KPI1")).Charging("1.00").Crediting(Regime("one", Table("2"), CapOfPeriod(cap)), Regime("two", Table("2"), CapOfPeriod(cap)));
        Assert.Equal(Pounds(payable), Assessed(contract with { Credits = contract.Credits! with { Rounding = RoundingMode.Up } }).Periods[0].Credit!.Payable);
    }

    /// <summary>One open regime leaves the whole open, however final the other is.</summary>
    [Fact]
    public void The_whole_is_open_while_one_regime_is()
    {
        var contract = Contract(Kpi("KPI1")).ChargingByReturn().Crediting(Regime("sum", new TierTable("KPI1", Polarity.Higher, [new(99, Sum("0.00")), new(null, Sum("10.00"))])), Regime("share", Table("10")));
        var credit = Assessed(contract).Periods[0].Credit!;
        Assert.Equal((null, "the Service Charges of 2024-04 are not known"), (credit.Payable, credit.CannotTell));
        Assert.Equal(N("10"), credit.Find("sum")!.Capped);
        Assert.Null(credit.Uncapped);
    }

    /// <summary>A regime that a variation brings in has no credits before it.</summary>
    [Fact]
    public void A_regime_that_comes_later_starts_with_nothing_used()
    {
        var after = Both([], [CapOfLast12Months("12")]).EffectiveFrom("2024-05-01");
        var before = Contract(Kpi("KPI1")).Crediting("0.5");
        var credit = new[] { before, after }.Assessed("2024-06-20", Monthly("KPI1", "2024-04", "97.5", "97.5")).Periods[1].Credit!;
        Assert.Equal(Rational.Zero, credit.Caps.Single().Used);
    }

    /// <summary>95 % is below the threshold of the one KPI there is. Charges withheld take the place of every regime's credit.</summary>
    [Fact]
    public void Withheld_charges_take_the_place_of_every_regime()
    {
        var contract = Both([], []).Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null));
        var returned = Return("2024-04").Stating("KPI1", "95");
        Assert.Equal(Pounds("12000.00"), contract.Assessed("2024-06-05", returned).Periods[0].Credit!.Payable); // 4 x 500 + 10,000
        var withheld = contract.Assessed("2024-06-05", Decided(Withheld("2024-04", "2024-05-20")), returned).Periods[0];
        Assert.NotNull(withheld.Withholding);
        Assert.Equal(Money.Zero, withheld.Credit!.Payable);
    }

    /// <summary>95 would be in the last tier; an accepted relief leaves nothing to credit.</summary>
    [Fact]
    public void A_relief_excuses_a_tier()
    {
        var contract = Contract(Kpi("KPI1")).Crediting(Regime("uptime", Table("10")));
        Assert.Equal(Money.Zero, contract.Assessed("2024-06-05", Decided(Accepted("2024-04", "KPI1", "2024-05-20")), Return("2024-04").Stating("KPI1", "95")).Periods[0].Credit!.Payable);
    }

    private static ContractDraft Both(Cap[] ofPoints, Cap[] ofTable) => Contract(Kpi("KPI1")).Crediting(
        new CreditRegime(CreditRegime.OfServicePoints, new ServicePoints(Percent("0.5")), ofPoints, null), Regime("table", Table("10"), ofTable));

    private static TierTable Table(string percent) => new("KPI1", Polarity.Higher, [Tier("99", "0"), Tier("98", "0.1"), Tier(null, percent)]);

    private static ContractAssessment Assessed(ContractDraft contract) => contract.Assessed("2024-06-20", Monthly("KPI1", "2024-04", "97.5", "97.5"));
}
