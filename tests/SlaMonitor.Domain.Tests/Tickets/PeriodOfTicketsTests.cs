using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>Which Service Period a ticket belongs to, and what of it counts there.</summary>
public sealed class PeriodOfTicketsTests
{
    private static readonly string[] Months = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"];

    /// <summary>Something happens to it in each of five months. 31 January and 100 days are 10 May: 29 days to 29 February, 31 to 31 March, 30 to
    /// 30 April, 10 more.</summary>
    private static readonly Ticket Long = new()
    {
        Opened = At("2024-01-31 12:00"),
        Responded = At("2024-02-10 12:00"),
        Resolved = At("2024-03-10 12:00"),
        Closed = At("2024-04-10 12:00"),
        State = TicketState.Closed,
    };

    [Theory]
    [InlineData(TicketMoment.Opened, "2024-01")]
    [InlineData(TicketMoment.Responded, "2024-02")]
    [InlineData(TicketMoment.Resolved, "2024-03")]
    [InlineData(TicketMoment.Closed, "2024-04")]
    [InlineData(TicketMoment.Due, "2024-05")]
    public void It_belongs_to_one_period_alone(TicketMoment moment, string month) => Assert.Equal(
        [month], Months.Where(m => Long.Judged(m, InTarget with { BelongsTo = moment, Targets = [new(null, Hours(2_400))] }).Standing == TicketStanding.Counted));

    /// <summary>A response is placed by the resolution of its ticket where nothing else is said.</summary>
    [Fact]
    public void Of_a_response_the_ticket_s_resolution_decides() => Assert.Equal(
        ["2024-03"], Months.Where(m => Long.Judged(m, InTarget with { Counts = TicketQuestion.RespondedInTarget }).Counts));

    [Theory]
    [InlineData(TicketQuestion.Opened, "2024-01")]
    [InlineData(TicketQuestion.Resolved, "2024-03")]
    [InlineData(TicketQuestion.Closed, "2024-04")]
    public void A_flow_has_its_own_moment(TicketQuestion question, string month) =>
        Assert.Equal([month], Months.Where(m => Long.Judged(m, Volume("R").From(Asking(question))).Counts));

    /// <summary>In on 20 March with 8 hours, resolved on 5 May: overdue at the end of March and of April, late in May, gone in June.</summary>
    [Fact]
    public void One_open_and_overdue_counts_in_every_period_until_it_is_resolved()
    {
        var ticket = Ticket("2024-03-20 09:00", "2024-05-05 09:00");
        Assert.Equal(
            [TicketStanding.OtherPeriod, TicketStanding.OtherPeriod, TicketStanding.OpenOverdue, TicketStanding.OpenOverdue, TicketStanding.Counted, TicketStanding.OtherPeriod],
            Months.Select(m => ticket.Judged(m, WithOpen.From(InTarget)).Standing));
        Assert.False(ticket.Judged("2024-05", WithOpen.From(InTarget)).IsGood);
        Assert.Equal([TicketStanding.Counted], Months.Select(m => ticket.Judged(m, InTarget).Standing).Where(s => s != TicketStanding.OtherPeriod)); // where the contract does not count them
    }

    /// <summary>8 hours from 16:00 on 31 March are 00:00 on 1 April: at the very end of March it is not overdue yet; a minute earlier it would be.</summary>
    [Theory]
    [InlineData("2024-03-31 16:00", TicketStanding.OtherPeriod)]
    [InlineData("2024-03-31 15:59", TicketStanding.OpenOverdue)]
    public void One_that_is_not_due_yet_at_the_end_is_of_no_period_yet(string opened, TicketStanding standing) =>
        Assert.Equal(standing, Opened(opened).Judged("2024-03", WithOpen.From(InTarget)).Standing);

    /// <summary>In on 20 March, never answered, resolved on 5 April: nobody waits for an answer in May.</summary>
    [Fact]
    public void One_resolved_without_an_answer_is_not_overdue_for_ever()
    {
        var ticket = Ticket("2024-03-20 09:00", "2024-04-05 09:00");
        var rule = InTarget with { Counts = TicketQuestion.RespondedInTarget };
        Assert.Equal(
            [TicketStanding.OpenOverdue, TicketStanding.Counted, TicketStanding.OtherPeriod],
            ((string[])["2024-03", "2024-04", "2024-05"]).Select(m => ticket.Judged(m, WithOpen.From(rule)).Standing));
    }

    /// <summary>Closed in April: of no other month, unless cancelled tickets count like others.</summary>
    [Fact]
    public void A_cancelled_ticket_is_left_out_in_the_period_it_ended_in()
    {
        var ticket = Opened("2024-03-20 09:00") with { Closed = At("2024-04-02 09:00"), State = TicketState.Cancelled };
        Assert.Equal(["2024-04"], Months.Where(m => ticket.Judged(m, InTarget).Standing == TicketStanding.Cancelled));
        Assert.Equal(["2024-03"], Months.Where(m => ticket.Judged(m, InTarget with { BelongsTo = TicketMoment.Opened }).Standing == TicketStanding.Cancelled));
        var asClosed = InTarget with { CountsCancelled = true, WithoutResolution = NoResolutionTime.AsClosed };
        Assert.Equal([(TicketStanding.OpenOverdue, "2024-03"), (TicketStanding.Counted, "2024-04")], Standings(ticket, WithOpen.From(asClosed)));
        Assert.Equal(["2024-04"], Months.Where(m => (ticket with { Resolved = ticket.Closed }).Judged(m, InTarget with { CountsCancelled = true }).Counts));
    }

    /// <summary>Resolved nobody knows when: told in every period it may belong to, from the month it came in to the one it was closed in.</summary>
    [Fact]
    public void A_ticket_without_a_resolution_is_left_out_and_told()
    {
        var ticket = Opened("2024-02-20 09:00") with { Closed = At("2024-04-02 09:00"), State = TicketState.Closed };
        Assert.Equal(["2024-02", "2024-03", "2024-04"], Months.Where(m => ticket.Judged(m, InTarget).Standing == TicketStanding.WithoutResolution));
        Assert.Equal(["2024-02", "2024-03", "2024-04"], Months.Where(m => ticket.Judged(m, Asking(TicketQuestion.Escalated)).Standing == TicketStanding.WithoutResolution));
        Assert.Equal(["2024-02", "2024-03", "2024-04"], Months.Where(m => ticket.Judged(m, Volume("R").From(Asking(TicketQuestion.Resolved))).Standing == TicketStanding.WithoutResolution));
        Assert.Equal([(TicketStanding.WithoutResolution, "2024-02")], Standings(ticket, Kpi("R").From(InTarget with { BelongsTo = TicketMoment.Opened })));
        Assert.Equal([(TicketStanding.Counted, "2024-04")], Standings(ticket, Kpi("R").From(InTarget with { WithoutResolution = NoResolutionTime.AsClosed })));
        Assert.Equal([(TicketStanding.WithoutResolution, "2024-02"), (TicketStanding.WithoutResolution, "2024-03")], Standings(ticket, Stock("R").From(Asking(TicketQuestion.Open))));
    }

    /// <summary>Selected, but of a priority that has no target.</summary>
    [Fact]
    public void A_ticket_without_a_target_is_told_apart_from_one_that_is_not_asked_for()
    {
        var rule = InTarget with { Targets = [new("P1", Hours(4))], Where = new(["P1", "P2"], [], [], []) };
        Assert.Equal(
            [TicketStanding.NotSelected, TicketStanding.Counted, TicketStanding.WithoutTarget, TicketStanding.NotSelected],
            ((short[])[0, 1, 2, 3]).Select(priority => (Ticket("2024-03-01 09:00", "2024-03-01 10:00") with { Priority = priority }).Judged("2024-03", rule).Standing));
    }

    /// <summary>The end of June in London is 23:00 UTC on 30 June.</summary>
    [Theory]
    [InlineData("2024-06-30 23:59", null, true, true)]
    [InlineData("2024-07-01 00:30", null, false, true)] // 30 June, 23:30 UTC
    [InlineData("2024-06-01 09:00", "2024-06-30 23:59", false, false)]
    [InlineData("2024-06-01 09:00", "2024-07-01 00:30", true, false)]
    public void A_stock_is_of_the_local_end_of_the_period(string opened, string? resolved, bool inJune, bool inJuly)
    {
        var ticket = resolved is null ? Opened(opened) : Ticket(opened, resolved);
        Assert.Equal(inJune, ticket.Judged("2024-06", Stock("R").From(Asking(TicketQuestion.Open))).Counts);
        Assert.Equal(inJuly, ticket.Judged("2024-07", Stock("R").From(Asking(TicketQuestion.Open))).Counts);
    }

    /// <summary>From 24 June to the end of June are seven days.</summary>
    [Theory]
    [InlineData("2024-06-23 23:59", true)]
    [InlineData("2024-06-24 00:00", false)]
    public void Open_for_more_than_seven_days(string opened, bool isOne) =>
        Assert.Equal(isOne, Opened(opened).Judged("2024-06", Stock("R").From(Asking(TicketQuestion.OpenLong) with { OpenOverDays = 7 })).Counts);

    [Theory]
    [InlineData("2024-06-30 16:00", false)] // due at the very end
    [InlineData("2024-06-30 15:59", true)]
    public void Open_and_overdue_at_the_end(string opened, bool isOne) =>
        Assert.Equal(isOne, Opened(opened).Judged("2024-06", Stock("R").From(InTarget with { Counts = TicketQuestion.OpenOverdue })).Counts);

    /// <summary>Passed on more than twice.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Passed_on_more_often_than_the_rule_allows(int times, bool isOne) => Assert.Equal(
        TicketVerdict.Counted(isOne), (Ticket("2024-06-01 09:00", "2024-06-02 09:00") with { Reassigned = (short)times }).Judged("2024-06", Asking(TicketQuestion.Reassigned) with { ReassignedOver = 2 }));

    private static IEnumerable<(TicketStanding Standing, string Month)> Standings(Ticket ticket, Indicator indicator) =>
        Months.Select(m => (ticket.Judged(m, indicator).Standing, m)).Where(s => s.Standing != TicketStanding.OtherPeriod);

    /// <summary>One that counts what is overdue and still open beside the others.</summary>
    private static Indicator WithOpen { get; } = Kpi("R").Measuring(new RatioOfCounts("cases in time", null, "cases", "cases overdue"));

    private static Indicator Volume(string code) => Pi(code).Measuring(new Count("tickets"), "tickets") with { Ladder = null };

    private static Indicator Stock(string code) => Pi(code).Measuring(new Stock("tickets"), "tickets") with { Ladder = null };
}
