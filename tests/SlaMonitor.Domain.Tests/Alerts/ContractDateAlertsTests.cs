using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Alerts;

/// <summary>A contract from 1 April 2021 for 5 years ends on 31 March 2026, that day included.</summary>
public class ContractDateAlertsTests
{
    /// <summary>12 weeks, 84 days, before 31 March 2026 is 6 January 2026, a Tuesday.</summary>
    private static readonly ContractDraft FivePlusOnePlusOne = FivePlus(Notice.Of(Length("12 weeks")), Option("1 year"), Option("1 year"));

    [Theory]
    [InlineData("2024-03-30", null)]
    [InlineData("2024-03-31", "24 months")]
    [InlineData("2024-09-29", "24 months")]
    [InlineData("2024-09-30", "18 months")] // 31 March less 18 months: September has 30 days
    [InlineData("2025-03-31", "12 months")]
    [InlineData("2025-06-30", "9 months")]
    [InlineData("2025-09-30", "6 months")]
    [InlineData("2025-12-31", "3 months")]
    [InlineData("2026-02-27", "3 months")]
    [InlineData("2026-02-28", "1 month")]
    [InlineData("2026-03-31", "1 month")] // the last day is still in the term
    public void Of_the_lead_times_passed_only_the_latest_speaks(string asOf, string? lead)
    {
        var alerts = FivePlusOnePlusOne.Assessed(asOf).DateAlerts.Where(a => a.Subject == "end");
        Assert.Equal(lead is null ? [] : [$"riverside-ict/contractEnding/end/2026-03-31/{lead}"], alerts.Select(a => a.Key));
    }

    [Fact]
    public void The_day_after_the_last_it_has_ended()
    {
        var alert = FivePlusOnePlusOne.Assessed("2026-04-01").DateAlerts.Single(a => a.Subject == "end");
        Assert.Equal(("riverside-ict/contractEnded/end/2026-03-31", "The contract ended on 31 March 2026."), (alert.Key, alert.Text));
    }

    [Theory]
    [InlineData("2026-01-06", "The last safe day to give notice of the option of 1 year is 6 January 2026.")]
    [InlineData("2026-01-07", "The last safe day to give notice of the option of 1 year was 6 January 2026.")]
    public void The_last_safe_day_to_give_notice(string asOf, string text) =>
        Assert.Equal($"The contract ends on 31 March 2026. {text}", FivePlusOnePlusOne.Assessed(asOf).DateAlerts.Single(a => a.Subject == "end").Text);

    /// <summary>The first option, exercised on 5 January 2026, moves the end to 31 March 2027: the alert has a new key, and
    /// notice of the second is counted from there: 84 days before it is 6 January 2027.</summary>
    [Fact]
    public void An_exercised_option_moves_the_end_and_re_arms_the_alert()
    {
        var contract = FivePlus(Notice.Of(Length("12 weeks")), Option("1 year", exercised: "2026-01-05"), Option("1 year"));
        Assert.Equal("riverside-ict/contractEnding/end/2026-03-31/3 months", contract.Assessed("2026-01-04").DateAlerts.Single(a => a.Subject == "end").Key);
        var moved = contract.Assessed("2026-03-31").DateAlerts.Single(a => a.Subject == "end");
        Assert.Equal("riverside-ict/contractEnding/end/2027-03-31/12 months", moved.Key);
        Assert.Equal("The contract ends on 31 March 2027. The last safe day to give notice of the option of 1 year is 6 January 2027.", moved.Text);
    }

    [Fact]
    public void With_every_option_taken_up_none_is_left() => Assert.Equal(
        "The contract ends on 31 March 2027. No option to extend is left.",
        FivePlus(Notice.Of(Length("12 weeks")), Option("1 year", exercised: "2026-01-05")).Assessed("2027-03-01").DateAlerts.Single(a => a.Subject == "end").Text);

    [Fact]
    public void Without_a_notice_clause_the_option_is_exercised_by_the_end() => Assert.Equal(
        "The contract ends on 31 March 2026. An option of 1 year must be exercised by then.",
        FivePlus(null, Option("1 year")).Assessed("2026-03-01").DateAlerts.Single(a => a.Subject == "end").Text);

    /// <summary>Rolling back over 31 December 2029 needs bank holidays that are not known yet.</summary>
    [Fact]
    public void A_day_that_cannot_be_told_is_not_guessed()
    {
        var contract = Contract(Pi("PI1")) with { Term = new(ContractDate.On(Day("2024-04-01")), Length("6 years"), null, [Option("1 year")], Notice.Of(Length("3 months"))) };
        Assert.Equal(
            "The contract ends on 31 March 2030. The last safe day to give notice of the option of 1 year cannot be told, as the bank holidays are known for 2012 to 2028 only (england-and-wales, uk-bank-holidays v1).",
            contract.Assessed("2029-12-01").DateAlerts.Single(a => a.Subject == "end").Text);
    }

    /// <summary>Barnet: September 2013 to August 2023, as published. The days stand for the months' first and last.</summary>
    [Fact]
    public void Dates_known_to_the_month_only_say_so()
    {
        var term = new ContractTerm(ContractDate.In(new YearMonth(2013, 9)), null, ContractDate.In(new YearMonth(2023, 8)), [], null);
        var contract = Contract(Pi("PI1")) with { EffectiveFrom = Day("2013-09-01"), Term = term };
        Assert.Equal(
            "The contract ends on 31 August 2023 (dates known to the month only). No option to extend is left.",
            contract.Assessed("2023-08-31").DateAlerts.Single(a => a.Subject == "end").Text);
    }

    /// <summary>6 January 2026 less 90 days is 8 October 2025, less 30 is 7 December, less 14 is 23 December, less 7 is 30 December.</summary>
    [Theory]
    [InlineData("2025-10-07", null)]
    [InlineData("2025-10-08", "90 days")]
    [InlineData("2025-12-07", "30 days")]
    [InlineData("2025-12-23", "14 days")]
    [InlineData("2026-01-06", "7 days")]
    [InlineData("2026-01-07", null)]
    public void Notice_of_an_option_is_told_at_the_lead_times_of_deadlines(string asOf, string? lead) => Assert.Equal(
        lead is null ? [] : [$"riverside-ict/noticeDue/notice of option 1/2026-01-06/{lead}"],
        FivePlusOnePlusOne.Assessed(asOf).DateAlerts.Where(a => a.Event == AlertEvent.NoticeDue).Select(a => a.Key));

    /// <summary>Exercised, the option has no notice to be told of, and the next one's is a year away.</summary>
    [Fact]
    public void What_is_done_is_told_no_more() =>
        Assert.DoesNotContain(FivePlusOnePlusOne.Assessed("2026-01-05", Decided(Exercised(1, "2026-01-05", "2026-01-05"))).DateAlerts, a => a.Event == AlertEvent.NoticeDue);

    /// <summary>Ended early on 30 June 2025 by agreement of 2 April: the alerts of 31 March 2026 give way to those of the new end, of which
    /// three months before, 30 March, has passed.</summary>
    [Fact]
    public void An_early_end_is_told_at_once_by_the_lead_time_passed()
    {
        var decisions = Decided(Terminated("2025-04-02", "2025-06-30", "2025-04-02", TerminationGround.Agreement));
        Assert.Equal("riverside-ict/contractEnding/end/2026-03-31/12 months", FivePlusOnePlusOne.Assessed("2025-04-01", decisions).DateAlerts.Single().Key);
        var alert = FivePlusOnePlusOne.Assessed("2025-04-02", decisions).DateAlerts.Single();
        Assert.Equal(("riverside-ict/contractEnding/end/2025-06-30/3 months", "The contract ends on 30 June 2025. No option to extend is left."), (alert.Key, alert.Text));
        Assert.Equal("riverside-ict/contractEnded/end/2025-06-30", FivePlusOnePlusOne.Assessed("2025-07-01", decisions).DateAlerts.Single().Key);
    }

    /// <summary>10 days before 1 December 2025 is 21 November. Who has lead times of their own is told by them alone.</summary>
    [Fact]
    public void A_contract_may_have_lead_times_of_its_own()
    {
        var contract = FivePlusOnePlusOne with
        {
            LeadTimes = new([Length("2 months")], [Length("10 days")]),
            Milestones = [new("Exit plan", new MilestoneBase.OnDay(Day("2025-12-01")), null, NonWorkingDay.RollBack, null)],
        };
        Assert.Empty(contract.Assessed("2025-11-20").DateAlerts);
        var alert = contract.Assessed("2025-11-21").DateAlerts.Single();
        Assert.Equal(("riverside-ict/milestoneDue/milestone Exit plan/2025-12-01/10 days", "Exit plan: by 1 December 2025 (local policy)."), (alert.Key, alert.Text));
    }

    /// <summary>Whoever is told sees how the day was found.</summary>
    [Fact]
    public void An_alert_has_the_working_of_its_date()
    {
        var assessed = FivePlusOnePlusOne.Assessed("2025-12-23");
        var working = AlertWorking.Of(assessed, assessed.DateAlerts.Single(a => a.Event == AlertEvent.NoticeDue));
        Assert.Equal(("12 weeks back from that day", "31 March 2026 - 12 weeks", "Tuesday 6 January 2026"), (working[1].Rule, working[1].Arithmetic, working[1].Outcome));
    }

    /// <summary>The safe day of 31 December 2029 is not known, so the last day speaks: 30 days before it is 1 December.</summary>
    [Fact]
    public void A_deadline_whose_safe_day_is_not_known_is_told_by_its_last_day()
    {
        var contract = Contract(Pi("PI1")) with { Term = new(ContractDate.On(Day("2024-04-01")), Length("6 years"), null, [Option("1 year")], Notice.Of(Length("3 months"))) };
        var alert = contract.Assessed("2029-12-01").DateAlerts.Single(a => a.Event == AlertEvent.NoticeDue);
        Assert.Equal("riverside-ict/noticeDue/notice of option 1/2029-12-31/30 days", alert.Key);
        Assert.StartsWith("Give notice of option 1 (1 year): the last day is 31 December 2029, and the working day before it cannot be told", alert.Text);
    }

    private static ContractDraft FivePlus(Notice? notice, params Extension[] options) =>
        Contract(Pi("PI1")) with { EffectiveFrom = Day("2021-04-01"), Term = new(ContractDate.On(Day("2021-04-01")), Length("5 years"), null, options, notice) };
}
