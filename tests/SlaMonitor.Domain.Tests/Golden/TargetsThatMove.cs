using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>BVPI 157 after Harrow's report of 2005: e-enabled interaction types / capable types, 100 % by 31 December 2005.
/// The milestone of 85 % by 30 September is an illustration.</summary>
public class TargetsThatMove
{
    private static Trajectory To100(BetweenMilestones between) =>
        new(Polarity.Higher, [new(Day("2005-09-30"), 85), new(Day("2005-12-31"), 100)], between, 2);

    /// <summary>From 30 September to 31 December are 92 days. By 31 October 31 of them have gone: 85 + 15 x 31 / 92 = 90.054...;
    /// by 30 November 61: 85 + 15 x 61 / 92 = 94.946.</summary>
    [Theory]
    [InlineData(BetweenMilestones.Step, "2005-10-31", 85, 1)]
    [InlineData(BetweenMilestones.Step, "2005-12-30", 85, 1)]
    [InlineData(BetweenMilestones.Step, "2005-12-31", 100, 1)]
    [InlineData(BetweenMilestones.Linear, "2005-09-30", 85, 1)]
    [InlineData(BetweenMilestones.Linear, "2005-10-31", (85 * 92) + (15 * 31), 92)]
    [InlineData(BetweenMilestones.Linear, "2005-11-30", (85 * 92) + (15 * 61), 92)]
    [InlineData(BetweenMilestones.Linear, "2005-12-31", 100, 1)]
    [InlineData(BetweenMilestones.Linear, "2006-06-30", 100, 1)]
    public void The_target_of_a_day(BetweenMilestones between, string day, int numerator, int denominator) =>
        Assert.Equal(Rational.Of(numerator, denominator), To100(between).TargetOn(Day(day)));

    /// <summary>87 % all along: no target in August; met in September (85); in October 87 is above 85 but below 90.05; in
    /// December below 100 either way.</summary>
    [Theory]
    [InlineData(BetweenMilestones.Step, new[] { "not scored: no target applies", "met", "met", "met", "target missed" })]
    [InlineData(BetweenMilestones.Linear, new[] { "not scored: no target applies", "met", "target missed", "target missed", "target missed" })]
    public void A_level_is_held_against_the_target_of_the_periods_last_day(BetweenMilestones between, string[] outcomes)
    {
        var bvpi157 = Kpi("BVPI157").Measuring(new RatioOfCounts("types e-enabled", null, "types capable")) with { Ladder = null, Trajectory = To100(between) };
        var returns = new[] { "2005-08", "2005-09", "2005-10", "2005-11", "2005-12" }.Select(m => Return(m).Counting("BVPI157", 87, 100));
        var assessed = Contract(bvpi157).Lasting("2005-08-01", "1 year").Due("30 days").Assessed("2006-01-20", returns);
        Assert.Equal(outcomes, assessed.Periods.Select(p => p.Of("BVPI157").Outcome.InWords()));
        Assert.Equal(outcomes.Select(o => o == "target missed" ? 2 : 0), assessed.PointsOf("BVPI157"));
    }

    /// <summary>Lower is better: 40 outstanding by June, 10 by December.</summary>
    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_falling_target_is_a_ceiling(int outstanding, bool isMet)
    {
        var stock = Kpi("S").Measuring(new Stock("requests outstanding"), "requests") with
        {
            Better = Polarity.Lower,
            Ladder = null,
            Trajectory = new(Polarity.Lower, [new(Day("2024-06-30"), 40), new(Day("2024-12-31"), 10)], BetweenMilestones.Step, 1),
        };
        var result = Contract(stock).Assessed("2024-07-20", Return("2024-06").With("S", Measured(("stock", outstanding)))).In("2024-06").Of("S");
        Assert.Equal(isMet, result.Outcome is Outcome.Met);
    }
}
