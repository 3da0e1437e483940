using System.Globalization;
using System.Numerics;

namespace SlaMonitor.Domain.Numbers;

/// <summary>
/// An exact number: a fraction in lowest terms with a positive denominator. Levels, weights and amounts of money
/// before their one rounding are of this type, so that 143/148 against 96.62 % is decided and not approximated.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        _denominator = denominator;
    }

    public static Rational Zero { get; } = new(0, 1);

    public static Rational One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    /// <summary>Always positive; the default value of the type is zero, 0/1.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    /// <summary>True where the number can be written out in full as a decimal figure.</summary>
    public bool IsFiniteDecimal => PlacesOf(Denominator) is not null;

    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A fraction has no zero denominator.");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        return divisor.IsOne ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }

    public static implicit operator Rational(long value) => new(value, 1);

    /// <summary>The decimal figure itself, exactly.</summary>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return Of(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    public static Rational operator +(Rational a, Rational b) =>
        Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Rational operator /(Rational a, Rational b) =>
        Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    public static Rational Abs(Rational a) => a.Sign < 0 ? -a : a;

    /// <param name="exponent">Zero or more.</param>
    public static Rational Power(Rational number, int exponent) =>
        new(BigInteger.Pow(number.Numerator, exponent), BigInteger.Pow(number.Denominator, exponent));

    /// <summary>Reads a plain decimal figure: an optional minus, digits, an optional point and digits. No signs of
    /// grouping, no exponent, at most 18 digits before and 12 after the point.</summary>
    public static bool TryParse(string text, out Rational value)
    {
        value = Zero;
        var digits = text.StartsWith('-') ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        if (whole.Length is 0 or > 18 || fraction.Length > 12 || (point >= 0 && fraction.Length == 0)) return false;
        if (!whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit)) return false;
        var numerator = BigInteger.Parse(whole + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        value = Of(text.StartsWith('-') ? -numerator : numerator, BigInteger.Pow(10, fraction.Length));
        return true;
    }

    /// <exception cref="FormatException">The text is not a plain decimal figure.</exception>
    public static Rational Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a plain decimal figure.");

    /// <summary>The number to so many decimal places, by the stated mode.</summary>
    public Rational Round(int decimals, RoundingMode mode)
    {
        var scale = BigInteger.Pow(10, decimals);
        return Of(mode.ToInteger(Numerator * scale, Denominator), scale);
    }

    public int CompareTo(Rational other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The number rounded half away from zero to exactly so many decimal places, for showing.</summary>
    public string ToText(int decimals)
    {
        var scaled = RoundingMode.HalfAwayFromZero.ToInteger(Numerator * BigInteger.Pow(10, decimals), Denominator);
        return Place(scaled, decimals);
    }

    /// <summary>The number in full where it has an end (99.5), otherwise as a fraction (143/148).</summary>
    public override string ToString() => PlacesOf(Denominator) is { } places
        ? Place(Numerator * (BigInteger.Pow(10, places) / Denominator), places)
        : $"{Numerator}/{Denominator}";

    private static string Place(BigInteger scaled, int decimals)
    {
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>How many decimal places 1/denominator needs, or null where it never ends.</summary>
    private static int? PlacesOf(BigInteger denominator)
    {
        var twos = 0;
        var fives = 0;
        for (; denominator.IsEven; denominator /= 2) twos++;
        for (; (denominator % 5).IsZero; denominator /= 5) fives++;
        return denominator.IsOne ? Math.Max(twos, fives) : null;
    }
}
