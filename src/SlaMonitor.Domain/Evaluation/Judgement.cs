using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Holds a level against its ladder.</summary>
internal static class Judgement
{
    /// <param name="result">With level, ladder and source set.</param>
    public static IndicatorResult Of(IndicatorResult result)
    {
        var level = result.Level!.Value;
        var compared = result.Indicator.Rounding is { } rounding ? level.Round(rounding.Decimals, rounding.Mode) : level;
        result = result with { Compared = compared };
        if (result.Ladder is not { } ladder) return result with { Outcome = new Outcome.NotScored(Reason.NoTarget) };
        if (LowVolumeFailing(result) is { } failing)
        {
            result = result with { LowVolumeFailing = failing };
            return Land(result, failing <= result.Indicator.LowVolume!.Allow ? ladder.Target : FailingRung(ladder, compared));
        }

        return Land(result, ladder.RungOf(compared));
    }

    /// <summary>The outcome and own points of landing on a rung.</summary>
    public static IndicatorResult Land(IndicatorResult result, Rung rung, Reason? because = null) => result with
    {
        Outcome = rung.Name == RungName.Target ? new Outcome.Met() : new Outcome.Failed(rung.Name, because),
        RungPoints = rung.Points,
    };

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
