using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>What many tickets come to.</summary>
public sealed class TicketTallyTests
{
    private static readonly ExtractFacts Facts = new(new('a', 64), 10, 0, 10, 0);

    /// <summary>Ten tickets of 1 to 10 hours.</summary>
    private static readonly int[] OneToTen = [.. Enumerable.Range(1, 10)];

    /// <summary>Of ten in order: 90 % do not exceed the 9th; 91 % of ten are 9.1, so the 10th; 5 % are 0.5, so the first. On the line from the
    /// least at 0 % to the greatest at 100 % the nine steps between make 90 % the place 8.1 after the first: a tenth from 9 to 10.</summary>
    [Theory]
    [InlineData(90, PercentileDefinition.NearestRank, "9")]
    [InlineData(91, PercentileDefinition.NearestRank, "10")]
    [InlineData(5, PercentileDefinition.NearestRank, "1")]
    [InlineData(50, PercentileDefinition.NearestRank, "5")]
    [InlineData(90, PercentileDefinition.LinearInterpolation, "9.1")]
    [InlineData(50, PercentileDefinition.LinearInterpolation, "5.5")]
    [InlineData(99, PercentileDefinition.LinearInterpolation, "9.91")]
    public void A_percentile(int rank, PercentileDefinition definition, string hours)
    {
        var evidence = Taking(Hourly(new StatedPercentile("hours", rank, definition)), OneToTen.Reverse());
        Assert.Equal(N(hours), evidence.Level);
        Assert.Empty(evidence.Figures.All);
    }

    [Fact]
    public void A_percentile_of_no_tickets_is_none() => Assert.Null(Taking(Hourly(new StatedPercentile("hours", 90, PercentileDefinition.NearestRank)), []).Level);

    /// <summary>1 + 2 + ... + 10 = 55 hours over 10 tickets are 5.5; of three tickets of an hour and 20 minutes more in all it is 10/9.</summary>
    [Fact]
    public void An_average()
    {
        var evidence = Taking(Hourly(new AverageOfCases("hours", "tickets")), OneToTen);
        Assert.Equal(((Rational)55, (Rational)10), (evidence.Figures["total"], evidence.Figures["cases"]));
        Assert.Equal(N("5.5"), ClaimAgainstTickets.LevelOf(Hourly(new AverageOfCases("hours", "tickets")), evidence));
        var tally = Tally("2024-06", Hourly(new AverageOfCases("hours", "tickets")));
        foreach (var end in (string[])["10:00", "10:00", "10:20"]) tally.Add(Ticket("2024-06-03 09:00", $"2024-06-03 {end}"));
        Assert.Equal(Rational.Of(10, 3), tally.Evidence(Facts).Figures["total"]);
    }

    /// <summary>Target 8 hours, a twentieth of which are 24 minutes: 10 tickets, of 1 to 10 hours, 8 of them in time.</summary>
    [Fact]
    public void A_share_and_what_failed_of_it()
    {
        Assert.Equal([Of<Rational>("of", 8), Of<Rational>("to", 10)], Taking(Kpi("R").From(InTarget), OneToTen).Figures.All);
        Assert.Equal([Of<Rational>("allBut", 2), Of<Rational>("to", 10)], Taking(Kpi("R").Measuring(new RatioOfCounts(null, "late", "cases")).From(InTarget), OneToTen).Figures.All);
        Assert.Equal([Of<Rational>("count", 8)], Taking(Pi("R").Measuring(new Count("in time"), "tickets").From(InTarget) with { Ladder = null }, OneToTen).Figures.All);
        Assert.Equal([Of<Rational>("openOverdue", 0), Of<Rational>("of", 8), Of<Rational>("to", 10)], Taking(Kpi("R").Measuring(new RatioOfCounts("a", null, "b", "c")).From(InTarget), OneToTen).Figures.All.OrderBy(f => f.Key.Length * -1));
    }

    /// <summary>A twentieth of 8 hours are 24 minutes: from 07:36 on, not at it, to 08:00 is just in time, to 08:24 just late.</summary>
    [Theory]
    [InlineData("16:36", 0, 0)]
    [InlineData("16:37", 1, 0)]
    [InlineData("17:00", 1, 0)]
    [InlineData("17:01", 0, 1)]
    [InlineData("17:24", 0, 1)]
    [InlineData("17:25", 0, 0)]
    public void Just_in_time_and_just_late(string resolved, int inTime, int late)
    {
        var tally = Tally("2024-06", Kpi("R").From(InTarget));
        tally.Add(Ticket("2024-06-03 09:00", $"2024-06-03 {resolved}"));
        Assert.Equal((inTime, late), (tally.Counts.JustInTime, tally.Counts.JustLate));
    }

    /// <summary>Six hours, P1 within 4 and P2 within 8: opened as the first, resolved as the second; and where only P1 is asked for, out of it.</summary>
    [Theory]
    [InlineData(1, 2, true, false, 1)]
    [InlineData(1, 2, false, false, 1)]
    [InlineData(2, 1, true, false, 0)] // raised
    [InlineData(2, 2, true, false, 0)]
    [InlineData(0, 2, true, false, 0)] // given its first
    [InlineData(1, 2, true, true, 0)] // within both
    public void A_failure_spared_by_a_lowered_priority(int first, int last, bool isAskedFor, bool isQuick, int lowered)
    {
        var rule = InTarget with { Targets = [new("P1", Hours(4)), new("P2", Hours(8))], Where = isAskedFor ? TicketSelection.All : new(["P1"], [], [], []) };
        var tally = Tally("2024-06", Kpi("R").From(rule), Updates);
        tally.Add(Ticket("2024-06-03 09:00", isQuick ? "2024-06-03 10:00" : "2024-06-03 15:00") with
        {
            Priority = (short)last,
            Past = new(At("2024-06-03 15:00"), (short)first, At("2024-06-03 14:00"), Stretches.None, Stretches.None),
        });
        Assert.Equal(lowered, tally.Counts.Lowered);
    }

    /// <summary>Only where time on hold does not count is it something left out.</summary>
    [Theory]
    [InlineData(HoldRule.Excluded, 1)]
    [InlineData(HoldRule.Counted, 0)]
    public void Paused_tickets_are_told(HoldRule holds, int paused)
    {
        var tally = Tally("2024-06", Kpi("R").From(InTarget with { Holds = holds }));
        tally.Add(Ticket("2024-06-03 09:00", "2024-06-03 10:00") with { HeldSeconds = 60 });
        Assert.Equal(paused, tally.Counts.Paused);
    }

    private static TicketEvidence Taking(Indicator indicator, IEnumerable<int> hours)
    {
        var tally = Tally("2024-06", indicator);
        foreach (var hour in hours) tally.Add(Ticket("2024-06-03 09:00", $"2024-06-03 {9 + hour:00}:00"));
        return tally.Evidence(Facts);
    }

    private static Indicator Hourly(Measure measure) => Pi("R").Measuring(measure, "hours").From(Asking(TicketQuestion.TimeToResolve)) with { Ladder = null };
}
