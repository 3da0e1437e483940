using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>Eight service hours of Monday to Friday, 09:00 to 17:00, bank holidays of England and Wales closed: a day's worth.</summary>
public sealed class ServiceHoursTests
{
    private static readonly TicketRule Core = InTarget with { Targets = [new(null, Hours(8, "core"))] };

    /// <summary>Opened, resolved, the seconds between them in service hours, whether that is in time.</summary>
    public static TheoryData<string, string, string, int, bool> InHours => new()
    {
        // Friday 15:00 to 17:00 are 2 h; Monday 09:00 to 15:00 the other 6.
        { "2024-06", "2024-06-07 15:00", "2024-06-10 15:00", 8 * 3600, true },
        { "2024-06", "2024-06-07 15:00", "2024-06-10 15:01", (8 * 3600) + 60, false },

        // Friday 16:00 to 17:00 is 1 h; Monday 27 May is the spring bank holiday; Tuesday 09:00 to 16:00 are 7.
        { "2024-05", "2024-05-24 16:00", "2024-05-28 16:00", 8 * 3600, true },
        { "2024-05", "2024-05-24 16:00", "2024-05-28 16:01", (8 * 3600) + 60, false },

        // Thursday 28 March 1 h; Good Friday, the weekend in which the clocks go forward, Easter Monday; Tuesday 2 April 7 h.
        { "2024-04", "2024-03-28 16:00", "2024-04-02 16:00", 8 * 3600, true },
        { "2024-04", "2024-03-28 16:00", "2024-04-02 16:01", (8 * 3600) + 60, false },

        // Over the weekend in which the clocks go back: Friday 25 October 4 h from 13:00, Monday 4 h to 13:00.
        { "2024-10", "2024-10-25 13:00", "2024-10-28 13:00", 8 * 3600, true },

        // Opened on a Saturday, the clock starts on Monday at 09:00 and has run out at 17:00.
        { "2024-06", "2024-06-08 03:00", "2024-06-10 17:00", 8 * 3600, true },

        // Opened before opening and resolved before opening the same day: no service time at all.
        { "2024-06", "2024-06-10 01:00", "2024-06-10 08:59", 0, true },

        // Due exactly at closing and resolved then; in the evening and in the morning before opening no service time has passed, and it is late.
        { "2024-06", "2024-06-06 09:00", "2024-06-06 17:00", 8 * 3600, true },
        { "2024-06", "2024-06-06 09:00", "2024-06-06 17:01", 8 * 3600, false },
        { "2024-06", "2024-06-06 09:00", "2024-06-07 08:59", 8 * 3600, false },
        { "2024-06", "2024-06-06 09:01", "2024-06-07 08:59", (8 * 3600) - 60, true },
    };

    /// <summary>Around the clock, where a night may have an hour more or less.</summary>
    public static TheoryData<string, string, string, int, bool> AroundTheClock => new()
    {
        // 22:00 to 01:00 are 3 h, then it is 02:00; to 07:00 are 5.
        { "2024-03", "2024-03-30 22:00", "2024-03-31 07:00", 8 * 3600, true },
        { "2024-03", "2024-03-30 22:00", "2024-03-31 07:01", (8 * 3600) + 60, false },

        // 22:00 to 02:00 are 4 h, then it is 01:00 again; to 05:00 are 4.
        { "2024-10", "2024-10-26 22:00", "2024-10-27 05:00", 8 * 3600, true },
        { "2024-10", "2024-10-26 22:00", "2024-10-27 05:01", (8 * 3600) + 60, false },
    };

    [Theory]
    [MemberData(nameof(InHours))]
    public void Eight_service_hours(string month, string opened, string resolved, int seconds, bool isInTime) =>
        Assert.Equal(new(TicketStanding.Counted, isInTime, seconds, 8 * 3600), Ticket(opened, resolved).Judged(month, Core));

    [Theory]
    [MemberData(nameof(AroundTheClock))]
    public void Eight_hours(string month, string opened, string resolved, int seconds, bool isInTime) =>
        Assert.Equal(new(TicketStanding.Counted, isInTime, seconds, 8 * 3600), Ticket(opened, resolved).Judged(month, InTarget));

    /// <summary>Monday 09:00 to Tuesday 17:00 are 16 h; on hold from Monday 11:00 to Tuesday 11:00, which are 6 h and 2 h of them.</summary>
    [Theory]
    [InlineData(HoldRule.Excluded, 8, true)]
    [InlineData(HoldRule.Counted, 16, false)]
    public void Time_on_hold_is_service_time_too(HoldRule holds, int hours, bool isInTime)
    {
        var ticket = Ticket("2024-06-03 09:00", "2024-06-04 17:00") with { Past = OnHold("2024-06-03 11:00", "2024-06-04 11:00") };
        Assert.Equal(new(TicketStanding.Counted, isInTime, hours * 3600, 8 * 3600), ticket.Judged("2024-06", Core with { Holds = holds }, Updates));
    }

    /// <summary>As above, due at closing on Tuesday; on Wednesday before opening it is late, though no service time has passed.</summary>
    [Fact]
    public void A_target_put_off_by_a_hold_runs_out_at_closing_too()
    {
        var ticket = Ticket("2024-06-03 09:00", "2024-06-05 08:00") with { Past = OnHold("2024-06-03 11:00", "2024-06-04 11:00") };
        Assert.Equal(new(TicketStanding.Counted, false, 8 * 3600, 8 * 3600), ticket.Judged("2024-06", Core, Updates));
    }

    /// <summary>The tool says how long, not when: 09:00 to 17:00 and another hour are 9 h, less one on hold.</summary>
    [Theory]
    [InlineData("2024-06-04 10:00", 3600, HoldRule.Excluded, 8, true)]
    [InlineData("2024-06-04 10:00", 3600, HoldRule.Counted, 9, false)]
    [InlineData("2024-06-04 10:00", 0, HoldRule.Excluded, 9, false)]
    [InlineData("2024-06-03 10:00", 7200, HoldRule.Excluded, 0, true)] // never less than nothing
    public void A_length_on_hold_is_taken_off(string resolved, int held, HoldRule holds, int hours, bool isInTime) => Assert.Equal(
        new(TicketStanding.Counted, isInTime, hours * 3600, 8 * 3600),
        (Ticket("2024-06-03 09:00", resolved) with { HeldSeconds = held }).Judged("2024-06", Core with { Holds = holds }));

    /// <summary>The bank holidays of 2010 are not known.</summary>
    [Fact]
    public void What_cannot_be_timed_is_said_to_be() =>
        Assert.Equal(TicketVerdict.Of(TicketStanding.NotKnown), Ticket("2010-06-03 09:00", "2024-06-04 10:00").Judged("2024-06", Core));

    private static TicketPast OnHold(string from, string to) => new(Moment.None, 0, Moment.None, Span(from, to), Stretches.None);
}
