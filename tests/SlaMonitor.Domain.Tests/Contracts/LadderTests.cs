using SlaMonitor.Domain.Contracts;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Contracts;

public class LadderTests
{
    /// <summary>At most 5 % on target, up to 8 one point, up to 12 two, above three: ceilings belong to the better rung.</summary>
    [Theory]
    [InlineData("5", 0)]
    [InlineData("5.01", 1)]
    [InlineData("8", 1)]
    [InlineData("12", 2)]
    [InlineData("12.01", 3)]
    public void Lower_is_better(string level, int points) =>
        Assert.Equal(points, LadderOf(Polarity.Lower, null, "5", ("8", 1), ("12", 2), (null, 3)).RungOf(N(level)).Points);

    /// <summary>Within 2 of 50 on target, within 5 one point, farther two.</summary>
    [Theory]
    [InlineData("48", 0)]
    [InlineData("52", 0)]
    [InlineData("52.01", 1)]
    [InlineData("45", 1)]
    [InlineData("44.99", 2)]
    [InlineData("55.01", 2)]
    public void Nearest_to_is_better(string level, int points) =>
        Assert.Equal(points, LadderOf(Polarity.NearestTo, "50", "2", ("5", 1), (null, 2)).RungOf(N(level)).Points);

    [Fact]
    public void Rungs_may_come_in_any_order() => Assert.Equal(
        [RungName.Target, RungName.Minor, RungName.BelowThreshold],
        new Ladder(Polarity.Higher, null, [new(RungName.BelowThreshold, null, null, 2), new(RungName.Target, 99, null, 0), new(RungName.Minor, 98, null, 1)]).Rungs.Select(r => r.Name));

    /// <summary>A contract that prints both edges may do so, as long as nothing lies between: 98 to under 99.</summary>
    [Fact]
    public void An_outer_edge_that_fits_is_accepted() =>
        Assert.Equal(2, new Ladder(Polarity.Higher, null, [new(RungName.Target, 99, null, 0), new(RungName.Failed, null, 99, 1)]).Rungs.Count);
}
