using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>How many of few cases count against a low-volume allowance.</summary>
public sealed record FailingCases(Rational Count);

/// <summary>What becomes of a level, or of its absence, when it is held against its ladder.</summary>
/// <param name="Level">Exact, in the indicator's unit; null where there is none.</param>
/// <param name="Compared">The level after the rounding the contract orders before comparison, if any.</param>
/// <param name="FailingOfFew">The cases that counted against a low-volume allowance; null where it did not apply.</param>
/// <param name="RungPoints">Service Points of a failure's own rung.</param>
public readonly record struct Judgement(Outcome Outcome, Rational? Level = null, Rational? Compared = null, FailingCases? FailingOfFew = null, int RungPoints = 0)
{
    public static Judgement NotScored(Reason because) => new(new Outcome.NotScored(because));

    public static Judgement CannotTell(Reason because) => new(new Outcome.CannotTell(because));

    /// <param name="ladder">Null where the indicator is not judged.</param>
    /// <param name="figures">What the level was computed from; null where that is not known.</param>
    public static Judgement Of(Indicator indicator, Ladder? ladder, Figures? figures, Rational level)
    {
        var compared = indicator.Rounding is { } rounding ? level.Round(rounding.Decimals, rounding.Mode) : level;
        if (ladder is null) return NotScored(Reason.NoTarget) with { Level = level, Compared = compared };
        var failing = FewFailing(indicator, ladder, figures);
        var rung = failing is null ? ladder.RungOf(compared)
            : failing.Count <= indicator.LowVolume!.Allow ? ladder.Target
            : FailingRung(ladder, compared);
        return new(Outcome.Of(rung.Name, null), level, compared, failing, rung.Points);
    }

    /// <summary>The outcome and own points of landing on a rung without a level.</summary>
    public static Judgement Landing(Rung rung, Reason because) => new(Outcome.Of(rung.Name, because), RungPoints: rung.Points);

    /// <summary>A failed allowance fails even where the percentage alone would still pass.</summary>
    private static Rung FailingRung(Ladder ladder, Rational compared) =>
        ladder.RungOf(compared) is { Name: not RungName.Target } rung ? rung : ladder.MildestFailure;

    private static FailingCases? FewFailing(Indicator indicator, Ladder ladder, Figures? figures)
    {
        if (figures is null || indicator is not { LowVolume: { } low, Measure: RatioOfCounts ratio }) return null;
        if (ratio.All(figures) >= low.Under) return null;
        return new(ladder.Better == Polarity.Lower ? ratio.Good(figures) : ratio.Failing(figures));
    }
}
