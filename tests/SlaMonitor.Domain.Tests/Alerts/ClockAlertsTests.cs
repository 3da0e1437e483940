using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Alerts;

/// <summary>What comes and goes with the days, day by day.</summary>
public class ClockAlertsTests
{
    /// <summary>As below, and the draft has come on 14 May: from then on nobody is reminded of it.</summary>
    [Fact]
    public void A_draft_that_has_come_is_told_of_no_more()
    {
        var contract = Contract(Kpi("KPI1")).Triggering(new Trigger.RectificationPlan(RungName.Serious, Length("10 working days"), null));
        var decisions = Decided(PlanRequired("2024-04", "KPI1", "2024-05-03", "2024-05-15"), PlanReceived("2024-04", "KPI1", "2024-05-14"));
        var returns = Monthly("KPI1", "2024-04", "90").Select(r => r.Dated("2024-05-02")).ToList();
        Assert.Single(contract.Assessed("2024-05-13", decisions, returns).ClockAlerts, a => a.Event == AlertEvent.RectificationDue);
        Assert.DoesNotContain(contract.Assessed("2024-05-14", decisions, returns).ClockAlerts, a => a.Event == AlertEvent.RectificationDue);
    }

    /// <summary>90 % is below the threshold: a draft within 10 working days after Tuesday 30 April 2024, which is Wednesday 15 May, as Monday the
    /// 6th is a bank holiday. Two working days before it is Monday the 13th.</summary>
    [Theory]
    [InlineData("2024-05-12", false)]
    [InlineData("2024-05-13", true)]
    [InlineData("2024-05-15", true)]
    [InlineData("2024-05-16", false)]
    public void A_draft_rectification_plan_is_told_of_two_working_days_before_it_is_due(string asOf, bool stands)
    {
        var contract = Contract(Kpi("KPI1")).Triggering(new Trigger.RectificationPlan(RungName.Serious, Length("10 working days"), "Sch 2.2, para 7"));
        var told = contract.Assessed(asOf, Monthly("KPI1", "2024-04", "90").Select(r => r.Dated("2024-05-02"))).ClockAlerts.SingleOrDefault(a => a.Event == AlertEvent.RectificationDue);
        Assert.Equal(stands, told is not null);
        if (told is null) return;
        Assert.Equal(("riverside-ict/rectificationDue/KPI1/2024-04/2 working days", Day("2024-05-15")), (told.Key, told.On));
        Assert.Equal("The draft of the Rectification Plan for KPI1 is due by 15 May 2024, 10 working days after the end of 2024-04 (Sch 2.2, para 7).", told.Text);
    }

    /// <summary>Claimed on Monday 20 May 2024: 20 working days later is Tuesday 18 June, as 27 May is a bank holiday.</summary>
    [Theory]
    [InlineData("2024-06-17", null, false)]
    [InlineData("2024-06-18", null, true)]
    [InlineData("2024-09-02", null, true)]
    [InlineData("2024-09-02", "2024-07-01", false)]
    public void A_relief_left_undecided_is_told_of_once_more(string asOf, string? decided, bool stands)
    {
        var decisions = decided is null ? Decided(Claimed("2024-04", "KPI1", "2024-05-20")) : Decided(Claimed("2024-04", "KPI1", "2024-05-20"), Rejected("2024-04", "KPI1", decided));
        var told = Contract(Kpi("KPI1")).Assessed(asOf, decisions, Monthly("KPI1", "2024-04", "90")).ClockAlerts.SingleOrDefault(a => a.Event == AlertEvent.ReliefUndecided);
        Assert.Equal(stands ? "riverside-ict/reliefUndecided/KPI1/2024-04/20 working days" : null, told?.Key);
    }

    /// <summary>Two months after 30 April 2024 is Sunday 30 June; ten working days before it is Monday the 17th. £100,000.00 x 4 points x 0.5 % are
    /// £2,000.00.</summary>
    [Theory]
    [InlineData("2024-06-16", null, null)]
    [InlineData("2024-06-17", null, "riverside-ict/creditClaimClosing/credit/2024-04/10 working days")]
    [InlineData("2024-06-30", null, "riverside-ict/creditClaimClosing/credit/2024-04/10 working days")]
    [InlineData("2024-07-01", null, "riverside-ict/creditUnclaimed/credit/2024-04")]
    [InlineData("2024-07-01", "2024-06-20", null)]
    [InlineData("2024-06-19", "2024-06-20", "riverside-ict/creditClaimClosing/credit/2024-04/10 working days")]
    public void A_credit_not_claimed_is_told_of_before_its_time_is_over_and_after(string asOf, string? notified, string? key)
    {
        var contract = Contract(Kpi("KPI1")).Crediting("0.5");
        contract = contract with { Credits = contract.Credits! with { ClaimWithin = Length("2 months"), Clause = "Sch 2.2, Part C, para 3" } };
        var decisions = notified is null ? Decided() : Decided(new Decision.CreditNotified(Month("2024-04"), Pounds("2000.00"), On(notified)));
        var told = contract.Assessed(asOf, decisions, Monthly("KPI1", "2024-04", "90")).ClockAlerts.SingleOrDefault(a => a.Event is AlertEvent.CreditClaimClosing or AlertEvent.CreditUnclaimed);
        Assert.Equal(key, told?.Key);
        if (told is { Event: AlertEvent.CreditClaimClosing })
            Assert.Equal("The Service Credit of 2024-04, £2,000.00, can be claimed until 30 June 2024, 2 months after the end of the Service Period (Sch 2.2, Part C, para 3), and no claim is recorded.", told.Text);
    }

    [Fact]
    public void A_dispute_left_open_is_told_of_once_more() => Assert.Equal(
        "KPI1 The indicator KPI1: the dispute opened on 20 May 2024 has not been resolved for 20 working days.",
        Contract(Kpi("KPI1")).Assessed("2024-06-18", Decided(Disputed("2024-04", "KPI1", "2024-05-20")), Monthly("KPI1", "2024-04", "90")).ClockAlerts
            .Single(a => a.Event == AlertEvent.DisputeOpen).Text);

    /// <summary>Whatever changes from one day to the next without anything having come in, the next look is on that day or before.</summary>
    [Fact]
    public void The_next_look_misses_no_day_on_which_an_alert_comes_or_goes()
    {
        var contract = Contract(Kpi("KPI1")).Repeating().Crediting("0.5").Triggering(
            new Trigger.RectificationPlan(RungName.Serious, Length("10 working days"), null), new Trigger.PersistentFailure(2, 3, null));
        var returns = Monthly("KPI1", "2024-04", "90", "96.5").ToList();
        var decisions = Decided(Claimed("2024-04", "KPI1", "2024-05-20"), Disputed("2024-05", "KPI1", "2024-06-20"));
        var dated = returns.Select(r => r.SubmittedOn).Concat(decisions.Select(d => d.On)).ToList();
        var changes = 0;
        for (var day = Day("2024-05-01"); day < Day("2024-09-30"); day = day.PlusDays(1))
        {
            var (today, tomorrow) = (contract.Assessed(Text(day), decisions, returns), contract.Assessed(Text(day.PlusDays(1)), decisions, returns));
            if (today.Alerts.Select(a => a.Key).SequenceEqual(tomorrow.Alerts.Select(a => a.Key))) continue;
            changes++;
            Assert.Equal(day.PlusDays(1), NextLook.After(today, dated));
        }

        Assert.True(changes > 10, $"{changes} changes only.");

        static string Text(LocalDate day) => $"{day:uuuu-MM-dd}";
    }

    [Fact]
    public void A_newer_calendar_is_told_of_while_the_contract_goes_by_another()
    {
        var next = BankHolidays.Read(2, "division,date,title,note,firstSeen,withdrawnSeen\nengland-and-wales,2024-01-01,New Year's Day,,2023-01-01,\n");
        Alert[] Told(params BankHolidays[] versions) => [.. Assessment
            .Of(new([Contract(Kpi("KPI1")).Terms()]), [], [], HolidayBasis.Among(versions), Day("2024-05-20"))
            .ClockAlerts.Where(a => a.Event == AlertEvent.CalendarChange)];
        var told = Assert.Single(Told(BankHolidays.Current, next));
        Assert.Equal("riverside-ict/calendarChange/calendar/uk-bank-holidays v2", told.Key);
        Assert.Equal("The contract goes by uk-bank-holidays v1; uk-bank-holidays v2 is out. Nothing moves until a version of the contract adopts it.", told.Text);
        Assert.Empty(Told(BankHolidays.Current));
    }
}
