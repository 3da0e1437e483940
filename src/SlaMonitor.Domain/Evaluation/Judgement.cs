using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Holds a level against its ladder.</summary>
internal static class Judgement
{
    /// <param name="result">With ladder and source set.</param>
    public static IndicatorResult Of(IndicatorResult result, Rational level)
    {
        var compared = result.Indicator.Rounding is { } rounding ? level.Round(rounding.Decimals, rounding.Mode) : level;
        if (result.Ladder is not { } ladder)
            return result with { Level = level, Compared = compared, Outcome = new Outcome.NotScored(Reason.NoTarget) };
        var failing = LowVolumeFailing(result);
        var rung = failing is null ? ladder.RungOf(compared)
            : failing <= result.Indicator.LowVolume!.Allow ? ladder.Target
            : FailingRung(ladder, compared);
        return result with
        {
            Level = level,
            Compared = compared,
            LowVolumeFailing = failing ?? result.LowVolumeFailing,
            Outcome = OutcomeOf(rung, null),
            RungPoints = rung.Points,
        };
    }

    /// <summary>The outcome and own points of landing on a rung.</summary>
    public static IndicatorResult Land(IndicatorResult result, Rung rung, Reason because) =>
        result with { Outcome = OutcomeOf(rung, because), RungPoints = rung.Points };

    private static Outcome OutcomeOf(Rung rung, Reason? because) =>
        rung.Name == RungName.Target ? new Outcome.Met() : new Outcome.Failed(rung.Name, because);

    /// <summary>A failed allowance fails even where the percentage alone would still pass.</summary>
    private static Rung FailingRung(Ladder ladder, Rational compared) =>
        ladder.RungOf(compared) is { Name: not RungName.Target } rung ? rung : ladder.MildestFailure;

    private static Rational? LowVolumeFailing(IndicatorResult result)
    {
        if (result.Indicator is not { LowVolume: { } low, Measure: RatioOfCounts ratio } || result.Figures is not { } figures) return null;
        if (ratio.All(figures) >= low.Under) return null;
        return result.Ladder!.Better == Polarity.Lower ? ratio.Good(figures) : ratio.Failing(figures);
    }
}
