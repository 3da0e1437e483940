using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Tests.Properties;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Alerts;

public class PeriodAlertsTests
{
    /// <summary>3 points, then 3 x 2 = 6.</summary>
    [Fact]
    public void A_breach_and_its_repeat()
    {
        var assessed = Contract(Kpi("KPI1")).Repeating().Assessed("2024-06-20", Monthly("KPI1", "2024-04", "96.5", "96.5"));
        var (first, second) = (assessed.In("2024-04").Alerts.Single(), assessed.In("2024-05").Alerts.Single());
        Assert.Equal("riverside-ict/breach/KPI1/2024-04/severe", first.Key);
        Assert.Equal("KPI1 The indicator KPI1: 96.50 %, Severe KPI Failure, 3 Service Points.", first.Text);
        Assert.Equal("riverside-ict/repeatBreach/KPI1/2024-05/severe", second.Key);
        Assert.Equal("KPI1 The indicator KPI1: 96.50 %, Severe KPI Failure, 6 Service Points (second failure in a row: its points count twice).", second.Text);
    }

    /// <summary>96.5 % is severe and 98.5 % minor: what an officer was told of the first is not true of the second.</summary>
    [Fact]
    public void A_breach_that_moves_to_another_rung_is_another_event()
    {
        string Key(string level) => Contract(Kpi("KPI1")).Assessed("2024-05-20", Monthly("KPI1", "2024-04", level)).In("2024-04").Alerts.Single().Key;
        Assert.Equal(("riverside-ict/breach/KPI1/2024-04/severe", "riverside-ict/breach/KPI1/2024-04/minor"), (Key("96.5"), Key("98.5")));
        Assert.Equal(Key("96.5"), Key("96.6"));
    }

    /// <summary>A Subsidiary PI that fails again breaches again; a Repeat KPI Failure it is not.</summary>
    [Fact]
    public void A_subsidiary_pi_does_not_repeat()
    {
        var assessed = Contract(Pi("PI1")).Repeating().Assessed("2024-06-20", Monthly("PI1", "2024-04", "96.5", "96.5"));
        Assert.Equal("riverside-ict/breach/PI1/2024-05/failed", assessed.In("2024-05").Alerts.Single().Key);
        Assert.Equal((2, 1), (assessed.In("2024-05").Of("PI1").RunOfFailures, assessed.In("2024-05").Of("PI1").RepeatFactor));
    }

    /// <summary>The return for April is due on Wednesday 15 May 2024. Five working days before it is Wednesday the 8th.</summary>
    [Theory]
    [InlineData("2024-05-07", null, null)]
    [InlineData("2024-05-08", AlertEvent.ReturnDue, "The return for 2024-04 is due on 15 May 2024.")]
    [InlineData("2024-05-14", AlertEvent.ReturnDue, "The return for 2024-04 is due on 15 May 2024.")]
    [InlineData("2024-05-15", AlertEvent.ReturnDueToday, "The return for 2024-04 is due today, 15 May 2024.")]
    [InlineData("2024-05-16", AlertEvent.ReturnOverdue, "The return for 2024-04 was due on 15 May 2024 and has not come. While it is missing, each KPI counts as failed at its worst rung.")]
    public void A_return_due_and_overdue(string asOf, AlertEvent? @event, string? text)
    {
        var alert = Contract(Pi("PI1") with { Ladder = null }).Assessed(asOf).Alerts.SingleOrDefault(a => a.Of == "2024-04");
        Assert.Equal((@event, text), (alert?.Event, alert?.Text));
        if (alert is not null) Assert.Equal(Day("2024-05-15"), alert.On);
    }

    /// <summary>KPI1 on its worst rung is 4 points; 4 x 0.5 % of £100,000.00 are £2,000.00. The one message about the return says it all; when
    /// the return comes and says 90 %, the failure is told as what it is.</summary>
    [Fact]
    public void What_a_missing_return_leads_to_is_said_with_it_and_again_once_figures_say_so()
    {
        var contract = Contract(Kpi("KPI1")).Crediting("0.5").Triggering(new Trigger.RectificationPlan(RungName.Minor, Length("10 days"), null));
        var missing = contract.Assessed("2024-05-20").In("2024-04");
        Assert.Equal(
            "The return for 2024-04 was due on 15 May 2024 and has not come. While it is missing, each KPI counts as failed at its worst rung. That is 4 Service Points and a Service Credit of £2,000.00. It reaches: Rectification Plan (KPI1).",
            missing.Alerts.Single(a => a.Event == AlertEvent.ReturnOverdue).Text);
        Assert.Equal(
            ["riverside-ict/breach/KPI1/2024-04/belowThreshold, return missing", "riverside-ict/creditComputed/credit/2024-04/2000.00, return missing", "riverside-ict/trigger/rectificationPlan minor KPI1/2024-04/return missing"],
            missing.Alerts.Where(a => WorthAMessage.IsToldWithReturn(missing, a)).Select(a => a.Key).Order(StringComparer.Ordinal));
        var late = contract.Assessed("2024-05-20", Monthly("KPI1", "2024-04", "90")).In("2024-04");
        Assert.Contains("riverside-ict/breach/KPI1/2024-04/belowThreshold", late.Alerts.Select(a => a.Key));
        Assert.DoesNotContain(late.Alerts, a => WorthAMessage.IsToldWithReturn(late, a));
    }

    /// <summary>Two of three: June brings the second failure, July the third. A draft is due for each anew.</summary>
    [Fact]
    public void A_trigger_that_goes_on_is_told_once()
    {
        var assessed = Contract(Kpi("KPI1")).Triggering(new Trigger.PersistentFailure(2, 3, null), new Trigger.RectificationPlan(RungName.Minor, Length("10 days"), null))
            .Assessed("2024-08-20", Monthly("KPI1", "2024-04", "99.5", "90", "90", "90"));
        bool[] Again(string month) => [.. assessed.In(month).Alerts.Where(a => a.Event == AlertEvent.Trigger).Select(a => WorthAMessage.IsReachedAgain(assessed.Periods[assessed.Periods.ToList().FindIndex(p => p.Period.Name == month) - 1], assessed.In(month), a))];
        Assert.Equal([false, false], Again("2024-06"));
        Assert.Equal([true, false], Again("2024-07"));
    }

    [Fact]
    public void Alerts_are_worded_once_and_a_copy_has_its_own()
    {
        var period = Contract(Kpi("KPI1")).Assessed("2024-05-20", Monthly("KPI1", "2024-04", "96.5")).In("2024-04");
        var first = period.Alerts;
        Assert.Same(first, period.Alerts);
        Assert.Empty((period with { Results = [] }).Alerts);
        Assert.Equal(first, period.Alerts);
    }

    /// <summary>4 points at 0.5 % of £100,000.00 are £2,000.00, and 3 points £1,500.00: another sum is another event.</summary>
    [Fact]
    public void A_credit_that_comes_to_something_else_is_another_event()
    {
        Alert Credit(string level) => Contract(Kpi("KPI1")).Crediting("0.5").Settling(CreditedInvoice.Next).Assessed("2024-05-20", Monthly("KPI1", "2024-04", level)).In("2024-04").Alerts.Single(a => a.Event == AlertEvent.CreditComputed);
        Assert.Equal("riverside-ict/creditComputed/credit/2024-04/2000.00", Credit("90").Key);
        Assert.Equal("Service Credit of 2024-04: 4 Service Points: £2,000.00 payable, ex VAT; off the invoice of 2024-05.", Credit("90").Text);
        Assert.Equal("riverside-ict/creditComputed/credit/2024-04/1500.00", Credit("96.5").Key);
    }

    [Fact]
    public void Without_a_credit_none_is_told_of() =>
        Assert.DoesNotContain(Contract(Kpi("KPI1")).Crediting("0.5").Assessed("2024-05-20", Monthly("KPI1", "2024-04", "99.5")).Alerts, a => a.Event == AlertEvent.CreditComputed);

    /// <summary>From the day after the period to the one it is due, and from the day after that on, a month later still.</summary>
    [Theory]
    [InlineData("2024-05-01", "2024-05-15")]
    [InlineData("2024-05-16", "2024-06-30")]
    public void A_period_reads_the_same_every_day_between(string first, string last)
    {
        var contract = Contract(Kpi("KPI1")).Repeating().Crediting("0.5", CapOfPeriod("1.5")).Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null), new Trigger.RectificationPlan(RungName.Minor, Length("10 days"), null));
        var days = Enumerable.Range(0, NodaTime.Period.DaysBetween(Day(first), Day(last)) + 1).Select(i => Day(first).PlusDays(i));
        Assert.Single(days.Select(day => Histories.Everything(contract.Assessed($"{day:uuuu-MM-dd}").In("2024-04"))).Distinct());
    }

    [Fact]
    public void A_cap_reached_names_its_base()
    {
        var alert = Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod("1.5")).Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "90"))
            .In("2024-04").Alerts.Single(a => a.Event == AlertEvent.CapReached);
        Assert.Equal("riverside-ict/capReached/cap 1.5 %/2024-04", alert.Key);
        Assert.Equal("The Service Credit of £1,500.00 reaches the cap of 1.5 % of charges of 2024-04.", alert.Text);
    }

    /// <summary>4 points, then 8: £2,000.00, £4,000.00, £4,000.00. In June 3 % of the month are £3,000.00, and 2.5 % of three months
    /// £7,500.00, of which £2,000.00 + £3,000.00 are used: the second cap leaves £2,500.00, and it is the one to name.</summary>
    [Fact]
    public void Of_two_caps_reached_the_one_that_decides_is_named()
    {
        var contract = Contract(Kpi("KPI1")).Repeating().Crediting("0.5", CapOfPeriod("3"), CapOfLast12Months("2.5"))
            .Triggering(new Trigger.CriticalPerformanceFailure(null, 1, true, null));
        var june = contract.Assessed("2024-07-20", Monthly("KPI1", "2024-04", "90", "90", "90")).In("2024-06");
        Assert.Equal(
            "The Service Credit of £2,500.00, with £5,000.00 accrued before it, reaches the cap of 2.5 % of charges of 2024-04 to 2024-06.",
            june.Alerts.Single(a => a.Event == AlertEvent.CapReached).Text);
        Assert.Equal("cap of 2.5 % reached", june.Triggers.Single().Working.Arithmetic);
    }

    /// <summary>2 % of £100,000.00 estimated are £2,000.00, which April's 4 points take up.</summary>
    [Fact]
    public void A_cap_that_is_used_up_leaves_nothing()
    {
        var cap = CapOfLast12Months("2", firstYear: FirstYearBase.EstimatedYear1Charges);
        var may = Contract(Kpi("KPI1")).Crediting("0.5", cap).EstimatingFirstYear("100000.00")
            .Assessed("2024-06-20", Monthly("KPI1", "2024-04", "90", "90")).In("2024-05");
        Assert.Equal(
            "The cap of 2 % of the charges estimated for the first contract year leaves nothing of the Service Credit: £2,000.00 accrued before it.",
            may.Alerts.Single(a => a.Event == AlertEvent.CapReached).Text);
    }

    [Fact]
    public void An_information_figure_never_breaches()
    {
        var asked = Kpi("I1") with { Kind = IndicatorKind.InformationOnly, Source = new YesNo("Was the plan tested?"), Unit = new(""), Ladder = null };
        var period = Contract(asked).Assessed("2024-05-20", Return("2024-04").With("I1", Measured(("answer", 0)))).In("2024-04");
        Assert.Empty(period.Alerts);
        Assert.Equal("not scored: no target applies", period.Of("I1").Outcome.InWords());
    }

    /// <summary>Both grounds of a Critical Performance Failure, and two rules of persistent failure, in one month.</summary>
    [Fact]
    public void No_two_alerts_share_a_key()
    {
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2")).Repeating().Crediting("0.5", CapOfPeriod("2"), CapOfLast12Months("2")).Triggering(
            new Trigger.CriticalPerformanceFailure(8, 1, true, null),
            new Trigger.PersistentFailure(1, 2, null),
            new Trigger.PersistentFailure(2, 2, null),
            new Trigger.RectificationPlan(RungName.Serious, Length("10 days"), null),
            new Trigger.UnacceptableKpiFailure(Percent("50"), null));
        var returns = Monthly("KPI1", "2024-04", "90", "90").Select(r => r.Stating("KPI2", "90"));
        var assessed = contract.Assessed("2024-06-20", returns);
        Assert.Equal(2, assessed.In("2024-05").Triggers.Count(t => t.Trigger is Trigger.CriticalPerformanceFailure));
        Assert.Equal(4, assessed.In("2024-05").Triggers.Count(t => t.Trigger is Trigger.PersistentFailure));
        Assert.Distinct(assessed.Alerts.Select(a => a.Key));
        Assert.Contains("riverside-ict/trigger/criticalPerformanceFailure 8 points in 1 period/2024-05", assessed.Alerts.Select(a => a.Key));
        Assert.Contains("riverside-ict/trigger/persistentFailure 2 in 2 periods KPI2/2024-05", assessed.Alerts.Select(a => a.Key));
    }

    /// <summary>The same event has the same key whenever it is looked at, and whatever came after it.</summary>
    [Fact]
    public void Keys_stay_the_same_as_time_goes_by()
    {
        var contract = Contract(Kpi("KPI1")).Repeating();
        var returns = Monthly("KPI1", "2024-04", "96.5", "96.5", "99").ToList();
        var early = contract.Assessed("2024-06-10", returns).In("2024-05").Alerts.Select(a => a.Key);
        var later = contract.Assessed("2025-02-10", returns).In("2024-05").Alerts.Select(a => a.Key);
        Assert.Equal(["riverside-ict/repeatBreach/KPI1/2024-05/severe"], early);
        Assert.Equal(early, later);
    }
}
