using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>What the updates of a ticket tell: when it was on hold, opened again, given another priority.</summary>
public sealed class TicketHistoryTests
{
    /// <summary>In at 09:00, on hold 10:00 to 11:00, resolved at 12:00, opened again at 15:00, resolved at 18:00, closed next day.</summary>
    private static readonly (string At, TicketState State, short Priority)[] Reopened =
    [
        ("2024-06-03 09:00", TicketState.Open, 1), ("2024-06-03 10:00", TicketState.OnHold, 1), ("2024-06-03 11:00", TicketState.Open, 2),
        ("2024-06-03 12:00", TicketState.Resolved, 2), ("2024-06-03 15:00", TicketState.Open, 2), ("2024-06-03 18:00", TicketState.Resolved, 2), ("2024-06-04 09:00", TicketState.Closed, 2),
    ];

    /// <summary>All of 09:00 to 18:00 less the hour on hold are 8 h; less the 3 h in which it stood as resolved 5; to the first resolution 2.</summary>
    [Theory]
    [InlineData(ReopenedRule.RunsOn, HoldRule.Excluded, 8)]
    [InlineData(ReopenedRule.RunsOn, HoldRule.Counted, 9)]
    [InlineData(ReopenedRule.Resumes, HoldRule.Excluded, 5)]
    [InlineData(ReopenedRule.Resumes, HoldRule.Counted, 6)]
    [InlineData(ReopenedRule.FirstResolution, HoldRule.Excluded, 2)]
    [InlineData(ReopenedRule.FirstResolution, HoldRule.Counted, 3)]
    public void A_ticket_opened_again(ReopenedRule reopened, HoldRule holds, int hours)
    {
        var ticket = Told(Reopened);
        Assert.Equal(1, ticket.Reopened);
        Assert.Equal(new(TicketStanding.Counted, true, hours * 3600, 8 * 3600 * 2), ticket.Judged("2024-06", InTarget with { Targets = [new(null, Hours(16))], Reopened = reopened, Holds = holds }, Updates));
    }

    /// <summary>In whatever order the rows of a file come.</summary>
    [Theory]
    [InlineData(0, 1, 2, 3, 4, 5, 6)]
    [InlineData(6, 5, 4, 3, 2, 1, 0)]
    [InlineData(0, 3, 1, 2, 4, 5, 6)]
    [InlineData(2, 0, 4, 1, 3, 6, 5)]
    public void The_order_of_the_rows_makes_no_difference(params int[] order)
    {
        var history = new TicketHistory();
        foreach (var i in order) history.Add(At(Reopened[i].At), i, After(Reopened[i]));
        var (past, expected) = (history.Ticket.Past!, Told(Reopened).Past!);
        Assert.Equal((TicketState.Closed, (short)1, At("2024-06-03 18:00")), (history.Ticket.State, history.Ticket.Reopened, history.Ticket.Resolved));
        Assert.Equal((At("2024-06-03 12:00"), (short)1, At("2024-06-03 11:00")), (past.FirstResolved, past.FirstPriority, past.PriorityChanged));
        Assert.Equal(expected.Holds.All, past.Holds.All);
        Assert.Equal(Span("2024-06-03 10:00", "2024-06-03 11:00").All, past.Holds.All);
        Assert.Equal(Span("2024-06-03 12:00", "2024-06-03 15:00").All, past.Rested.All);
    }

    /// <summary>Opened again and not resolved since: it is open, and only where the first resolution counts is it done.</summary>
    [Theory]
    [InlineData(ReopenedRule.RunsOn, false)]
    [InlineData(ReopenedRule.FirstResolution, true)]
    public void One_that_is_open_again(ReopenedRule reopened, bool isDone)
    {
        var ticket = Told(Reopened[..5]);
        Assert.Equal(Moment.None, ticket.Resolved);
        Assert.Equal(isDone, ticket.Judged("2024-06", Pi("R").Measuring(new Count("tickets"), "tickets").From(Asking(TicketQuestion.Resolved) with { Reopened = reopened }) with { Ladder = null }, Updates).Counts);
    }

    /// <summary>5 hours: beyond the 4 of P1, with which it was opened, and within the 16 of P2, which it was given.</summary>
    [Theory]
    [InlineData(PriorityRule.Last, true)]
    [InlineData(PriorityRule.AtOpening, false)]
    public void Which_priority_decides(PriorityRule priority, bool isInTime)
    {
        var rule = InTarget with { Targets = [new("P1", Hours(4)), new("P2", Hours(16))], Reopened = ReopenedRule.Resumes, Priority = priority };
        Assert.Equal(isInTime, Told(Reopened).Judged("2024-06", rule, Updates).IsGood);
    }

    private static Ticket Told((string At, TicketState State, short Priority)[] updates)
    {
        var history = new TicketHistory();
        foreach (var (update, i) in updates.Select((u, i) => (u, i))) history.Add(At(update.At), i, After(update));
        return history.Ticket;
    }

    private static Ticket After((string At, TicketState State, short Priority) update) => Opened("2024-06-03 09:00") with
    {
        State = update.State,
        Priority = update.Priority,
        Resolved = update.State is TicketState.Resolved or TicketState.Closed ? At(string.CompareOrdinal(update.At, "2024-06-03 15:00") < 0 ? "2024-06-03 12:00" : "2024-06-03 18:00") : Moment.None,
    };
}
