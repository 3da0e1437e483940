using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>Targets in working days, such as the 20 of a request for information: the day it came in does not count, the last one does to its end.</summary>
public sealed class WorkingDayTargetsTests
{
    /// <summary>
    /// In on Thursday 28 March 2024: Good Friday and Easter Monday do not count; 2 to 5 April are 4 days, 8 to 12 nine, 15 to 19 fourteen,
    /// 22 to 26 nineteen, and Monday 29 April is the 20th.
    /// </summary>
    [Theory]
    [InlineData("2024-03-28 00:00", "2024-04-29 23:59", true)]
    [InlineData("2024-03-28 23:59", "2024-04-29 23:59", true)]
    [InlineData("2024-03-28 09:00", "2024-04-30 00:00", false)]
    public void Twenty_working_days(string opened, string resolved, bool isInTime) =>
        Assert.Equal(TicketVerdict.Counted(isInTime), Ticket(opened, resolved).Judged("2024-04", Within(20)));

    /// <summary>23:30 UTC on 30 June is 00:30 on 1 July in London, so that the first working day after it is 2 July.</summary>
    [Theory]
    [InlineData("2024-07-02 23:59", true)]
    [InlineData("2024-07-03 00:00", false)]
    public void The_day_it_came_in_is_a_local_one(string resolved, bool isInTime)
    {
        var ticket = Ticket("2024-07-01 00:30", resolved);
        Assert.Equal(Moment.Of(Instant.FromUtc(2024, 6, 30, 23, 30)), ticket.Opened);
        Assert.Equal(TicketVerdict.Counted(isInTime), ticket.Judged("2024-07", Within(1)));
    }

    /// <summary>In on 2 April: 3 to 5 are 3 days, 8 to 12 eight, 15 to 19 thirteen, 22 to 26 eighteen, 29 and 30 twenty. The last day is
    /// April's, though it ends where May begins.</summary>
    [Theory]
    [InlineData("2024-04-30 23:59", true)]
    [InlineData("2024-05-01 00:00", false)]
    public void One_due_on_the_last_day_of_a_month_belongs_to_that_month(string resolved, bool isInTime)
    {
        var ticket = Ticket("2024-04-02 10:00", resolved);
        Assert.Equal(TicketVerdict.Counted(isInTime), ticket.Judged("2024-04", Within(20) with { BelongsTo = TicketMoment.Due }));
        Assert.Equal(TicketStanding.OtherPeriod, ticket.Judged("2024-05", Within(20) with { BelongsTo = TicketMoment.Due }).Standing);
    }

    [Fact]
    public void One_still_open_at_the_end_of_the_month_it_was_due_in_has_failed() =>
        Assert.Equal(TicketVerdict.Counted(false), Opened("2024-04-02 10:00").Judged("2024-04", Within(20) with { BelongsTo = TicketMoment.Due }));

    private static TicketRule Within(int days) => InTarget with { Targets = [new(null, WorkingDays(days))] };
}
