using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>How somebody else might have counted.</summary>
public sealed class OtherReadingsTests
{
    private static readonly TicketRule Core = InTarget with { Targets = [new(null, Hours(8, "core"))] };

    [Fact]
    public void Of_a_share_in_target() => Assert.Equal(
        [
            "all hours counted",
            "time on hold counted",
            "the time between a resolution and a reopening left out",
            "tickets opened again timed to their first resolution",
            "tickets taken by when they were opened",
            "tickets taken by when they were closed",
            "tickets taken by when they were first answered",
            "tickets taken by when their target runs out",
            "the priority taken that a ticket was opened with",
            "cancelled tickets counted",
            "tickets without a time of resolution taken as resolved when closed",
            "all tickets counted",
            "tickets overdue and still open left out",
        ],
        OtherReadings.Of(Kpi("R").Measuring(new RatioOfCounts("a", null, "b", "c")).From(Core with { Where = new(["P1"], [], [], []) }), ["core"]).Select(r => r.InWords));

    /// <summary>A share that reckons no time differs neither by clocks nor by holds; nor is it ever due.</summary>
    [Fact]
    public void Of_a_share_without_time()
    {
        var words = OtherReadings.Of(Kpi("R").From(Asking(TicketQuestion.Escalated)), ["core"]).Select(r => r.InWords).ToList();
        Assert.DoesNotContain(words, w => w.Contains("hours", StringComparison.Ordinal) || w.Contains("hold", StringComparison.Ordinal) || w.Contains("target", StringComparison.Ordinal));
        Assert.Contains("tickets taken by when they were opened", words);
    }

    [Fact]
    public void Of_what_is_not_counted_from_tickets() => Assert.Empty(OtherReadings.Of(Kpi("R"), ["core"]));

    /// <summary>No clock that the rule has already, and each of the others.</summary>
    [Fact]
    public void Of_an_average_by_each_other_clock()
    {
        var average = Pi("R").Measuring(new AverageOfCases("hours", "tickets"), "hours").From(Asking(TicketQuestion.TimeToResolve) with { Clock = "core" });
        Assert.Equal(
            ["all hours counted", "only hours of 'nights' counted"],
            OtherReadings.Of(average, ["core", "nights"]).Select(r => r.InWords).Where(w => w.EndsWith("counted", StringComparison.Ordinal) && w.Contains("hours", StringComparison.Ordinal)));
    }

    /// <summary>
    /// In on Friday 7 June 2024 at 15:00. Resolved on Monday at 12:00: 2 and 3 service hours, and 69 around the clock. Resolved at 22:00 the same
    /// evening: 2 service hours, 7 around the clock. Resolved a week later: late by both. Within the contract's 8 service hours are two of three,
    /// around the clock one of three.
    /// </summary>
    [Fact]
    public void A_reading_gives_other_figures()
    {
        var indicator = Kpi("R").From(Core);
        Assert.Equal((2, 3), InTime(indicator));
        Assert.Equal((1, 3), InTime(OtherReadings.Of(indicator, ["core"]).Single(r => r.InWords == "all hours counted").Indicator));
    }

    /// <summary>As the supplier gave them; no figures agree with other figures, and a level agrees as far as it is rounded: 2 of 3 are 66.67 %.</summary>
    [Theory]
    [InlineData("66.7", true)]
    [InlineData("66.67", true)]
    [InlineData("66.66", false)]
    [InlineData("66.0", false)]
    public void A_level_alone_agrees_as_rounded(string level, bool agrees)
    {
        var stated = Level(level);
        Assert.Equal(agrees, ClaimAgainstTickets.Agrees(Kpi("R").From(Core), Evidence(2, 3), null, (stated.Level, stated.Decimals)));
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(4, 6, false)] // the same level of other cases
    public void Figures_agree_one_by_one(int of, int to, bool agree) =>
        Assert.Equal(agree, ClaimAgainstTickets.Agrees(Kpi("R").From(Core), Evidence(2, 3), Figures(("of", of), ("to", to)), null));

    private static (long Good, long Counted) InTime(Indicator indicator)
    {
        var tally = Tally("2024-06", indicator);
        foreach (var resolved in (string[])["2024-06-10 12:00", "2024-06-07 22:00", "2024-06-14 15:00"]) tally.Add(Ticket("2024-06-07 15:00", resolved));
        return (tally.Counts.Good, tally.Counts.Counted);
    }
}
