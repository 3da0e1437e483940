using System.Numerics;

namespace SlaMonitor.Domain.Numbers;

/// <summary>How a contract rounds. The default everywhere is <see cref="HalfAwayFromZero"/>.</summary>
public enum RoundingMode
{
    HalfAwayFromZero,
    HalfToEven,
    Down,
    Up,
}

/// <summary>The integer a fraction is rounded to under each mode.</summary>
public static class RoundingModes
{
    /// <param name="denominator">Positive.</param>
    public static BigInteger ToInteger(this RoundingMode mode, BigInteger numerator, BigInteger denominator)
    {
        var towardsZero = BigInteger.DivRem(numerator, denominator, out var rest);
        if (rest.IsZero) return towardsZero;
        var half = (2 * BigInteger.Abs(rest)).CompareTo(denominator);
        var away = mode switch
        {
            RoundingMode.HalfAwayFromZero => half >= 0,
            RoundingMode.HalfToEven => half > 0 || (half == 0 && !towardsZero.IsEven),
            RoundingMode.Down => false,
            RoundingMode.Up => true,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a rounding mode."),
        };
        return away ? towardsZero + numerator.Sign : towardsZero;
    }

    public static string InWords(this RoundingMode mode) => mode switch
    {
        RoundingMode.HalfAwayFromZero => "halves away from zero",
        RoundingMode.HalfToEven => "halves to the even digit",
        RoundingMode.Down => "towards zero",
        RoundingMode.Up => "away from zero",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a rounding mode."),
    };
}
