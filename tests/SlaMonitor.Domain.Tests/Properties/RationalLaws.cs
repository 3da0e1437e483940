using System.Numerics;
using CsCheck;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Tests.Properties;

public class RationalLaws
{
    private static readonly Gen<Rational> Any =
        from numerator in Gen.Long[-1_000_000_000_000, 1_000_000_000_000]
        from denominator in Gen.Long[1, 1_000_000]
        select Rational.Of(numerator, denominator);

    /// <summary>Figures a decimal holds exactly, with halves of the last place among them.</summary>
    private static readonly Gen<decimal> Decimals =
        from units in Gen.Int[-2_000_000, 2_000_000]
        from scale in Gen.Int[0, 5]
        select new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale);

    /// <summary>Numbers on both sides of what 64 bits hold: powers of two a little less or more, over the like.</summary>
    private static readonly Gen<(BigInteger Over, BigInteger Under)> Edges =
        from over in Edge
        from under in Edge
        from sign in Gen.Bool
        where !under.IsZero
        select (sign ? over : -over, under);

    private static Gen<BigInteger> Edge => Gen.Select(Gen.Int[0, 70], Gen.Int[-2, 2], (power, more) => BigInteger.Abs(BigInteger.Pow(2, power) + more));

    /// <summary>1/2 and 2/4 are one number, whichever way they came about, to people, to sets and to whoever looks at their terms.</summary>
    [Fact]
    public void A_fraction_is_the_same_in_whatever_terms() => Gen.Select(Any, Gen.Long[1, 1_000_000]).Sample((number, times) =>
    {
        var same = Rational.Of((Int128)number.Numerator * times, (Int128)number.Denominator * times);
        Assert.Equal(number, same);
        Assert.Equal(number.GetHashCode(), same.GetHashCode());
        Assert.Equal((number.Numerator, number.Denominator, number.ToString()), (same.Numerator, same.Denominator, same.ToString()));
        Assert.Equal(0, number.CompareTo(same));
    });

    /// <summary>The model is the definition, in whole numbers without limit.</summary>
    [Fact]
    public void Arithmetic_is_exact_whether_or_not_64_bits_are_enough() => Gen.Select(Edges, Edges, Gen.Enum<RoundingMode>(), Gen.Int[0, 20]).Sample((x, y, mode, places) =>
    {
        var (a, b) = (Rational.Of(x.Over, x.Under), Rational.Of(y.Over, y.Under));
        Is((x.Over * y.Under) + (y.Over * x.Under), x.Under * y.Under, a + b);
        Is((x.Over * y.Under) - (y.Over * x.Under), x.Under * y.Under, a - b);
        Is(x.Over * y.Over, x.Under * y.Under, a * b);
        if (!b.IsZero) Is(x.Over * y.Under, x.Under * y.Over, a / b);
        Assert.Equal((x.Over * y.Under).CompareTo(y.Over * x.Under).CompareTo(0), a.CompareTo(b).CompareTo(0));
        Assert.Equal(x.Over * y.Under == y.Over * x.Under, a == b);
        Assert.Equal(x.Over.Sign, a.Sign);
        Is(mode.ToInteger(x.Over * BigInteger.Pow(10, places), x.Under), BigInteger.Pow(10, places), a.Round(places, mode));
        Assert.Equal(mode.ToInteger(x.Over, x.Under), a.ToWhole(mode));
    });

    /// <summary>The number has that value, and the one form of it.</summary>
    private static void Is(BigInteger over, BigInteger under, Rational number)
    {
        Assert.Equal(over * number.Denominator, number.Numerator * under);
        Assert.True(number.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(number.Numerator, number.Denominator).IsOne);
        Assert.Equal(Rational.Of(over, under), number);
        Assert.Equal(Rational.Of(over, under).GetHashCode(), number.GetHashCode());
    }

    [Fact]
    public void Sums_and_products_commute_and_associate() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal((a + b) + c, a + (b + c));
        Assert.Equal((a * b) * c, a * (b * c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
    });

    [Fact]
    public void Nothing_and_one_are_neutral_and_every_number_has_its_inverses() => Any.Sample(a =>
    {
        Assert.Equal(a, a + Rational.Zero);
        Assert.Equal(a, a * Rational.One);
        Assert.Equal(Rational.Zero, a - a);
        if (!a.IsZero) Assert.Equal(Rational.One, a / a);
        Assert.Equal(Rational.Zero, default);
    });

    /// <summary>Lowest terms and a positive denominator, so that equal numbers are equal in parts and hash.</summary>
    [Fact]
    public void A_number_has_one_form() => Gen.Select(Any, Gen.Long[-1000, 1000]).Sample((a, factor) =>
    {
        if (factor == 0) return;
        var same = Rational.Of(a.Numerator * factor, a.Denominator * factor);
        Assert.Equal((a, a.GetHashCode()), (same, same.GetHashCode()));
        Assert.True(a.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne);
    });

    [Fact]
    public void Order_agrees_with_difference() => Gen.Select(Any, Any).Sample((a, b) =>
    {
        Assert.Equal((a - b).Sign, a.CompareTo(b).CompareTo(0));
        Assert.Equal(a > b, b < a);
        Assert.Equal(a >= b, Rational.Max(a, b) == a);
        Assert.Equal(a <= b, Rational.Min(a, b) == a);
    });

    [Fact]
    public void Arithmetic_agrees_with_decimal_where_that_is_exact() => Gen.Select(Decimals, Decimals).Sample((a, b) =>
    {
        Assert.Equal(a + b, (Rational)a + b);
        Assert.Equal(a - b, (Rational)a - b);
        Assert.Equal(a * b, (Rational)a * b);
        Assert.Equal(a.CompareTo(b), ((Rational)a).CompareTo(b));
    });

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, MidpointRounding.AwayFromZero)]
    [InlineData(RoundingMode.HalfToEven, MidpointRounding.ToEven)]
    [InlineData(RoundingMode.Down, MidpointRounding.ToZero)]
    public void Rounding_agrees_with_decimal(RoundingMode mode, MidpointRounding same) => Gen.Select(Decimals, Gen.Int[0, 4]).Sample((a, places) =>
        Assert.Equal(decimal.Round(a, places, same), ((Rational)a).Round(places, mode)));

    /// <summary>Up is away from zero: the ceiling of what is above, the floor of what is below.</summary>
    [Fact]
    public void Rounding_up_is_away_from_zero() => Gen.Select(Decimals, Gen.Int[0, 4]).Sample((a, places) =>
        Assert.Equal(
            decimal.Round(a, places, a < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
            ((Rational)a).Round(places, RoundingMode.Up)));

    [Fact]
    public void Rounding_moves_less_than_one_place_and_rounding_again_moves_nothing() =>
        Gen.Select(Any, Gen.Int[0, 6], Gen.Enum<RoundingMode>()).Sample((a, places, mode) =>
        {
            var rounded = a.Round(places, mode);
            Assert.True(Rational.Abs(rounded - a) < Rational.Of(1, BigInteger.Pow(10, places)));
            Assert.Equal(rounded, rounded.Round(places, mode));
        });

    [Fact]
    public void What_is_written_is_read_back() => Decimals.Sample(a =>
    {
        Rational number = a;
        Assert.Equal(number, Rational.Parse(number.ToString()));
        Assert.Equal(number, Rational.Parse(number.ToText(5)));
    });

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData(" 5")]
    [InlineData("5 %")]
    [InlineData("--5")]
    [InlineData("1.2.3")]
    [InlineData("٣")] // an Arabic three is a digit, but not a plain one
    [InlineData("1234567890123456789")] // 19 digits
    [InlineData("0.1234567890123")] // 13 places
    public void What_is_no_plain_figure_is_not_read(string text) => Assert.False(Rational.TryParse(text, out _));

    [Theory]
    [InlineData("99.5", "99.5")]
    [InlineData("99.50", "99.5")]
    [InlineData("-0", "0")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("007", "7")]
    public void A_plain_figure_is_read(string text, string written) => Assert.Equal(written, Rational.Parse(text).ToString());

    [Fact]
    public void A_number_without_end_is_written_as_a_fraction() => Assert.Equal(("143/148", "0.97"), (Rational.Of(143, 148).ToString(), Rational.Of(143, 148).ToText(2)));

    [Theory]
    [InlineData(941250, "£9,412.50", "9412.50")]
    [InlineData(-300, "-£3.00", "-3.00")]
    [InlineData(5, "£0.05", "0.05")]
    [InlineData(-5, "-£0.05", "-0.05")]
    [InlineData(0, "£0.00", "0.00")]
    public void Money_is_written_in_pounds_and_pence(long pence, string people, string programs) =>
        Assert.Equal((people, programs), (new Money(pence).ToString(), new Money(pence).ToPlainText()));
}
