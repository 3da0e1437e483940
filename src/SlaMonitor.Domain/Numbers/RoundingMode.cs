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
    public static T ToInteger<T>(this RoundingMode mode, T numerator, T denominator)
        where T : IBinaryInteger<T>
    {
        var (towardsZero, remainder) = T.DivRem(numerator, denominator);
        if (T.IsZero(remainder)) return towardsZero;
        var rest = T.Abs(remainder);
        var half = rest.CompareTo(denominator - rest);
        var away = mode switch
        {
            RoundingMode.HalfAwayFromZero => half >= 0,
            RoundingMode.HalfToEven => half > 0 || (half == 0 && !T.IsEvenInteger(towardsZero)),
            RoundingMode.Down => false,
            RoundingMode.Up => true,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a rounding mode."),
        };
        return !away ? towardsZero : T.IsNegative(numerator) ? towardsZero - T.One : towardsZero + T.One;
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
