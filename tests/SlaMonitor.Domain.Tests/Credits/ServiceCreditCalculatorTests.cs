using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

public class ServiceCreditCalculatorTests
{
    private static readonly ContractDraft Crediting = Contract(Kpi("KPI1")).Crediting("0.5");

    /// <summary>4 points x 0.5 % x £100,000.00 = £2,000.00.</summary>
    [Fact]
    public void A_credit_is_points_times_rate_times_charges() =>
        Assert.Equal(Pounds("2000.00"), Credit(Crediting, Return("2024-04").Stating("KPI1", "95")).Payable);

    [Fact]
    public void No_points_are_no_credit() =>
        Assert.Equal((Rational.Zero, Money.Zero), (Credit(Crediting, Return("2024-04").Stating("KPI1", "99")) is var c ? (c.Uncapped!.Value, c.Payable!.Value) : default));

    [Fact]
    public void A_contract_without_credits_has_no_statement() =>
        Assert.Null(Contract(Kpi("KPI1")).Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "95")).Periods[0].Credit);

    /// <summary>The greatest points, rate and charges that files can hold: 10,000 x 9,999.99 x £9,999,999,999,999.99.</summary>
    [Fact]
    public void No_credit_is_too_large()
    {
        var contract = Contract(Kpi("KPI1").On(HigherIsBetter("99", (null, 10_000)))).Charging("9999999999999.99").Crediting("999999");
        var credit = Credit(contract, Return("2024-04").Stating("KPI1", "95"));
        Assert.Equal("£999,998,999,999,999,000,001.00", credit.Payable.ToString());
        Assert.Equal("£999,998,999,999,999,000,001.00 payable, ex VAT", credit.Working()[^1].Outcome);
    }

    /// <summary>While the return is awaited nobody can say £0.00; the day after it was due every KPI fails at its worst.</summary>
    [Fact]
    public void While_the_return_is_awaited_the_credit_is_open()
    {
        var awaited = Crediting.Assessed("2024-05-15").In("2024-04").Credit!;
        Assert.Null(awaited.Payable);
        Assert.Equal("the points of KPI1 are open, as the return is not due yet", awaited.CannotTell);
        Assert.Equal("cannot tell: the points of KPI1 are open, as the return is not due yet", awaited.Working().Single().Outcome);
        Assert.Equal(Pounds("2000.00"), Crediting.Assessed("2024-05-16").In("2024-04").Credit!.Payable);
    }

    /// <summary>A figure that cannot be told and carries no points leaves the credit as it is.</summary>
    [Fact]
    public void An_open_result_without_points_changes_nothing()
    {
        var contract = Contract(Kpi("KPI1"), Pi("PI1")).Crediting("0.5");
        var assessed = contract.Assessed("2024-06-05", Return("2024-05").Stating("PI1", "100").Restating("2024-04", "KPI1", Stated("95")));
        Assert.Equal(ReturnStatus.Overdue, assessed.In("2024-04").Status);
        var open = contract.Assessed("2024-05-14", Return("2024-05").Dated("2024-05-10").Restating("2024-04", "KPI1", Stated("95")));
        Assert.Equal(ReturnStatus.Awaited, open.In("2024-04").Status);
        Assert.Equal(Pounds("2000.00"), open.In("2024-04").Credit!.Payable);
    }

    [Fact]
    public void Without_charges_the_credit_cannot_be_told()
    {
        var credit = Credit(Crediting.ChargingByReturn(), Return("2024-04").Stating("KPI1", "95"));
        Assert.Null(credit.Payable);
        Assert.Equal("the Service Charges of 2024-04 are not known", credit.CannotTell);
    }

    /// <summary>April's charges never came, so the base of May's rolling cap is not known.</summary>
    [Fact]
    public void A_rolling_cap_needs_the_charges_before()
    {
        var contract = Contract(Kpi("KPI1")).ChargingByReturn().Crediting("0.5", CapOfLast12Months("10"));
        var assessed = contract.Assessed("2024-06-20", Return("2024-04").Stating("KPI1", "100"), Return("2024-05").Stating("KPI1", "95").Charged("100000.00"));
        Assert.Equal("the Service Charges of 2024-04 are not known, which the cap of 10 % counts", assessed.In("2024-05").Credit!.CannotTell);
        Assert.Equal(Rational.Of(2000, 1), assessed.In("2024-05").Credit!.Uncapped);
    }

    /// <summary>4 points a month at 1 %. April: £4,000.00, capped at 2 % x £100,000.00 = £2,000.00. May: £0.04, capped at 2 % x
    /// £100,001.00 - £2,000.00 = £0.02. June the same, of 2 % x £100,002.00 - £2,000.02.</summary>
    [Fact]
    public void A_rolling_cap_shows_what_was_used_and_when()
    {
        var contract = Contract(Kpi("KPI1")).ChargingByReturn().Crediting("1", CapOfLast12Months("2"));
        var returns = Monthly("KPI1", "2024-04", "95", "95", "95").Zip(["100000.00", "1.00", "1.00"], (r, charges) => r.Charged(charges));
        var assessed = contract.Assessed("2024-07-20", returns);
        Assert.Equal(
            ["£2,000.00, cap reached", "£0.02, cap reached", "£0.02, cap reached"],
            assessed.Periods.Select(p => p.Credit!.Working()[1].Outcome));
        Assert.Equal("charges of 2024-04 to 2024-05: £100,001.00; credits accrued in 2024-04: £2,000.00", assessed.In("2024-05").Credit!.Working()[1].Inputs);
        Assert.Equal("2 % x £100,001.00 - £2,000.00 = £0.02", assessed.In("2024-05").Credit!.Working()[1].Arithmetic);
        Assert.Equal("charges of 2024-04 to 2024-06: £100,002.00; credits accrued in 2024-04 to 2024-05: £2,000.02", assessed.In("2024-06").Credit!.Working()[1].Inputs);
    }

    /// <summary>April's 4 points are £2,000.00, capped at 2 % x £50,000.00 = £1,000.00. From May on the cap is 1 % x £60,000.00 =
    /// £600.00, which April has passed.</summary>
    [Fact]
    public void A_cap_passed_before_it_was_tightened_leaves_nothing()
    {
        var first = Contract(Kpi("KPI1")).Charging("50000.00").Crediting("1", CapOfLast12Months("2"));
        var second = first.EffectiveFrom("2024-05-01").Charging("10000.00").Crediting("1", CapOfLast12Months("1"));
        var may = new[] { first, second }.Assessed("2024-06-20", Monthly("KPI1", "2024-04", "95", "95")).In("2024-05").Credit!;
        Assert.Equal(("1 % x £60,000.00 - £1,000.00 < £0.00", "£0.00, cap reached"), (may.Working()[1].Arithmetic, may.Working()[1].Outcome));
    }

    /// <summary>Of a period without charges any share is nothing: a credit of nothing reaches no cap.</summary>
    [Fact]
    public void A_period_without_charges_meets_no_cap()
    {
        var credit = Credit(Contract(Kpi("KPI1")).Charging("0.00").Crediting("0.5", CapOfPeriod("10")), Return("2024-04").Stating("KPI1", "95"));
        Assert.Equal(Money.Zero, credit.Payable);
        Assert.Null(credit.CapMet);
    }

    /// <summary>4 points x 0.5 % = 2 %: a cap of exactly 2 % is met, one of 2.01 % is not.</summary>
    [Theory]
    [InlineData("2", true)]
    [InlineData("2.01", false)]
    [InlineData("1.99", true)]
    public void A_cap_is_met_when_the_credit_reaches_it(string cap, bool isMet) =>
        Assert.Equal(isMet, Credit(Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod(cap)), Return("2024-04").Stating("KPI1", "95")).CapMet is not null);

    /// <summary>Caps apply in the contract's order, each to what the one before left: 2,000, then 1.5 % = 1,500, then 1 % = 1,000.</summary>
    [Fact]
    public void Caps_apply_in_the_order_stated()
    {
        var credit = Credit(Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod("1.5"), CapOfLast12Months("1")), Return("2024-04").Stating("KPI1", "95"));
        Assert.Equal([N("1500"), N("1000")], credit.Caps.Select(c => c.After));
    }

    /// <summary>Quarterly periods: the last 12 months are this quarter and the three before. £100,000.00 a quarter, 2 % each time,
    /// rolling cap 1.5 %: 1,500 in the first, then 1.5 % x 200,000 - 1,500 = 1,500, and so on; in the fifth 1.5 % x 400,000 -
    /// 3 x 1,500 = 1,500.</summary>
    [Fact]
    public void Twelve_months_are_four_quarters()
    {
        var contract = Contract(Kpi("KPI1")).Crediting("0.5", CapOfLast12Months("1.5")) with { Periods = new(3, 1, 1) };
        var returns = new[] { "2024-04", "2024-07", "2024-10", "2025-01", "2025-04" }
            .Select(m => Return(m).Stating("KPI1", "95")).Select(r => r with { SubmittedOn = r.SubmittedOn.PlusMonths(2) });
        var assessed = contract.Assessed("2025-07-10", returns);
        Assert.All(assessed.Periods, p => Assert.Equal(Pounds("1500.00"), p.Credit!.Payable));
        Assert.Equal([N("100000"), N("200000"), N("300000"), N("400000"), N("400000")], assessed.Periods.Select(p => p.Credit!.Caps[0].Base));
    }

    private static ServiceCreditStatement Credit(ContractDraft contract, SupplierReturn supplied) =>
        contract.Assessed("2024-05-20", supplied).In("2024-04").Credit!;
}
