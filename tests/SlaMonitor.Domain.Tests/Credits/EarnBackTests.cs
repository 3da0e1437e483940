using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>10 % of £100,000.00 a month where KPI1 is below 98 %. Half of it is returned where 99.5 % is then sustained for two
/// months, by the fourth month after at the latest.</summary>
public class EarnBackTests
{
    /// <summary>April's £10,000.00; June completes two months at 99.5 % or more: half of it, £5,000.00, is due back.</summary>
    [Fact]
    public void A_credit_is_returned_on_the_statement_of_the_period_that_earned_it()
    {
        var assessed = Assessed("97.5", "99.6", "99.5", "99.5");
        Assert.Equal(["10000.00", "0.00", "-5000.00", "0.00"], Payable(assessed));
        var june = assessed.In("2024-06").Credit!;
        Assert.Equal(Money.Zero, june.Credited);
        Assert.Equal("£5,000.00 due back to the supplier, ex VAT", june.InWords());
        Assert.Equal(
            [
                ("table: KPI1 at 99.5 % or more in 2 periods in a row returns 50 % of its credit of 2024-04", "2024-05 99.6 %, 2024-06 99.5 %", "50 % x £10,000.00, down to the penny", "£5,000.00 returned to the supplier"),
                ("Credit less what is earned back", "", "£0.00 - £5,000.00", "£5,000.00 due back to the supplier, ex VAT"),
            ],
            june.Working().TakeLast(2).Select(l => (l.Rule, l.Inputs, l.Arithmetic, l.Outcome)));
        Assert.Equal(Pounds("5000.00"), assessed.Payable);
    }

    /// <summary>May is at 99.4 %, on target and not high enough; June and July sustain it.</summary>
    [Fact]
    public void The_level_may_be_reached_later_within_the_time() => Assert.Equal(["10000.00", "0.00", "0.00", "-5000.00"], Payable(Assessed("97.5", "99.4", "99.5", "99.5")));

    /// <summary>Four months after April is August, which is one good month only.</summary>
    [Fact]
    public void After_that_time_it_is_lost() => Assert.Equal("0.00", Payable(Assessed("97.5", "99.4", "99.5", "99.4", "99.5", "99.5"))[5]);

    /// <summary>April and May are both credited; June and July earn both back, £5,000.00 each.</summary>
    [Fact]
    public void One_run_may_earn_several_credits_back() => Assert.Equal(["10000.00", "10000.00", "0.00", "-10000.00", "0.00"], Payable(Assessed("97.5", "97.5", "99.5", "99.5", "99.5")));

    /// <summary>A month without a figure, which counts as the worst, sustains nothing; nor does one without activity.</summary>
    [Fact]
    public void A_period_without_a_level_sustains_nothing()
    {
        var returns = Monthly("KPI1", "2024-04", "97.5", "99.5").Append(Return("2024-06").With("KPI1", Nothing)).Append(Return("2024-07").Stating("KPI1", "99.5"));
        Assert.Equal(["10000.00", "0.00", "0.00", "0.00"], Payable(Contract().Assessed("2024-08-10", returns)));
    }

    /// <summary>April is restated to 98.5 %, which costs nothing: there is nothing to return any more.</summary>
    [Fact]
    public void A_restatement_moves_the_line_by_itself()
    {
        var returns = Monthly("KPI1", "2024-04", "97.5", "99.6").Append(Return("2024-06").Stating("KPI1", "99.5").Restating("2024-04", "KPI1", Stated("98.5")));
        Assert.Equal(["0.00", "0.00", "0.00"], Payable(Contract().Assessed("2024-07-10", returns)));
    }

    /// <summary>A cap of 4 % of the last 12 months' charges, April £4,000.00 of £4,000.00 left. In July 4 % x £400,000.00 = £16,000.00,
    /// less £4,000.00 used: £12,000.00 for the £10,000.00. The £2,000.00 returned in June count as used unless freed:
    /// £16,000.00 - £2,000.00 = £14,000.00.</summary>
    [Theory]
    [InlineData(UsedCap.Stays, "4000", "12000")]
    [InlineData(UsedCap.IsFreed, "2000", "14000")]
    public void What_is_returned_is_of_what_the_caps_left_and_frees_them_if_stated(UsedCap usedCap, string used, string left)
    {
        var draft = Contract(usedCap, CapOfLast12Months("4"));
        var assessed = draft.Assessed("2024-08-10", Monthly("KPI1", "2024-04", "97.5", "99.5", "99.5", "97.5"));
        Assert.Equal(["4000.00", "0.00", "-2000.00", "10000.00"], Payable(assessed));
        var cap = assessed.In("2024-07").Credit!.Caps.Single();
        Assert.Equal((N(used), N(left)), (cap.Used, cap.Limit));
    }

    /// <summary>Two KPIs at 97.5 % are two points each at 0.5 %: £2,000.00, of which KPI1 has 2 / 4. All of it is returned.</summary>
    [Fact]
    public void Of_credits_by_points_an_indicator_has_the_share_of_its_points()
    {
        var regime = new CreditRegime(CreditRegime.OfServicePoints, new ServicePoints(Percent("0.5")), [], null) { EarnBack = new([Of("KPI1", N("99.5"))], 1, 1, Percent("100"), UsedCap.Stays, null) };
        var assessed = Given.Contract(Kpi("KPI1"), Kpi("KPI2")).Crediting(regime).Assessed(
            "2024-06-10", Return("2024-04").Stating("KPI1", "97.5").Stating("KPI2", "97.5"), Return("2024-05").Stating("KPI1", "99.5").Stating("KPI2", "97.5"));
        Assert.Equal(["2000.00", "0.00"], Payable(assessed)); // 1,000.00 for KPI2 in May, less 1,000.00
    }

    /// <summary>10 % of £0.15 is 1.5p, credited as 2p; half of 2p is 1p. A third of it would be two thirds of a penny, which stay.</summary>
    [Theory]
    [InlineData("50", "-0.01")]
    [InlineData("33", "0.00")]
    public void A_part_of_a_penny_stays(string share, string payable)
    {
        var draft = Contract(UsedCap.Stays).Charging("0.15");
        draft = draft with { Credits = draft.Credits! with { Regimes = [draft.Credits.Regimes[0] with { EarnBack = draft.Credits.Regimes[0].EarnBack! with { Share = Percent(share) } }] } };
        Assert.Equal(payable, Payable(draft.Assessed("2024-07-10", Monthly("KPI1", "2024-04", "97.5", "99.5", "99.5")))[2]);
    }

    /// <summary>20 % of -£5,000.00 is -£1,000.00: £6,000.00 are added to the next invoice.</summary>
    [Fact]
    public void Vat_goes_back_with_it()
    {
        var june = Contract(UsedCap.Stays).Settling(CreditedInvoice.Next, "20").Assessed("2024-07-10", Monthly("KPI1", "2024-04", "97.5", "99.5", "99.5")).In("2024-06").Credit!;
        Assert.Equal(Pounds("-6000.00"), june.WithVat);
        Assert.Equal(("Added to the next invoice", "£6,000.00 on the invoice of 2024-07"), june.Working().Select(l => (l.Rule, l.Outcome)).Last());
    }

    private static ContractDraft Contract(UsedCap usedCap = UsedCap.Stays, params Cap[] caps) => Given.Contract(Kpi("KPI1")).Crediting(
        Regime("table", new TierTable("KPI1", Polarity.Higher, [Tier("98", "0"), Tier(null, "10")]), caps) with
        {
            EarnBack = new([Of("KPI1", N("99.5"))], 2, 4, Percent("50"), usedCap, null),
        });

    private static ContractAssessment Assessed(params string[] levels) => Contract().Assessed($"{Month("2024-04").PlusMonths(levels.Length).OnDayOfMonth(10):uuuu-MM-dd}", Monthly("KPI1", "2024-04", levels));

    private static List<string> Payable(ContractAssessment assessed) =>
        [.. assessed.Periods.Select(p => p.Credit!.Payable!.Value.ToPlainText())];
}
