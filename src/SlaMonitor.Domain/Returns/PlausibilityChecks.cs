using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>Figures of one period that may each stand, and that together look like a slip: a level where a change was asked, shares of
/// one whole that are more than it. Paths are those of the period.</summary>
internal static class PlausibilityChecks
{
    public static IEnumerable<Problem> Of(PeriodTerms terms, PeriodFigures figures)
    {
        var levels = figures.Indicators
            .Select(i => (i.Code, Indicator: terms.Terms.Find(i.Code), Level: LevelOf(terms, i)))
            .Where(l => l is { Indicator: not null, Level: not null })
            .DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => (Indicator: l.Indicator!, Level: l.Level!.Value));
        return [.. figures.Indicators.SelectMany(i => LevelForChange(terms, i, levels)), .. terms.Terms.Draft.Wholes.SelectMany(w => OverWhole(w, levels))];
    }

    /// <summary>The level that the parts give, or the one stated alone.</summary>
    private static Rational? LevelOf(PeriodTerms terms, ReturnedIndicator returned)
    {
        if (terms.Terms.Find(returned.Code) is not { Measure: { } measure } indicator) return null;
        return returned.Counting(indicator) switch
        {
            Measurement.StatedOnly stated => stated.Stated.Level,
            Measurement.Measured measured when terms.AgreedMinutes(measure) is { } minutes => measure.Level(measured.Figures, minutes) * (measure.IsShare ? indicator.ShareScale : Rational.One),
            _ => null,
        };
    }

    private static IEnumerable<Problem> LevelForChange(PeriodTerms terms, ReturnedIndicator returned, Dictionary<string, (Indicator Indicator, Rational Level)> levels)
    {
        if (returned.Measurement is not Measurement.StatedOnly { Stated: var stated } || terms.Terms.Find(returned.Code) is not { } asked) yield break;
        if (asked is not ({ Combination: Combination.Change } or { Measure: not null, Unit.Name: "percentage points" }) || stated.Level.IsZero) yield break;
        var candidates = asked.Combination is Combination.Change change ? levels.Where(l => l.Key == change.Of) : levels.Where(l => l.Value.Indicator.Unit.IsPerCent);
        foreach (var (code, level) in candidates.Where(l => l.Key != returned.Code && l.Value.Level.Round(stated.Decimals, RoundingMode.HalfAwayFromZero) == stated.Level))
            yield return new(ReturnProblems.LevelForChange, $"indicators.{returned.Code}.stated", "a change", $"{stated}, which is the level of {code}");
    }

    private static IEnumerable<Problem> OverWhole(SharesOfWhole whole, Dictionary<string, (Indicator Indicator, Rational Level)> levels)
    {
        var parts = whole.Parts.Where(levels.ContainsKey).ToList();
        var sum = parts.Aggregate(Rational.Zero, (total, code) => total + levels[code].Level);
        if (sum > 100)
            yield return new(ReturnProblems.SharesOverWhole, $"indicators.{parts[^1]}", $"shares of {whole.Name} of at most 100 % together", $"{string.Join(" + ", parts.Select(code => WithoutEnd(levels[code].Level)))} = {WithoutEnd(sum)} %");
    }

    private static string WithoutEnd(Rational level) => level.IsFiniteDecimal ? $"{level}" : $"{level.Round(4, RoundingMode.Down).ToText(4)}...";
}
