using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>A ladder and a landing on it, in words and signs.</summary>
public static class LadderInWords
{
    /// <summary>Target from 99 %; Minor from 98 %; below the KPI Service Threshold under that.</summary>
    public static string Of(Indicator indicator, Ladder ladder) => string.Join("; ", ladder.Rungs.Select(r => Rung(indicator, ladder, r)));

    /// <summary>The comparisons that decided: 98 % &lt;= 98.5 % &lt; 99 %.</summary>
    public static string Comparison(Indicator indicator, Ladder ladder, Rational compared)
    {
        var landed = ladder.RungOf(compared);
        var better = ladder.Rungs.TakeWhile(r => r != landed).LastOrDefault()?.Bound;
        var level = IndicatorWorking.Exact(indicator, compared);
        if (indicator.IsAnswer) return level;
        if (ladder.Better == Polarity.NearestTo)
            return $"|{level} - {indicator.ShowBound(ladder.Best!.Value)}| = {IndicatorWorking.Exact(indicator, Rational.Abs(compared - ladder.Best.Value))}" + Limits("<=", landed.Bound, ">", better);
        var (reaches, misses) = ladder.Better == Polarity.Higher ? (">=", "<") : ("<=", ">");
        return level + Limits(reaches, landed.Bound, misses, better);

        string Limits(string reachSign, Rational? bound, string missSign, Rational? missed) => string.Join(" and", new[]
        {
            bound is { } reached ? $" {reachSign} {indicator.ShowBound(reached)}" : null,
            missed is { } short_ ? $" {missSign} {indicator.ShowBound(short_)}" : null,
        }.OfType<string>());
    }

    private static string Rung(Indicator indicator, Ladder ladder, Rung rung)
    {
        var name = rung.Name switch
        {
            RungName.Target => "Target",
            RungName.BelowThreshold => "below the KPI Service Threshold",
            RungName.Failed => "failed",
            _ => rung.Name.ToString(),
        };
        if (rung.Bound is not { } bound) return $"{name} otherwise";
        return ladder.Better switch
        {
            Polarity.Higher when indicator.IsAnswer => $"{name} if yes",
            Polarity.Higher => $"{name} from {indicator.ShowBound(bound)}",
            Polarity.Lower => $"{name} up to {indicator.ShowBound(bound)}",
            _ => $"{name} within {bound} of {indicator.ShowBound(ladder.Best!.Value)}",
        };
    }
}
