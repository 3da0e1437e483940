using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Web.Pages.Contracts;

namespace SlaMonitor.Web.Pages.Charts;

/// <summary>One Service Period on a trend.</summary>
/// <param name="Result">Null where the indicator did not apply.</param>
public sealed record TrendPoint(YearMonth Month, IndicatorResult? Result)
{
    public Rational? Level => Result?.Level;

    /// <summary>Where the ladder began to fail, on that period's ladder; null where there was none, or it is better to be near something.</summary>
    public Rational? Target => Result?.Ladder is { Better: not Polarity.NearestTo } ladder ? ladder.Target.Bound : null;

    /// <summary>The bound of the last rung but one: below it lies the worst.</summary>
    public Rational? Threshold => Result?.Ladder is { Better: not Polarity.NearestTo, Rungs.Count: > 2 } ladder ? ladder.Rungs[^2].Bound : null;
}

/// <summary>An indicator over some Service Periods, and what is to be seen in them. Pure.</summary>
/// <param name="Points">In order, without gaps: a period without a level is there without one.</param>
public sealed record Trend(Indicator Indicator, IReadOnlyList<TrendPoint> Points)
{
    /// <param name="periods">The last ones of the assessment.</param>
    public static Trend Of(string code, IReadOnlyList<PeriodAssessment> periods) =>
        new(periods.Select(p => p.Find(code)?.Indicator).Last(i => i is not null)!, [.. periods.Select(p => new TrendPoint(p.Period.Month, p.Find(code)))]);

    public bool HasFailures => Points.Any(p => p.Result is { IsFailure: true });

    public bool HasLevels => Points.Any(p => p.Level is not null);

    /// <summary>What the figures say, in one line: missed its target in 3 of 12 Service Periods, last in March 2026 at 96.10 %.</summary>
    public string Message
    {
        get
        {
            var scored = Points.Where(p => p.Result is { IsScored: true }).ToList();
            if (scored.Count == 0)
                return Points.LastOrDefault(p => p.Level is not null) is { } last ? $"{last.Result!.Shown} in {InWords.Month(last.Month)}; no target applies" : "No result in these Service Periods";
            var failed = scored.Where(p => p.Result!.IsFailure).ToList();
            if (failed.Count == 0) return scored.Count == 1 ? "Met its target in the one Service Period scored" : $"Met its target in each of {scored.Count} Service Periods";
            var worst = failed[^1];
            var run = worst == scored[^1] && worst.Result!.RunOfFailures > 1 ? $", the {worst.Result.RunOfFailures.FailureInARow()}" : "";
            var times = scored.Count == 1 ? "the one Service Period scored," : $"{failed.Count} of {scored.Count} Service Periods, last in";
            return $"Missed its target in {times} {InWords.Month(worst.Month)}{(worst.Result!.Shown is { } level ? $" at {level}" : "")}{run}";
        }
    }
}
