using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>
/// A number as a workbook writes it, made the figure that was meant. Spreadsheets keep numbers in binary and write 96.62 as
/// 96.620000000000005: 17 digits, of which they show and take in 15. So the figure is the exact number rounded to 15
/// significant digits and 12 decimal places, half away from zero, in decimal arithmetic.
/// </summary>
/// <param name="IsRounded">The number had more digits than its binary form accounts for, as 2/3 has: it was worked out.</param>
internal readonly partial record struct SheetFigure(Rational Value, bool IsRounded)
{
    private const int ShownDigits = 15;
    private const int MostPlaces = 12;

    /// <summary>The distance between neighbouring binary numbers near 1, as a share of the number.</summary>
    private static readonly Rational BinaryNoise = Rational.Of(1, BigInteger.Pow(2, 52));

    /// <summary>False where the text is no number or not one of figures people write.</summary>
    /// <param name="times">100 where the cell shows per cent.</param>
    public static bool TryParse(string text, int times, out SheetFigure figure)
    {
        figure = default;
        if (text.Length > 60 || Number().Match(text) is not { Success: true } parts) return false;
        var exponent = parts.Groups[4].Success ? int.Parse(parts.Groups[4].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        if (Math.Abs(exponent) > 40) return false;
        var fraction = parts.Groups[3].Value;
        var digits = BigInteger.Parse(parts.Groups[2].Value + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        var exact = times * Scaled(parts.Groups[1].Length > 0 ? -digits : digits, exponent - fraction.Length);
        var shown = exact.Round(PlacesShown(exact), RoundingMode.HalfAwayFromZero);
        figure = new(shown, Rational.Abs(shown - exact) > Rational.Abs(exact) * BinaryNoise);
        return true;
    }

    /// <summary>The figure in full, with at least so many decimal places.</summary>
    public string ToText(int places)
    {
        var text = Value.ToString();
        var point = text.IndexOf('.');
        return (point < 0 ? 0 : text.Length - point - 1) >= places ? text : Value.ToText(places);
    }

    private static Rational Scaled(BigInteger digits, int power) =>
        power < 0 ? Rational.Of(digits, BigInteger.Pow(10, -power)) : Rational.Of(digits * BigInteger.Pow(10, power), 1);

    private static int PlacesShown(Rational exact)
    {
        var whole = BigInteger.Abs(exact.Numerator) / exact.Denominator;
        return whole.IsZero ? MostPlaces : Math.Clamp(ShownDigits - whole.ToString(CultureInfo.InvariantCulture).Length, 0, MostPlaces);
    }

    [GeneratedRegex(@"\A(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?\z")]
    private static partial Regex Number();
}
