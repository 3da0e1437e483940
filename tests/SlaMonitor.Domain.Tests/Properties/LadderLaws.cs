using CsCheck;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Tests.Properties;

public class LadderLaws
{
    private static readonly Gen<Rational> Levels =
        from numerator in Gen.Int[-20_000, 20_000]
        from denominator in Gen.Int[1, 300]
        select Rational.Of(numerator, denominator);

    private static readonly Gen<Ladder> Ladders =
        from better in Gen.Enum<Polarity>()
        from bounds in Gen.Int[0, 1000].ArrayUnique[1, 4]
        from best in Gen.Int[-50, 50]
        select LadderOf(better, bounds, best);

    /// <summary>A level lands on a rung if it reaches the rung's bound and misses the bound of every better one: of all rungs
    /// that is so for exactly one, and it is the one the ladder names.</summary>
    [Fact]
    public void Every_level_lands_on_exactly_one_rung() => Gen.Select(Ladders, Levels).Sample((ladder, level) =>
    {
        var landed = ladder.Rungs.Where((rung, i) => Reaches(ladder, level, rung.Bound) && ladder.Rungs.Take(i).All(r => !Reaches(ladder, level, r.Bound)));
        Assert.Equal(ladder.RungOf(level), Assert.Single(landed));
    });

    /// <summary>A bound itself belongs to its rung.</summary>
    [Fact]
    public void A_bound_belongs_to_the_better_rung() => Ladders.Sample(ladder =>
        Assert.All(ladder.Rungs.Where(r => r.Bound is not null), r => Assert.Equal(r, ladder.RungOf(r.Bound!.Value + (ladder.Best ?? Rational.Zero)))));

    [Fact]
    public void A_better_level_never_costs_more() => Gen.Select(Ladders, Levels, Levels).Sample((ladder, a, b) =>
    {
        var (worse, better) = Badness(ladder, a) >= Badness(ladder, b) ? (a, b) : (b, a);
        Assert.True(ladder.RungOf(better).Points <= ladder.RungOf(worse).Points);
    });

    /// <summary>How far a level is from the best there could be.</summary>
    private static Rational Badness(Ladder ladder, Rational level) => ladder.Better switch
    {
        Polarity.Higher => -level,
        Polarity.Lower => level,
        _ => Rational.Abs(level - ladder.Best!.Value),
    };

    private static bool Reaches(Ladder ladder, Rational level, Rational? bound) =>
        bound is not { } found || Badness(ladder, level) <= (ladder.Better == Polarity.Higher ? -found : found);

    private static Ladder LadderOf(Polarity better, int[] bounds, int best)
    {
        var ordered = (better == Polarity.Higher ? bounds.OrderDescending() : bounds.Order()).Select(b => (Rational?)b).ToList();
        var names = new[] { RungName.Target, RungName.Minor, RungName.Serious, RungName.Severe };
        var rungs = ordered.Select((bound, i) => new Rung(names[i], bound, null, i));
        return new(better, better == Polarity.NearestTo ? best : null, [.. rungs, new(RungName.BelowThreshold, null, null, ordered.Count)]);
    }
}
