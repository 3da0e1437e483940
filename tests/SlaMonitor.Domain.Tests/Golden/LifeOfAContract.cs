using SlaMonitor.Domain.Contracts;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Restated returns, terms that change, indicators that come and go, periods cut short. On the sample ladder: 99 % on
/// target, from 98 one point, from 97 two, from 96 three, below 96 four; repeats count twice.</summary>
public class LifeOfAContract
{
    private static readonly ContractDraft Repeating = Contract(Kpi("KPI1")).Repeating();

    /// <summary>April 98.5, May 96.5, June 96.5: 1, 3 x 2, 3 x 2. On 5 July April is restated as 99, on target: so May is a first
    /// failure and only June a repeat: 0, 3, 3 x 2. Restating May instead parts the chain: 1, 0, 3.</summary>
    [Theory]
    [InlineData(null, "2024-07-05", new[] { 1, 6, 6 })]
    [InlineData("2024-04", "2024-07-05", new[] { 0, 3, 6 })]
    [InlineData("2024-05", "2024-07-05", new[] { 1, 0, 3 })]
    [InlineData("2024-04", "2024-07-04", new[] { 1, 6 })] // the day before it is dated; June is awaited
    public void A_restatement_changes_the_points_of_its_period_and_the_chain_after_it(string? restated, string asOf, int[] points)
    {
        var june = Return("2024-06").Stating("KPI1", "96.5");
        if (restated is not null) june = june.Restating(restated, "KPI1", Stated("99"));
        var assessed = Repeating.Assessed(asOf, [.. Monthly("KPI1", "2024-04", "98.5", "96.5"), june]);
        Assert.Equal(points, assessed.PointsOf("KPI1").Take(points.Length));
        Assert.Equal(restated == "2024-04" && points[0] == 0 ? ["2024-06", "2024-04"] : ["2024-04"], assessed.In("2024-04").MadeFrom.Select(r => r.Month.ToString("uuuu-MM", null)));
    }

    /// <summary>£100,000.00, 0.5 % a point: 1, 6, 6 points are £500, £3,000, £3,000; with April on target 0, 3, 6: £0, £1,500,
    /// £3,000. What a restatement gives back or takes shows in the credits of every period it reaches.</summary>
    [Fact]
    public void Money_follows_the_restated_points()
    {
        var contract = Repeating.Crediting("0.5");
        var returns = Monthly("KPI1", "2024-04", "98.5", "96.5", "96.5").ToList();
        Assert.Equal(Pounds("6500.00"), contract.Assessed("2024-07-20", returns).Payable);
        returns[2] = returns[2].Restating("2024-04", "KPI1", Stated("99"));
        Assert.Equal(Pounds("4500.00"), contract.Assessed("2024-07-20", returns).Payable);
    }

    /// <summary>From 1 June the target is 99.5 % and any failure costs 5. 99.2 % is met in May and fails in June; in July it is
    /// the second failure in a row: 5 x 2. Failures before the change count in the chain after it.</summary>
    [Theory]
    [InlineData("99.2", new[] { 0, 5, 10 })]
    [InlineData("98.5", new[] { 1, 10, 10 })]
    public void Terms_change_mid_life(string may, int[] points)
    {
        var stricter = Repeating.EffectiveFrom("2024-06-01") with { Indicators = [Kpi("KPI1").On(HigherIsBetter("99.5", (null, 5)))] };
        ContractDraft[] versions = [stricter, Repeating];
        var assessed = versions.Assessed("2024-08-20", Monthly("KPI1", "2024-04", "100", may, "99.2", "99.2"));
        Assert.Equal(points, assessed.PointsOf("KPI1").Skip(1));
        Assert.Equal([Day("2024-04-01"), Day("2024-04-01"), Day("2024-06-01"), Day("2024-06-01")], assessed.Periods.Select(p => p.Version));
    }

    /// <summary>A version that takes effect on 15 June judges from July on: June was begun under the terms before.</summary>
    [Fact]
    public void A_period_is_judged_by_the_terms_of_its_first_day()
    {
        var stricter = Repeating.EffectiveFrom("2024-06-15") with { Indicators = [Kpi("KPI1").On(HigherIsBetter("99.5", (null, 5)))] };
        ContractDraft[] versions = [Repeating, stricter];
        Assert.Equal([0, 5], versions.Assessed("2024-08-20", Monthly("KPI1", "2024-06", "99.2", "99.2")).Periods.Skip(2).Select(p => p.Points));
    }

    /// <summary>Terminated to 30 June 2024 by a version of 1 June: until that day the change does not show, though the file is
    /// there.</summary>
    [Fact]
    public void A_later_version_does_not_shorten_the_term_before_it_takes_effect()
    {
        var terminated = Repeating.EffectiveFrom("2024-06-01") with { Term = Term("2024-04-01", "3 months") };
        ContractDraft[] versions = [Repeating, terminated];
        Assert.Empty(versions.Assessed("2024-05-31").DateAlerts); // the end is still 31 March 2028
        Assert.Equal(["2024-04", "2024-05", "2024-06"], versions.Assessed("2024-09-20").Periods.Select(p => p.Period.Name));
        Assert.Equal("The contract ended on 30 June 2024.", versions.Assessed("2024-09-20").DateAlerts.Single().Text);
    }

    /// <summary>In force from 15 May to 31 July: an indicator applies to the periods whose first day it is in force on, June and
    /// July.</summary>
    [Fact]
    public void Indicators_are_introduced_and_retired()
    {
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2") with { Introduced = Day("2024-05-15"), Retired = Day("2024-07-31") });
        var assessed = contract.Assessed("2024-09-20", Monthly("KPI1", "2024-04", "99", "99", "99", "99", "99"));
        Assert.Equal(["2024-06", "2024-07"], assessed.Periods.Where(p => p.Find("KPI2") is not null).Select(p => p.Period.Name));
        Assert.Equal([0, 0, 4, 4, 0], assessed.Periods.Select(p => p.Points)); // in June and July KPI2's figure is missing: 4
    }

    /// <summary>Both days count: introduced on 1 May and retired on 1 June it is in force on the first day of May and of June.</summary>
    [Fact]
    public void The_days_of_coming_and_going_count()
    {
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2") with { Introduced = Day("2024-05-01"), Retired = Day("2024-06-01") });
        Assert.Equal(["2024-05", "2024-06"], contract.Assessed("2024-09-20").Periods.Where(p => p.Find("KPI2") is not null).Select(p => p.Period.Name));
    }

    /// <summary>From 15 April 2024 for a year: the first period is 15 to 30 April, 16 of 30 days; the last 1 to 14 April 2025, 14
    /// of 30. £30,000.00 a month by days: £16,000.00 and £14,000.00.</summary>
    [Theory]
    [InlineData(PartPeriodCharge.ByDays, "16000", "14000")]
    [InlineData(PartPeriodCharge.Whole, "30000", "30000")]
    public void First_and_last_periods_may_be_partial(PartPeriodCharge partPeriods, string first, string last)
    {
        var periods = Contract(Kpi("KPI1")).Lasting("2024-04-15", "1 year").Charging("30000.00", partPeriods).Assessed("2025-06-20").Periods;
        Assert.Equal(13, periods.Count);
        Assert.Equal((Day("2024-04-15"), Day("2024-04-30"), N(first)), (periods[0].Period.First, periods[0].Period.Last, periods[0].Charges!.Value));
        Assert.Equal((Day("2025-04-01"), Day("2025-04-14"), N(last)), (periods[12].Period.First, periods[12].Period.Last, periods[12].Charges!.Value));
        Assert.All(periods.Skip(1).SkipLast(1), p => Assert.Equal((false, N("30000")), (p.Period.IsPartial, p.Charges!.Value)));
    }

    /// <summary>From the 16th: May's period ends on 15 June and is due after 10 working days: 17 to 28 June.</summary>
    [Fact]
    public void Periods_from_the_16th()
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2024-04-16", "1 year") with { Periods = new(1, 1, 16) };
        var assessed = contract.Assessed("2024-07-16");
        Assert.Equal(["16 April to 15 May 2024", "16 May to 15 June 2024", "16 June to 15 July 2024"], assessed.Periods.Select(p => p.Period.InWords()));
        Assert.Equal(["2024-04", "2024-05", "2024-06"], assessed.Periods.Select(p => p.Period.Name));
        Assert.Equal(Day("2024-06-28"), assessed.In("2024-05").Terms.ReturnDue);
        Assert.DoesNotContain(contract.Assessed("2025-06-20").Periods, p => p.Period.IsPartial);
    }

    /// <summary>From the 31st: in a month without one, from its last day. 2025 has no 29 February.</summary>
    [Fact]
    public void Periods_from_the_31st()
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2024-12-31", "1 year") with { Periods = new(1, 1, 31) };
        Assert.Equal(
            ["31 December 2024 to 30 January 2025", "31 January to 27 February 2025", "28 February to 30 March 2025", "31 March to 29 April 2025", "30 April to 30 May 2025"],
            contract.Assessed("2025-06-20").Periods.Select(p => p.Period.InWords()));
    }

    /// <summary>Quarters from January: a start on 15 May falls into April to June, of which 47 of 91 days are left.</summary>
    [Fact]
    public void Quarterly_periods()
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2024-05-15", "1 year").Charging("91000.00", PartPeriodCharge.ByDays) with { Periods = new(3, 1, 1) };
        var periods = contract.Assessed("2025-07-20").Periods;
        Assert.Equal(["2024-04", "2024-07", "2024-10", "2025-01", "2025-04"], periods.Select(p => p.Period.Name));
        Assert.Equal([N("47000"), N("91000"), N("91000"), N("91000"), N("44000")], periods.Select(p => p.Charges!.Value)); // 1 April to 14 May: 30 + 14 days
    }

    /// <summary>The last day of a period is not over until the next begins.</summary>
    [Theory]
    [InlineData("2024-04-30", 0)]
    [InlineData("2024-05-01", 1)]
    public void A_period_counts_when_it_is_over(string asOf, int periods) => Assert.Equal(periods, Repeating.Assessed(asOf).Periods.Count);

    /// <summary>A month of 31 days, an option of a month exercised in time: the period that the end had cut becomes whole.</summary>
    [Fact]
    public void An_extension_lengthens_the_last_period()
    {
        var contract = Contract(Kpi("KPI1")).Lasting("2024-04-15", "1 year", Option("1 month", "2025-04-01"));
        Assert.Equal(["2025-04", "2025-05"], contract.Assessed("2025-06-20").Periods.TakeLast(2).Select(p => p.Period.Name));
        Assert.False(contract.Assessed("2025-06-20").In("2025-04").Period.IsPartial);
        Assert.Equal(Day("2025-05-14"), contract.Assessed("2025-06-20").In("2025-05").Period.Last);
    }
}
