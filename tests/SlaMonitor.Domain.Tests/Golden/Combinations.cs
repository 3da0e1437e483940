using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>
/// Every way to combine indicators, from three parts in April 2024, each against 90 %: A 80 of 100, 80 %, failed; B 19 of
/// 20, 95 %, met; C 270 of 300, 90 %, met. Then the same with C's figure missing, under each rule for a missing part.
/// </summary>
public class Combinations
{
    private static readonly SupplierReturn Whole = Return("2024-04").Counting("A", 80, 100).Counting("B", 19, 20).Counting("C", 270, 300);
    private static readonly SupplierReturn WithoutC = Return("2024-04").Counting("A", 80, 100).Counting("B", 19, 20);

    /// <summary>(50 x 80 + 20 x 95 + 30 x 90) / 100 = (4,000 + 1,900 + 2,700) / 100 = 86.
    /// Without C: renormalised (4,000 + 1,900) / 70 = 590/7 = 84.29; as zero 5,900 / 100 = 59; or none.</summary>
    [Fact]
    public void Weighted_mean_of_levels() =>
        Gives(missing => new Combination.WeightedMean(Weights, [], missing), "86", Rational.Of(590, 7), N("59"));

    /// <summary>Scales: A from 70 to 90, so (80 - 70) / 20 = 50; B from 80 to 95, so 100; C from 60 to 100, so 75.
    /// (50 x 50 + 20 x 100 + 30 x 75) / 100 = (2,500 + 2,000 + 2,250) / 100 = 67.5.
    /// Without C: renormalised 4,500 / 70 = 450/7 = 64.29; as zero 45; or none.</summary>
    [Fact]
    public void Weighted_mean_of_scores() =>
        Gives(missing => new Combination.WeightedMean(Weights, Scales, missing), "67.5", Rational.Of(450, 7), N("45"));

    /// <summary>Scores as above: the least of 50, 100 and 75. Without C: 50; as zero 0; or none.</summary>
    [Fact]
    public void Worst_of_scores() => Gives(missing => new Combination.WorstOf(Scales, missing), "50", N("50"), N("0"));

    /// <summary>B and C are critical and met: yes. Without C: B alone, yes; as failed no; or none.</summary>
    [Fact]
    public void Gate() => Gives(missing => new Combination.Gate(["B", "C"], missing), "1", N("1"), N("0"));

    [Fact]
    public void Gate_fails_with_any_critical_part() => Gives(missing => new Combination.Gate(["A", "B"], missing), "0", N("0"), N("0"), noResult: N("0"));

    /// <summary>2 of 3 met: B and C are, yes. Without C: renormalised, 1 of 2 met is less than 2 of 3, no.</summary>
    [Fact]
    public void K_of_n() => Gives(missing => new Combination.KOfN(2, ["A", "B", "C"], missing), "1", N("0"), N("0"));

    /// <summary>2 of B and C met: yes. Without C: renormalised, 1 of 1 is as much as 2 of 2, yes; as failed 1 of 2, no; or none.</summary>
    [Fact]
    public void K_of_n_tells_the_missing_part_rules_apart() => Gives(missing => new Combination.KOfN(2, ["B", "C"], missing), "1", N("1"), N("0"));

    /// <summary>(80 + 19 + 270) / (100 + 20 + 300) = 369 / 420 = 87.857 %; the mean of the rates would be (80 + 95 + 90) / 3 =
    /// 88.33 %. Without C: (80 + 19) / 120 = 82.5 %; or none. As zero is not offered: nobody knows how many cases failed.</summary>
    [Fact]
    public void Pooled_rate()
    {
        Assert.Equal(Rational.Of(369, 420) * 100, Composed(new Combination.PooledRate(Parts, MissingPart.NoResult), Whole).Level);
        Assert.Equal(N("82.5"), Composed(new Combination.PooledRate(Parts, MissingPart.Renormalise), WithoutC).Level);
        Assert.Null(Composed(new Combination.PooledRate(Parts, MissingPart.NoResult), WithoutC).Level);
    }

    /// <summary>C without activity is no missing part but none of no cases, whichever way its return says so: (80 + 19) / 120 = 82.5 %.</summary>
    [Fact]
    public void Pooled_rate_with_a_part_without_activity()
    {
        foreach (var supplied in new[] { WithoutC.With("C", Nothing), WithoutC.Counting("C", 0, 0) })
        {
            var pooled = Composed(new Combination.PooledRate(Parts, MissingPart.NoResult), supplied);
            Assert.Equal(N("82.5"), pooled.Level);
            Assert.Equal(["80 of 100 cases", "19 of 20 cases", "0 of 0 cases", "82.5 %"], pooled.Working().Select(line => line.Outcome).Take(4));
        }
    }

    /// <summary>B and C of A, B and C: 66.67 %. Without C the share is of what was measured: 1 of 2, 50 %.</summary>
    [Fact]
    public void Share_met()
    {
        Assert.Equal(Rational.Of(200, 3), Composed(new Combination.ShareMet(Parts), Whole).Level);
        Assert.Equal(N("50"), Composed(new Combination.ShareMet(Parts), WithoutC).Level);
    }

    /// <summary>The worst of 80, 95 and 90 % is 80; without C the worst is 80 still. A missing C as zero would be 0.</summary>
    [Fact]
    public void Worst_level() => Gives(missing => new Combination.WorstLevel(Parts, missing), "80", 80, 0);

    /// <summary>Scores of 50, 100 and 75 to the powers 50, 20 and 30, and of the product the root by 100:
    /// 50^0.5 x 100^0.2 x 75^0.3 = 7.071068 x 2.511886 x 3.651896 = 64.864. Without C (50^50 x 100^20)^(1/70) =
    /// 50 x 2^(2/7) = 60.951. One score of zero makes it zero.</summary>
    [Fact]
    public void Geometric_mean() => Gives(missing => new Combination.GeometricMean(Weights, Scales, 3, missing), "64.864", N("60.951"), 0);

    /// <summary>Targets of 90 %: A 80 / 90, B 95 / 90, C 90 / 90. Weighted 50, 20, 30: uncapped (50 x 80 + 20 x 95 + 30 x 90) / 90 =
    /// 8,600 / 90 = 95.56; B capped at 90 / 90, (4,000 + 1,800 + 2,700) / 90 = 94.44.</summary>
    [Fact]
    public void Distance_to_target()
    {
        Assert.Equal(Rational.Of(8600, 90), Composed(new Combination.DistanceToTarget(Weights, false, MissingPart.NoResult), Whole).Level);
        Assert.Equal(Rational.Of(8500, 90), Composed(new Combination.DistanceToTarget(Weights, true, MissingPart.NoResult), Whole).Level);
    }

    /// <summary>A fails its target (2 points), B and C are on it (10 each). Sum 22, mean 22 / 3, worst 2. Without C the sum of 12
    /// of two parts is scaled to three, 18.</summary>
    [Theory]
    [InlineData(TakenScores.Sum, 22, 1, 18)]
    [InlineData(TakenScores.Mean, 22, 3, 6)]
    [InlineData(TakenScores.Worst, 2, 1, 2)]
    public void Band_score(TakenScores taken, int whole, int by, int withoutC)
    {
        var band = new Combination.BandScore(Parts, [KeyValuePair.Create(RungName.Target, 10), KeyValuePair.Create(RungName.Failed, 2)], taken, MissingPart.Renormalise);
        Assert.Equal(Rational.Of(whole, by), Composed(band, Whole).Level);
        Assert.Equal(withoutC, Composed(band, WithoutC).Level);
    }

    /// <summary>Scores are clipped to 0 and 100: 60 % on a scale from 70 to 90 is 0, not -50; where lower is better the worst is
    /// the greater figure: 12 on a scale from 20 to 10 is 80.</summary>
    [Theory]
    [InlineData("60", "70", "90", "0")]
    [InlineData("95", "70", "90", "100")]
    [InlineData("75", "70", "90", "25")]
    [InlineData("12", "20", "10", "80")]
    [InlineData("25", "20", "10", "0")]
    public void Scores_lie_between_0_and_100(string level, string worst, string best, string score) =>
        Assert.Equal(N(score), new MinMax(N(worst), N(best)).Score(N(level)));

    /// <summary>Composites of composites: the gate over B and C is yes (1), so on a scale from 0 to 1 it scores 100; with A's 50
    /// at equal weights 75. The file may have them in any order.</summary>
    [Fact]
    public void Nested()
    {
        var outer = Composite("TOP", new Combination.WeightedMean([Weight("GATE", "50"), Weight("A", "50")], [Scale("GATE", "0", "1"), Scale("A", "70", "90")], MissingPart.NoResult));
        var gate = Composite("GATE", new Combination.Gate(["B", "C"], MissingPart.NoResult));
        var assessed = Contract([outer, gate, .. Parts.Select(Part)]).Assessed("2024-05-20", Whole);
        Assert.Equal(N("75"), assessed.In("2024-04").Of("TOP").Level);
        Assert.Equal(["TOP", "GATE", "A", "B", "C"], assessed.In("2024-04").Results.Select(r => r.Indicator.Code));
    }

    /// <summary>A composite on a ladder costs points as any KPI: 86 against 90 is below its threshold.</summary>
    [Fact]
    public void A_composite_is_judged_by_its_ladder()
    {
        var composite = Composite("TOP", new Combination.WeightedMean(Weights, [], MissingPart.NoResult)).On(HigherIsBetter("90", ("88", 1), (null, 3)));
        var result = Contract([composite, .. Parts.Select(Part)]).Assessed("2024-05-20", Whole).In("2024-04").Of("TOP");
        Assert.Equal((new Outcome.Failed(RungName.BelowThreshold, null), 3), (result.Outcome, result.Points));
    }

    private static readonly string[] Parts = ["A", "B", "C"];

    private static KeyValuePair<string, Rational>[] Weights => [Weight("A", "50"), Weight("B", "20"), Weight("C", "30")];

    private static KeyValuePair<string, MinMax>[] Scales => [Scale("A", "70", "90"), Scale("B", "80", "95"), Scale("C", "60", "100")];

    private static Indicator Part(string code) => Pi(code).On(Ladder.TargetOnly(Polarity.Higher, 90, 0));

    /// <summary>With all parts; then without C renormalised, as zero, and with no result.</summary>
    private static void Gives(Func<MissingPart, Combination> combination, string whole, Rational renormalised, Rational asZero, Rational? noResult = null)
    {
        foreach (var missing in Enum.GetValues<MissingPart>()) Assert.Equal(N(whole), Composed(combination(missing), Whole).Level);
        Assert.Equal(renormalised, Composed(combination(MissingPart.Renormalise), WithoutC).Level);
        Assert.Equal(asZero, Composed(combination(MissingPart.Zero), WithoutC).Level);
        Assert.Equal(noResult, Composed(combination(MissingPart.NoResult), WithoutC).Level);
    }

    private static IndicatorResult Composed(Combination combination, SupplierReturn supplied) =>
        Contract([Composite("TOP", combination), .. Parts.Select(Part)])
            .When(missing: Absence.NotScored, figureMissing: Absence.NotScored)
            .Assessed("2024-05-20", supplied).In("2024-04").Of("TOP");
}
