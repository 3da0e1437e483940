using System.Numerics;

namespace SlaMonitor.Domain.Numbers;

/// <summary>Roots in whole-number arithmetic: what has no end as a decimal has a stated number of places.</summary>
public static class Roots
{
    /// <summary>The root of a number of zero or more to so many decimal places, halves away from zero: exactly the figure
    /// that rounding the true root gives.</summary>
    /// <param name="degree">1 or more; 2 is the square root.</param>
    public static Rational Of(Rational number, int degree, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number.Sign);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        var scaled = number.Numerator * BigInteger.Pow(10, decimals * degree);
        var below = WholeRoot(scaled / number.Denominator, degree);
        var isAbove = BigInteger.Pow((2 * below) + 1, degree) * number.Denominator <= scaled * BigInteger.Pow(2, degree);
        return Rational.Of(isAbove ? below + 1 : below, BigInteger.Pow(10, decimals));
    }

    /// <summary>The greatest whole number whose power is no more than the given one, by halving what it may be.</summary>
    private static BigInteger WholeRoot(BigInteger power, int degree)
    {
        var (least, most) = (BigInteger.Zero, BigInteger.Pow(2, (int)((power.GetBitLength() / degree) + 1)));
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (BigInteger.Pow(middle, degree) <= power) least = middle;
            else most = middle - 1;
        }

        return least;
    }
}
