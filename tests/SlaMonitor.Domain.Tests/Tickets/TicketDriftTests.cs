using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>Signs that figures drift, on both sides of their thresholds. The return is July's; those before it are June's, May's and so on. The
/// target is 99 %.</summary>
public sealed class TicketDriftTests
{
    private static readonly Indicator Share = Kpi("R").From(InTarget);

    /// <summary>The mean of 90, 100 and 110 is 100; four fifths of it are 80.</summary>
    [Theory]
    [InlineData(80, false)]
    [InlineData(79, true)]
    public void Fewer_tickets(int now, bool isFound) =>
        Assert.Equal(isFound, Codes(Share, Of(now), Of(90), Of(100), Of(110)).Contains("fewer-tickets"));

    /// <summary>A mean of 20 is enough to tell by, one of 19 is not: 10 are fewer than four fifths of both.</summary>
    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void Few_tickets_at_all_tell_nothing(int before, bool isFound) =>
        Assert.Equal(isFound, Codes(Share, Of(10), Of(before), Of(before), Of(before)).Contains("fewer-tickets"));

    /// <summary>Two periods before are not enough.</summary>
    [Fact]
    public void Three_periods_before_are_needed() => Assert.Empty(Codes(Share, Of(10), Of(100), Of(100)));

    [Fact]
    public void It_says_how_many() =>
        Assert.Equal(("about 100 tickets, the mean of the 3 periods before", "79"), Found(Share, Of(79), Of(90), Of(100), Of(110)).Select(p => (p.Expected, p.Found)).Single());

    /// <summary>A backlog that falls is no denominator that shrinks.</summary>
    [Fact]
    public void Fewer_tickets_of_a_stock_are_nothing_to_ask_about()
    {
        var stock = Pi("R").Measuring(new Stock("tickets"), "tickets").From(Asking(TicketQuestion.Open)) with { Ladder = null };
        Assert.DoesNotContain("fewer-tickets", Codes(stock, OpenOnes(10), OpenOnes(100), OpenOnes(100), OpenOnes(100)));
    }

    /// <summary>Before: of 90 counted and 10 cancelled in each, 10 %; one and a half times that are 15 %. Now, of 100 in all: 15 out are as many, 16 more.</summary>
    [Theory]
    [InlineData(85, 15, 0, 0, false)]
    [InlineData(84, 16, 0, 0, true)]
    [InlineData(84, 8, 8, 0, true)] // cancelled and without a resolution
    [InlineData(100, 0, 0, 15, false)] // on hold, among those counted
    [InlineData(100, 0, 0, 16, true)]
    public void More_excluded(int counted, int cancelled, int withoutResolution, int paused, bool isFound) =>
        Assert.Equal(isFound, Codes(Share, Out(counted, cancelled, withoutResolution, paused), Out(90, 10), Out(90, 10), Out(90, 10)).Contains("more-excluded"));

    /// <summary>Where nothing was excluded before, two say nothing and three do.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_few_excluded_ones_are_none(int cancelled, bool isFound) =>
        Assert.Equal(isFound, Codes(Share, Out(97, cancelled), Out(100, 0), Out(100, 0), Out(100, 0)).Contains("more-excluded"));

    /// <summary>At least ten, and more than five times those just late.</summary>
    [Theory]
    [InlineData(10, 1, true)]
    [InlineData(10, 2, false)]
    [InlineData(11, 2, true)]
    [InlineData(9, 0, false)]
    public void Just_in_time(int inTime, int late, bool isFound) => Assert.Equal(
        isFound, Codes(Share, Evidence(90, 100) with { Counts = Counts(100, 90) with { JustInTime = inTime, JustLate = late } }).Contains("just-in-time"));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_priority_lowered(int lowered, bool isFound) => Assert.Equal(
        isFound, Codes(Share, Evidence(90, 100) with { Counts = Counts(100, 90) with { Lowered = lowered } }).Contains("priority-lowered"));

    /// <summary>Six levels from 99.0 % to 99.5 %, the ends among them; 99.6 % or 98.9 % once is enough for none, and so is a sixth that is not there.</summary>
    [Theory]
    [InlineData(new[] { 990, 995, 991, 992, 993, 994 }, true)]
    [InlineData(new[] { 990, 996, 991, 992, 993, 994 }, false)]
    [InlineData(new[] { 990, 995, 991, 992, 993, 989 }, false)]
    [InlineData(new[] { 990, 995, 991, 992, 993 }, false)]
    public void Just_on_target(int[] perThousand, bool isFound) =>
        Assert.Equal(isFound, Codes(Share, [.. perThousand.Select(level => Evidence(level, 1000))]).Contains("just-on-target"));

    /// <summary>Questions, each of them: a return with every sign is taken all the same.</summary>
    [Fact]
    public void None_of_it_refuses_a_return() => Assert.All(
        Found(Share, Out(30, 30) with { Counts = Out(30, 30).Counts with { JustInTime = 30, Lowered = 3 } }, Out(90, 10), Out(90, 10), Out(90, 10)), p => Assert.False(p.IsError));

    private static TicketEvidence Of(int counted) => Evidence(counted * 9 / 10, counted);

    private static TicketEvidence Out(int counted, int cancelled, int withoutResolution = 0, int paused = 0) =>
        Of(counted) with { Counts = Counts(counted, counted * 9 / 10) with { Cancelled = cancelled, WithoutResolution = withoutResolution, Paused = paused } };

    private static TicketEvidence OpenOnes(int stock) => Of(stock) with { Figures = Figures(("stock", stock)) };

    private static IEnumerable<string> Codes(Indicator indicator, params TicketEvidence[] latestFirst) => Found(indicator, latestFirst).Select(p => p.Code.Name);

    private static IReadOnlyList<Problem> Found(Indicator indicator, params TicketEvidence[] latestFirst) => EarlierReturnChecks.Of(
        new([Contract(indicator).Reading(Log).Terms()]), InMonth(latestFirst[0], 0), [.. latestFirst.Skip(1).Select((t, i) => InMonth(t, i + 1))], BankHolidays.Current);

    private static SupplierReturn InMonth(TicketEvidence tickets, int back) =>
        Return(ServicePeriod.NameOf(Month("2024-07").PlusMonths(-back))).With("R", tickets.Beside(new Measurement.NotSupplied()));
}
