using System.Globalization;
using System.Xml.Linq;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Web.Pages.Contracts;

namespace SlaMonitor.Web.Pages.Charts;

/// <summary>Draws a trend. Shapes tell met from failed and not colours alone; target and minimum are lines with their names; where there is no
/// figure there is a gap. Everything is in attributes, since a page's policy allows no style within it.</summary>
internal sealed class TrendSvg
{
    private const int Width = 700, Height = 230, Left = 62, Right = 138, Top = 16, Bottom = 44;

    private const string Ink = "#0b0c0c", Line = "#1d70b8", Bad = "#b10e1e", Pale = "#b1b4b6", Grey = "#505a5f";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly Trend _trend;
    private readonly decimal _low, _high;

    private TrendSvg(Trend trend)
    {
        _trend = trend;
        decimal[] shown = [.. trend.Points.SelectMany(p => new[] { p.Level, p.Target, p.Threshold }).OfType<Rational>().Select(Decimal)];
        var (low, high) = (shown.Min(), shown.Max());
        var air = high == low ? Math.Max(1, Math.Abs(high) / 10) : (high - low) / 10;
        (_low, _high) = (low >= 0 ? Math.Max(0, low - air) : low - air, trend.Indicator.Unit.IsPerCent && high <= 100 ? Math.Min(100, high + air) : high + air);
    }

    /// <param name="id">Another for each picture on a page.</param>
    public static string Of(Trend trend, string id) => new TrendSvg(trend).Draw(id).ToString(SaveOptions.DisableFormatting);

    private XElement Draw(string id) => new(
        Svg + "svg",
        new XAttribute("viewBox", $"0 0 {Width} {Height}"), new XAttribute("role", "img"), new XAttribute("class", "sla-chart"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
        new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), $"{_trend.Indicator.Code} {_trend.Indicator.Title}: {_trend.Message}"),
        new XElement(Svg + "desc", new XAttribute("id", $"{id}-desc"), "The same figures stand in the table below the picture."),
        Axis(), Bound(p => p.Target, "Target", "6 3"), Bound(p => p.Threshold, "Threshold", "2 3"), Levels(), Marks());

    private IEnumerable<XElement> Axis()
    {
        for (var i = 0; i <= 2; i++)
        {
            var value = _low + ((_high - _low) * i / 2);
            yield return Straight(Left, Y(value), Width - Right, Y(value), Pale, 1);
            yield return Text(Left - 6, Y(value) + 4, Tick(value), "end", Grey);
        }

        var each = _trend.Points.Count > 12 ? 2 : 1;
        for (var i = 0; i < _trend.Points.Count; i++)
        {
            var month = _trend.Points[i].Month;
            if (i % each == 0) yield return Text(X(i), Height - Bottom + 18, month.ToString("MMM", CultureInfo.InvariantCulture), "middle", Grey);
            if (i == 0 || month.Month == 1) yield return Text(X(i), Height - Bottom + 34, month.ToString("uuuu", CultureInfo.InvariantCulture), "middle", Grey);
        }
    }

    /// <summary>Steps where the contract moved it; its name stands at the last of them.</summary>
    private IEnumerable<XElement> Bound(Func<TrendPoint, Rational?> of, string name, string dashes)
    {
        if (_trend.Indicator.IsAnswer) yield break;
        var half = Step / 2;
        for (var i = 0; i < _trend.Points.Count; i++)
            if (of(_trend.Points[i]) is { } bound)
                yield return Straight(X(i) - half, Y(Decimal(bound)), X(i) + half, Y(Decimal(bound)), Ink, name == "Target" ? 2 : 1, dashes);
        if (_trend.Points.Select((p, i) => (Bound: of(p), i)).LastOrDefault(p => p.Bound is not null) is { Bound: { } last })
            yield return Text(Width - Right + 8, Y(Decimal(last)) + (name == "Target" ? -2 : 10), $"{name} {_trend.Indicator.ShowBound(last)}", "start", Ink);
    }

    private IEnumerable<XElement> Levels()
    {
        for (var i = 1; i < _trend.Points.Count; i++)
            if (_trend.Points[i - 1].Level is { } before && _trend.Points[i].Level is { } level)
                yield return Straight(X(i - 1), Y(Decimal(before)), X(i), Y(Decimal(level)), Line, 2);
    }

    private IEnumerable<XElement> Marks()
    {
        for (var i = 0; i < _trend.Points.Count; i++)
        {
            var point = _trend.Points[i];
            if (point.Level is not { } level) continue;
            var (x, y) = (X(i), Y(Decimal(level)));
            var mark = point.Result switch
            {
                { IsFailure: true } => new XElement(Svg + "path", new XAttribute("d", $"M{N(x)} {N(y - 8)}L{N(x + 8)} {N(y)}L{N(x)} {N(y + 8)}L{N(x - 8)} {N(y)}Z"), new XAttribute("fill", Bad)),
                { IsScored: true } => new XElement(Svg + "circle", new XAttribute("cx", N(x)), new XAttribute("cy", N(y)), new XAttribute("r", 5), new XAttribute("fill", Line)),
                _ => new XElement(Svg + "circle", new XAttribute("cx", N(x)), new XAttribute("cy", N(y)), new XAttribute("r", 5), new XAttribute("fill", "#ffffff"), new XAttribute("stroke", Line), new XAttribute("stroke-width", 2)),
            };
            mark.Add(new XElement(Svg + "title", $"{InWords.Month(point.Month)}: {point.Result!.Shown}, {point.Result.Outcome.InWords()}"));
            yield return mark;
        }
    }

    private decimal Step => (decimal)(Width - Left - Right) / _trend.Points.Count;

    private decimal X(int place) => Left + (Step * (place + 0.5m));

    private decimal Y(decimal value) => Top + ((Height - Top - Bottom) * (_high - value) / (_high - _low));

    private string Tick(decimal value)
    {
        if (_trend.Indicator.IsAnswer) return value < 0.25m ? "no" : value > 0.9m ? "yes" : "";
        var places = _high - _low < 1 ? 2 : _high - _low < 20 ? 1 : 0;
        return Math.Round(value, places, MidpointRounding.AwayFromZero).ToString($"N{places}", CultureInfo.InvariantCulture) + (_trend.Indicator.Unit.IsPerCent ? " %" : "");
    }

    private static XElement Straight(decimal x1, decimal y1, decimal x2, decimal y2, string colour, int width, string? dashes = null) => new(
        Svg + "line", new XAttribute("x1", N(x1)), new XAttribute("y1", N(y1)), new XAttribute("x2", N(x2)), new XAttribute("y2", N(y2)),
        new XAttribute("stroke", colour), new XAttribute("stroke-width", width), dashes is null ? null : new XAttribute("stroke-dasharray", dashes));

    private static XElement Text(decimal x, decimal y, string text, string anchor, string colour) => new(
        Svg + "text", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("text-anchor", anchor), new XAttribute("fill", colour), new XAttribute("font-size", 14), text);

    private static string N(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    private static decimal Decimal(Rational value) => decimal.Parse(value.ToText(6), CultureInfo.InvariantCulture);
}
