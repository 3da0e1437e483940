using System.Globalization;
using System.Numerics;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Figures as a Working shows them: in full where they end soon, otherwise cut off far enough to follow the arithmetic.</summary>
internal static class WorkingFigure
{
    private const int Places = 6;

    /// <summary>80.994152..., or 71.</summary>
    public static string Of(Rational figure)
    {
        var cut = figure.Round(Places, RoundingMode.Down);
        return cut == figure ? figure.ToString() : $"{cut.ToText(Places)}...";
    }

    /// <summary>£2,739.9999, or £800.00: at least two places, with separators.</summary>
    public static string Pounds(Rational pounds)
    {
        var whole = Money.Round(pounds, RoundingMode.HalfAwayFromZero);
        if (whole.Pounds == pounds) return whole.ToString();
        var text = Of(pounds);
        var point = text.IndexOf('.');
        return $"£{BigInteger.Parse(text[..point], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)}{text[point..]}";
    }
}
