using CsCheck;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Tests.Properties;

public class RootLaws
{
    /// <summary>Half a step to either side of the root lies on either side of the number.</summary>
    [Fact]
    public void A_root_is_the_nearest_there_is() => Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Long[1, 1_000_000], Gen.Int[1, 100], Gen.Int[0, 6]).Sample(
        (top, bottom, degree, decimals) =>
        {
            var number = Rational.Of(top, bottom);
            var root = Roots.Of(number, degree, decimals);
            var half = Rational.Of(1, 2 * System.Numerics.BigInteger.Pow(10, decimals));
            Assert.True(Rational.Power(root + half, degree) > number);
            Assert.True(root.IsZero || Rational.Power(root - half, degree) <= number);
        },
        iter: 300);

    [Theory]
    [InlineData("2", 2, 6, "1.414214")]
    [InlineData("0.25", 2, 0, "1")] // a half, away from zero
    [InlineData("27", 3, 4, "3")]
    [InlineData("0", 100, 4, "0")]
    public void Known_roots(string number, int degree, int decimals, string root) =>
        Assert.Equal(Rational.Parse(root), Roots.Of(Rational.Parse(number), degree, decimals));
}
