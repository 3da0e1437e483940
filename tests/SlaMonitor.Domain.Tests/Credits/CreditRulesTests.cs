using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>Every credit rule by hand, of £100,000.00 a month where nothing else is said. The return is due on 15 May 2024.</summary>
public class CreditRulesTests
{
    private static readonly AmountAtRisk FifteenAtRisk = new(Rate("15"), [Of("KPI1", Percent("60")), Of("KPI2", Percent("60"))]);

    /// <summary>60 % x 15 % x £100,000.00 = £9,000.00; both would be £18,000.00, but £15,000.00 are at risk.</summary>
    [Theory]
    [InlineData("99", "99", "0.00")]
    [InlineData("95", "99", "9000.00")]
    [InlineData("95", "98", "15000.00")]
    public void An_amount_at_risk_is_shared_by_weight_and_never_passed(string first, string second, string payable)
    {
        var credit = Credit(Contract(Kpi("KPI1"), Kpi("KPI2")).Crediting(Regime("risk", FifteenAtRisk)), Return("2024-04").Stating("KPI1", first).Stating("KPI2", second));
        Assert.Equal(Pounds(payable), credit.Payable);
    }

    [Fact]
    public void The_working_shows_weights_and_what_is_at_risk()
    {
        var credit = Credit(Contract(Kpi("KPI1"), Kpi("KPI2")).Crediting(Regime("risk", FifteenAtRisk)), Return("2024-04").Stating("KPI1", "95").Stating("KPI2", "98"));
        Assert.Equal(
            ["60 % x 15 % x £100,000.00 | £9,000.00", "60 % x 15 % x £100,000.00 | £9,000.00", "£9,000.00 + £9,000.00 | £18,000.00", "at most £15,000.00 | £15,000.00", " | £15,000.00 payable, ex VAT"],
            credit.Working().Select(w => $"{w.Arithmetic} | {w.Outcome}"));
    }

    /// <summary>The contract's own table: 5/10/15/20/25/30 points are 0/2/4/6/8/10 %. 12 points lie between 10 and 15: 2 % by the
    /// step below, 4 % by the one above, 2 + 2 x 2/5 = 2.8 % on the line.</summary>
    [Theory]
    [InlineData(BetweenSteps.Floor, 0, "0")]
    [InlineData(BetweenSteps.Ceiling, 4, "0")]
    [InlineData(BetweenSteps.Interpolate, 4, "0")]
    [InlineData(BetweenSteps.Floor, 9, "0")]
    [InlineData(BetweenSteps.Ceiling, 9, "2")]
    [InlineData(BetweenSteps.Interpolate, 9, "1.6")]
    [InlineData(BetweenSteps.Floor, 10, "2")]
    [InlineData(BetweenSteps.Ceiling, 10, "2")]
    [InlineData(BetweenSteps.Interpolate, 10, "2")]
    [InlineData(BetweenSteps.Floor, 12, "2")]
    [InlineData(BetweenSteps.Ceiling, 12, "4")]
    [InlineData(BetweenSteps.Interpolate, 12, "2.8")]
    [InlineData(BetweenSteps.Ceiling, 30, "10")]
    [InlineData(BetweenSteps.Floor, 77, "10")]
    public void A_point_ladder_picks_a_rate(BetweenSteps between, int points, string rate) =>
        Assert.Equal(N(rate), Ladder(between).RateOf(points).Percent);

    /// <summary>12 points, 2.8 % of £100,000.00.</summary>
    [Fact]
    public void The_points_of_the_period_pick_it()
    {
        var contract = Contract(Kpi("KPI1").On(HigherIsBetter("99", (null, 12)))).Crediting(Regime("steps", Ladder(BetweenSteps.Interpolate)));
        var credit = Credit(contract, Return("2024-04").Stating("KPI1", "95"));
        Assert.Equal(Pounds("2800.00"), credit.Payable);
        Assert.Equal("steps: the step that the points reach; between 10 (2 %) and 15 (4 %): interpolate", credit.Working()[0].Rule);
        Assert.Equal("2.8 % x £100,000.00", credit.Working()[0].Arithmetic);
    }

    /// <summary>1 % for each point below 98: 75 is 23 points short, £23,000.00; 75.4 is 22.6.</summary>
    [Theory]
    [InlineData("98", PartOfStep.ProRata, "0.00")]
    [InlineData("75", PartOfStep.Dropped, "23000.00")]
    [InlineData("75.4", PartOfStep.Dropped, "22000.00")]
    [InlineData("75.4", PartOfStep.CountsWhole, "23000.00")]
    [InlineData("75.4", PartOfStep.ProRata, "22600.00")]
    public void Linear_counts_the_points_short_of_target(string level, PartOfStep part, string payable)
    {
        var contract = Contract(Pi("KPI1").On(Domain.Contracts.Ladder.TargetOnly(Polarity.Higher, 98, 0)))
            .Crediting(Regime("linear", new Linear("KPI1", 1, Rate("1"), part, Rate("30"))));
        Assert.Equal(Pounds(payable), Credit(contract, Return("2024-04").Stating("KPI1", level)).Payable);
    }

    /// <summary>£250.00 for each whole 0.1 below 99.5: 99.2 is three of them, where binary fractions would count 99.5 - 99.2 as
    /// 0.2999... and so two.</summary>
    [Fact]
    public void Whole_tenths_are_counted_exactly()
    {
        var contract = Contract(Pi("KPI1").On(Domain.Contracts.Ladder.TargetOnly(Polarity.Higher, N("99.5"), 0)))
            .Crediting(Regime("linear", new Linear("KPI1", N("0.1"), Sum("250.00"), PartOfStep.Dropped, Sum("5000.00"))));
        var credit = Credit(contract, Return("2024-04").Stating("KPI1", "99.2"));
        Assert.Equal(Pounds("750.00"), credit.Payable);
        Assert.Equal("3 x £250.00", credit.Working()[0].Arithmetic);
        Assert.Equal(Pounds("5000.00"), contract.Assessed("2024-05-16").Periods[0].Credit!.Payable); // no figure
    }

    /// <summary>Best at 100 within 2: 95 is 5 away, 3 more than it may be; lower is better up to 5: 8 is 3 more.</summary>
    [Theory]
    [InlineData(Polarity.NearestTo, "95")]
    [InlineData(Polarity.Lower, "8")]
    public void Linear_goes_either_way(Polarity better, string level)
    {
        var ladder = better == Polarity.Lower ? Domain.Contracts.Ladder.TargetOnly(better, 5, 0) : LadderOf(better, "100", "2", (null, 0));
        var contract = Contract(Pi("KPI1").Measuring(new StatedValue("level")).On(ladder)).Crediting(Regime("linear", new Linear("KPI1", 1, Sum("10.00"), PartOfStep.ProRata, Sum("10.00"))));
        Assert.Equal(Pounds("30.00"), Credit(contract, Return("2024-04").Stating("KPI1", level)).Payable);
    }

    /// <summary>3 events at £500.00; none; and a count that never came.</summary>
    [Fact]
    public void Events_cost_so_much_each()
    {
        var contract = Contract(Kpi("V1").Measuring(new Count("lost backups"), "") with { Kind = IndicatorKind.InformationOnly, Ladder = null, Better = null })
            .Crediting(Regime("backups", new PerEvent("V1", Sum("500.00"), Sum("4000.00"))));
        Assert.Equal(Pounds("1500.00"), Credit(contract, Return("2024-04").With("V1", Measured(("count", 3)))).Payable);
        Assert.Equal(Money.Zero, Credit(contract, Return("2024-04").With("V1", Measured(("count", 0)))).Payable);
        Assert.Equal(Money.Zero, Credit(contract, Return("2024-04").With("V1", Nothing)).Payable);
        Assert.Equal(Pounds("4000.00"), Credit(contract, Return("2024-04")).Payable);
    }

    /// <summary>Due Wednesday 15 May 2024, dated Tuesday 21 May: 6 days, 4 of them working days, at £100.00.</summary>
    [Theory]
    [InlineData("2024-05-15", DaysCounted.All, 30, "0.00")]
    [InlineData("2024-05-21", DaysCounted.All, 30, "600.00")]
    [InlineData("2024-05-21", DaysCounted.Working, 30, "400.00")]
    [InlineData("2024-05-21", DaysCounted.All, 5, "500.00")]
    public void Late_days_are_those_of_the_return(string dated, DaysCounted days, int atMost, string payable)
    {
        var contract = Contract(Pi("PI1")).Crediting(Regime("late", new LateDays(Sum("100.00"), days, atMost)));
        Assert.Equal(Pounds(payable), contract.Assessed("2024-06-10", Return("2024-04").Dated(dated).Stating("PI1", "99")).Periods[0].Credit!.Payable);
    }

    /// <summary>While it has not come: open up to the day it is due, then a day more each day, up to the most.</summary>
    [Fact]
    public void Late_days_grow_while_the_return_is_overdue()
    {
        var contract = Contract(Pi("PI1")).Crediting(Regime("late", new LateDays(Sum("100.00"), DaysCounted.All, 5)));
        Assert.Equal("the return is not due yet", contract.Assessed("2024-05-15").Periods[0].Credit!.CannotTell);
        Assert.Equal(
            [Pounds("100.00"), Pounds("200.00"), Pounds("500.00")],
            new[] { "2024-05-16", "2024-05-17", "2024-05-31" }.Select(day => contract.Assessed(day).Periods[0].Credit!.Payable!.Value));
    }

    /// <summary>1,000.00 for a failure, 150 % for the second in a row, 200 % for the third and every later one; a met month starts anew.</summary>
    [Fact]
    public void Failing_again_is_uplifted_by_count()
    {
        var table = new TierTable("KPI1", Polarity.Higher, [new(99, Sum("0.00")), new(null, Sum("1000.00"))]);
        var contract = Contract(Kpi("KPI1")).Crediting(Regime("uptime", table) with { RepeatUplift = [Percent("150"), Percent("200")] });
        var periods = contract.Assessed("2024-10-20", Monthly("KPI1", "2024-04", "95", "95", "95", "95", "99", "95")).Periods;
        Assert.Equal(
            [Pounds("1000.00"), Pounds("1500.00"), Pounds("2000.00"), Pounds("2000.00"), Money.Zero, Pounds("1000.00")],
            periods.Select(p => p.Credit!.Payable!.Value));
        Assert.Equal("KPI1 95 %, second failure in a row", periods[1].Credit!.Working()[0].Inputs);
        Assert.Equal("£1,000.00 x 150 %", periods[1].Credit!.Working()[0].Arithmetic);
    }

    private static PointLadder Ladder(BetweenSteps between) =>
        new([.. new[] { (5, "0"), (10, "2"), (15, "4"), (20, "6"), (25, "8"), (30, "10") }.Select(s => new PointStep(s.Item1, Percent(s.Item2)))], between);

    private static ServiceCreditStatement Credit(ContractDraft contract, SupplierReturn supplied) =>
        contract.Assessed("2024-05-20", supplied).Periods[0].Credit!;
}
