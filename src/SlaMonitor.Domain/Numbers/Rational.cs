using System.Globalization;
using System.Numerics;

namespace SlaMonitor.Domain.Numbers;

/// <summary>
/// An exact number: a fraction with a positive denominator. Levels, weights and amounts of money before their one
/// rounding are of this type, so that 143/148 against 96.62 % is decided and not approximated. Nearly every one is two
/// whole numbers of 64 bits and is reckoned with as such. It is brought to lowest terms only where it would not fit
/// otherwise or somebody looks at it; what does not fit even then goes on without limit.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>The powers of ten that fit 64 bits, by exponent.</summary>
    private static readonly long[] Tens = [.. Enumerable.Range(0, 19).Select(e => (long)BigInteger.Pow(10, e))];

    private readonly long _numerator;

    /// <summary>So that the default value of the type is zero, 0/1.</summary>
    private readonly long _denominatorLessOne;

    /// <summary>In lowest terms, in place of the two where either does not fit even so, and only then: a wide number equals no other.</summary>
    private readonly Wide? _wide;

    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Rational(Wide wide) => _wide = wide;

    public static Rational Zero { get; } = new(0, 1);

    public static Rational One { get; } = new(1, 1);

    /// <summary>In lowest terms.</summary>
    public BigInteger Numerator => _wide?.Numerator ?? InLowestTerms()._numerator;

    /// <summary>In lowest terms, and always positive.</summary>
    public BigInteger Denominator => _wide?.Denominator ?? InLowestTerms().Below;

    public bool IsZero => _wide is null && _numerator == 0;

    public int Sign => _wide?.Numerator.Sign ?? Math.Sign(_numerator);

    /// <summary>True where the number can be written out in full as a decimal figure.</summary>
    public bool IsFiniteDecimal => PlacesOf(Denominator) is not null;

    /// <summary>The denominator of a number that is not wide.</summary>
    private long Below => _denominatorLessOne + 1;

    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw DividedByZero();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        return Fitted(numerator / divisor, denominator / divisor);
    }

    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public static Rational Of(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) throw DividedByZero();
        return FitsLong(numerator) && FitsLong(denominator) && denominator > 0
            ? new((long)numerator, (long)denominator)
            : Of((BigInteger)numerator, (BigInteger)denominator);
    }

    public static implicit operator Rational(long value) => value == long.MinValue ? Of((BigInteger)value, 1) : new(value, 1);

    /// <summary>The decimal figure itself, exactly.</summary>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return Of(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    public static Rational operator +(in Rational a, in Rational b)
    {
        if (a._wide is not null || b._wide is not null)
            return Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
        var (sum, below) = a.Below == b.Below
            ? ((Int128)a._numerator + b._numerator, a.Below)
            : (Math.BigMul(a._numerator, b.Below) + Math.BigMul(b._numerator, a.Below), Math.BigMul(a.Below, b.Below));
        return FitsLong(sum) && FitsLong(below) ? new((long)sum, (long)below) : SumInLowestTerms(a.InLowestTerms(), b.InLowestTerms());
    }

    public static Rational operator -(in Rational a, in Rational b) => a + -b;

    public static Rational operator -(in Rational a) => a._wide is { } wide ? new(wide with { Numerator = -wide.Numerator }) : new(-a._numerator, a.Below);

    public static Rational operator *(in Rational a, in Rational b)
    {
        if (a._wide is not null || b._wide is not null) return Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
        var (product, below) = (Math.BigMul(a._numerator, b._numerator), Math.BigMul(a.Below, b.Below));
        return FitsLong(product) && FitsLong(below) ? new((long)product, (long)below) : ProductInLowestTerms(a.InLowestTerms(), b.InLowestTerms());
    }

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Rational operator /(in Rational a, in Rational b) => a * b.Reciprocal();

    public static bool operator ==(in Rational a, in Rational b) => a.Equals(b);

    public static bool operator !=(in Rational a, in Rational b) => !a.Equals(b);

    public static bool operator <(in Rational a, in Rational b) => Compare(a, b) < 0;

    public static bool operator >(in Rational a, in Rational b) => Compare(a, b) > 0;

    public static bool operator <=(in Rational a, in Rational b) => Compare(a, b) <= 0;

    public static bool operator >=(in Rational a, in Rational b) => Compare(a, b) >= 0;

    public static Rational Min(in Rational a, in Rational b) => a <= b ? a : b;

    public static Rational Max(in Rational a, in Rational b) => a >= b ? a : b;

    public static Rational Abs(Rational a) => a.Sign < 0 ? -a : a;

    /// <param name="exponent">Zero or more.</param>
    public static Rational Power(Rational number, int exponent) =>
        Fitted(BigInteger.Pow(number.Numerator, exponent), BigInteger.Pow(number.Denominator, exponent));

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
        if (_wide is null && decimals < Tens.Length)
        {
            var (scale, scaled) = (Tens[decimals], Math.BigMul(_numerator, Tens[decimals]));
            if (FitsLong(scaled)) return new(mode.ToInteger((long)scaled, Below), scale);
            var (whole, rest) = Math.DivRem(_numerator, Below);
            var (scaledWhole, scaledRest) = (Math.BigMul(whole, scale), Math.BigMul(rest, scale));
            // The scale is even here, so that the rest alone says which digit is the even one.
            return FitsLong(scaledRest) ? Of(scaledWhole + mode.ToInteger((long)scaledRest, Below), scale) : Of(mode.ToInteger(scaled, Below), scale);
        }

        var tens = BigInteger.Pow(10, decimals);
        return Of(mode.ToInteger(Numerator * tens, Denominator), tens);
    }

    /// <summary>The whole number it is rounded to, by the stated mode.</summary>
    /// <exception cref="OverflowException">It is of more than 38 digits.</exception>
    public Int128 ToWhole(RoundingMode mode) =>
        _wide is { } wide ? (Int128)mode.ToInteger(wide.Numerator, wide.Denominator) : mode.ToInteger(_numerator, Below);

    public int CompareTo(Rational other) => Compare(this, other);

    public bool Equals(Rational other) => (_wide, other._wide) switch
    {
        (null, null) when Below == other.Below => _numerator == other._numerator,
        (null, null) => Math.BigMul(_numerator, other.Below) == Math.BigMul(other._numerator, Below),
        _ => _wide == other._wide,
    };

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

    private static int Compare(in Rational a, in Rational b)
    {
        if (a._wide is not null || b._wide is not null) return (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);
        return a._denominatorLessOne == b._denominatorLessOne
            ? a._numerator.CompareTo(b._numerator)
            : Math.BigMul(a._numerator, b.Below).CompareTo(Math.BigMul(b._numerator, a.Below));
    }

    private static string Place(BigInteger scaled, int decimals)
    {
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>A fraction that is in lowest terms already, its denominator positive.</summary>
    private static Rational Fitted(BigInteger numerator, BigInteger denominator) =>
        FitsLong(numerator) && FitsLong(denominator) ? new((long)numerator, (long)denominator) : new(new Wide(numerator, denominator));

    /// <inheritdoc cref="Fitted(BigInteger, BigInteger)"/>
    private static Rational Fitted(Int128 numerator, Int128 denominator) =>
        FitsLong(numerator) && FitsLong(denominator) ? new((long)numerator, (long)denominator) : new(new Wide(numerator, denominator));

    /// <summary>The sum of two numbers that are in lowest terms and not wide.</summary>
    private static Rational SumInLowestTerms(Rational a, Rational b)
    {
        var shared = Gcd(a.Below, b.Below);
        var (left, right) = (a.Below / shared, b.Below / shared);
        var sum = Math.BigMul(a._numerator, right) + Math.BigMul(b._numerator, left);
        var below = Math.BigMul(left, b.Below);
        return shared == 1 ? Fitted(sum, below) : Of((BigInteger)sum, (BigInteger)below);
    }

    /// <summary>The product of two numbers that are in lowest terms and not wide.</summary>
    private static Rational ProductInLowestTerms(Rational a, Rational b)
    {
        var (one, other) = (Gcd(Math.Abs(a._numerator), b.Below), Gcd(Math.Abs(b._numerator), a.Below));
        return Fitted(Math.BigMul(a._numerator / one, b._numerator / other), Math.BigMul(a.Below / other, b.Below / one));
    }

    /// <summary>The least number of 64 bits is left out, as it has no counterpart above zero.</summary>
    private static bool FitsLong<T>(T number)
        where T : INumber<T> => number <= T.CreateSaturating(long.MaxValue) && number >= T.CreateSaturating(-long.MaxValue);

    /// <inheritdoc cref="FitsLong{T}"/>
    private static bool FitsLong(Int128 number) => number == (long)number && number != long.MinValue;

    private static long Gcd(long a, long b)
    {
        if (a == 1 || b == 1) return 1;
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    /// <summary>The same number of one that is not wide.</summary>
    private Rational InLowestTerms()
    {
        var divisor = Gcd(Math.Abs(_numerator), Below);
        return divisor == 1 ? this : new(_numerator / divisor, Below / divisor);
    }

    private Rational Reciprocal()
    {
        if (_wide is not null) return Of(_wide.Denominator, _wide.Numerator);
        if (_numerator == 0) throw DividedByZero();
        return _numerator > 0 ? new(Below, _numerator) : new(-Below, -_numerator);
    }

    private static DivideByZeroException DividedByZero() => new("A fraction has no zero denominator.");

    /// <summary>How many decimal places 1/denominator needs, or null where it never ends.</summary>
    private static int? PlacesOf(BigInteger denominator)
    {
        var twos = 0;
        var fives = 0;
        for (; denominator.IsEven; denominator /= 2) twos++;
        for (; (denominator % 5).IsZero; denominator /= 5) fives++;
        return denominator.IsOne ? Math.Max(twos, fives) : null;
    }

    private sealed record Wide(BigInteger Numerator, BigInteger Denominator);
}
