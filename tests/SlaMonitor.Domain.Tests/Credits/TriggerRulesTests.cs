using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>Every trigger, reached and just not.</summary>
public class TriggerRulesTests
{
    /// <summary>No repeats: 3 + 3 + 4 = 10 points in April to June; 2 in April instead of 3 make 9.</summary>
    [Theory]
    [InlineData("96.5", true)]
    [InlineData("97.5", false)]
    public void Points_in_a_window(string april, bool isReached)
    {
        var assessed = Contract(Kpi("KPI1")).Triggering(Critical(points: 10, within: 3))
            .Assessed("2024-07-20", Monthly("KPI1", "2024-04", april, "96.5", "90"));
        Assert.Equal(isReached, assessed.In("2024-06").Triggers.Count == 1);
        Assert.Empty(assessed.In("2024-05").Triggers);
    }

    /// <summary>4, 0, 0, 4: never 8 within 3 periods. 4, 0, 4 is.</summary>
    /// <summary>KPI1 at 90 %, KPI2 at 99 %, KPI3 without a figure, which fails at its worst rung. Measured are two, one of them below:
    /// one half is not more. With the missing one it is 2 of 3.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_kpi_without_a_figure_was_not_measured_unless_the_contract_says_so(bool countsMissing, int events)
    {
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2"), Kpi("KPI3")).Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null) { CountsMissing = countsMissing });
        Assert.Equal(events, contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "90").Stating("KPI2", "99")).In("2024-04").Triggers.Count);
    }

    /// <summary>No return at all: every KPI fails at its worst rung, and none was measured.</summary>
    [Fact]
    public void A_missing_return_is_no_unacceptable_failure_by_itself() => Assert.Empty(
        Contract(Kpi("KPI1")).Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null)).Assessed("2024-06-01").In("2024-04").Triggers);

    /// <summary>Measured by quarters from April: failing in June, on target in September, failing in December is 2 in 3 of its own
    /// periods, though they are nine months; 2 in 2 it is not.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public void A_window_of_a_kpi_measured_by_quarters_is_of_quarters(int within, int events)
    {
        var contract = Contract(Kpi("KPI1").Over(3, TakenTogether.Averaged)).Triggering(new Trigger.PersistentFailure(2, within, null));
        var returns = Monthly("KPI1", "2024-04", "90", "90", "90", "99", "99", "99", "90", "90", "90");
        var assessed = contract.Assessed("2025-01-20", returns);
        Assert.Equal(events, assessed.In("2024-12").Triggers.Count);
        Assert.Empty(assessed.In("2024-11").Triggers);
    }

    /// <summary>The mean of 90 and 90 is below the target of 95 of a composite that costs a point.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_composite_that_costs_points_triggers_as_a_kpi_does(int points, bool isReached)
    {
        var composite = Composite("TOP", new Combination.WeightedMean([Weight("A", "50"), Weight("B", "50")], [], MissingPart.NoResult)) with { Ladder = Ladder.TargetOnly(Polarity.Higher, 95, points) };
        var contract = Contract(composite, Pi("A"), Pi("B"), Kpi("KPI1")).Triggering(new Trigger.PersistentFailure(1, 1, null), new Trigger.RectificationPlan(RungName.Minor, Length("10 days"), null));
        var triggers = contract.Assessed("2024-05-20", Return("2024-04").Stating("A", "90").Stating("B", "90").Stating("KPI1", "99")).In("2024-04").Triggers;
        Assert.Equal(isReached ? ["TOP", "TOP"] : Array.Empty<string>(), triggers.Select(t => t.Subject!));
    }

    [Fact]
    public void Points_that_have_left_the_window_no_longer_count()
    {
        var contract = Contract(Kpi("KPI1")).Triggering(Critical(points: 8, within: 3));
        Assert.All(contract.Assessed("2024-08-20", Monthly("KPI1", "2024-04", "90", "99", "99", "90")).Periods, p => Assert.Empty(p.Triggers));
        Assert.Single(contract.Assessed("2024-08-20", Monthly("KPI1", "2024-04", "99", "90", "99", "90")).In("2024-07").Triggers);
    }

    /// <summary>A period that adds no points reaches nothing anew, though the window still holds 8.</summary>
    [Fact]
    public void A_period_without_points_reaches_nothing() =>
        Assert.Empty(Contract(Kpi("KPI1")).Triggering(Critical(points: 8, within: 3))
            .Assessed("2024-07-20", Monthly("KPI1", "2024-04", "90", "90", "99")).In("2024-06").Triggers);

    /// <summary>4 points x 0.5 % = 2 %, a cap of 2 % is met, one of 2.1 % is not.</summary>
    [Theory]
    [InlineData("2", 1)]
    [InlineData("2.1", 0)]
    public void Credits_that_meet_a_cap(string cap, int events)
    {
        var contract = Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod(cap)).Triggering(new Trigger.CriticalPerformanceFailure(null, 1, true, null));
        Assert.Equal(events, contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "90")).In("2024-04").Triggers.Count);
    }

    /// <summary>From Serious: 97.5 % is Serious, 98 % is Minor. 10 working days after 30 April 2024, 6 May being a bank holiday:
    /// 1, 2, 3, 7, 8, 9, 10, 13, 14, 15 May.</summary>
    [Theory]
    [InlineData("97.5", true)]
    [InlineData("90", true)]
    [InlineData("98", false)]
    public void A_rectification_plan(string level, bool isReached)
    {
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2")).Triggering(new Trigger.RectificationPlan(RungName.Serious, Length("10 working days"), null));
        var triggers = contract.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", level).Stating("KPI2", "99")).In("2024-04").Triggers;
        if (!isReached) Assert.Empty(triggers);
        else Assert.Equal(("KPI1", Day("2024-05-15")), (triggers.Single().Subject, triggers.Single().Due));
    }

    [Fact]
    public void An_ungraded_failure_always_calls_for_a_plan() => Assert.Single(
        Contract(Kpi("KPI1").On(Ladder.TargetOnly(Polarity.Higher, 99, 1))).Triggering(new Trigger.RectificationPlan(RungName.Severe, Length("10 days"), null))
            .Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "98.9")).In("2024-04").Triggers);

    [Fact]
    public void A_subsidiary_pi_calls_for_no_plan() => Assert.Empty(
        Contract(Kpi("KPI1"), Pi("PI1")).Triggering(new Trigger.RectificationPlan(RungName.Serious, Length("10 days"), null))
            .Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "99").Stating("PI1", "0")).In("2024-04").Triggers);

    /// <summary>More than 50 %: 1 of 2 KPIs is not more; 2 of 3 is; 1 of 1 is, where the other had nothing to measure, since only
    /// KPIs measured in the period count.</summary>
    [Theory]
    [InlineData("90", "99", null, false)]
    [InlineData("90", "90", "99", true)]
    [InlineData("90", null, null, true)]
    [InlineData("96", "96", "96", false)] // Severe is not below the threshold
    public void An_unacceptable_kpi_failure(string kpi1, string? kpi2, string? kpi3, bool isReached)
    {
        var supplied = new[] { ("KPI1", kpi1), ("KPI2", kpi2), ("KPI3", kpi3) }
            .Aggregate(Return("2024-04"), (r, k) => r.With(k.Item1, k.Item2 is { } level ? Stated(level) : Nothing));
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2"), Kpi("KPI3")).Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null));
        Assert.Equal(isReached, contract.Assessed("2024-05-20", supplied).In("2024-04").Triggers.Count == 1);
    }

    /// <summary>3 in 4: fails in April, May and July; in June it was met. April, May, June, July have 3 failures.</summary>
    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(3, 3, false)] // May, June, July: 2
    [InlineData(4, 4, false)]
    public void A_persistent_failure(int failures, int within, bool isReached)
    {
        var assessed = Contract(Kpi("KPI1")).Triggering(new Trigger.PersistentFailure(failures, within, null))
            .Assessed("2024-08-20", Monthly("KPI1", "2024-04", "98", "98", "99", "98"));
        Assert.Equal(isReached, assessed.In("2024-07").Triggers.Any(t => t.Subject == "KPI1"));
        Assert.Empty(assessed.In("2024-06").Triggers);
    }

    private static Trigger Critical(int points, int within) => new Trigger.CriticalPerformanceFailure(points, within, false, null);

    /// <summary>Failed, failed, failed, met, failed: only the third month has three in a row.</summary>
    [Fact]
    public void So_many_failures_in_a_row()
    {
        var contract = Contract(Kpi("KPI1")).Triggering(new Trigger.ConsecutiveFailure(3, "cl 9"));
        var periods = contract.Assessed("2024-09-20", Monthly("KPI1", "2024-04", "95", "98", "95", "99", "95")).Periods;
        Assert.Equal([0, 0, 1, 0, 0], periods.Select(p => p.Triggers.Count));
        var reached = periods[2].Triggers.Single();
        Assert.Equal(("KPI1", "3 failures of one KPI in a row", "3 >= 3", "cl 9"), (reached.Subject, reached.Working.Rule, reached.Working.Arithmetic, reached.Working.Clause));
    }
}
