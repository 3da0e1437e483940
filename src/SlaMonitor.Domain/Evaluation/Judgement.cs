using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>How many of few cases count against a low-volume allowance.</summary>
public sealed record FailingCases(Rational Count);

/// <summary>What becomes of a level, or of its absence, when it is held against its ladder.</summary>
public readonly record struct Judgement
{
    private readonly Rational _level;
    private readonly Rational _compared;
    private readonly bool _hasLevel;
    private readonly bool _hasCompared;

    public Judgement(Outcome outcome, Rational? level = null, Rational? compared = null, FailingCases? failingOfFew = null, int rungPoints = 0)
    {
        Outcome = outcome;
        (_hasLevel, _level) = (level.HasValue, level.GetValueOrDefault());
        (_hasCompared, _compared) = (compared.HasValue, compared.GetValueOrDefault());
        FailingOfFew = failingOfFew;
        RungPoints = rungPoints;
    }

    /// <summary>Of a level that there is.</summary>
    private Judgement(Outcome outcome, in Rational level, in Rational compared, FailingCases? failingOfFew, int rungPoints)
    {
        Outcome = outcome;
        (_hasLevel, _hasCompared) = (true, true);
        _level = level;
        _compared = compared;
        FailingOfFew = failingOfFew;
        RungPoints = rungPoints;
    }

    public Outcome Outcome { get; }

    public bool HasLevel => _hasLevel;

    /// <summary><see cref="Level"/>, and zero where there is none.</summary>
    public Rational LevelOrZero => _level;

    /// <summary>Exact, in the indicator's unit; null where there is none.</summary>
    public Rational? Level => _hasLevel ? _level : null;

    /// <summary>The level after the rounding the contract orders before comparison, if any.</summary>
    public Rational? Compared => _hasCompared ? _compared : null;

    /// <summary>The cases that counted against a low-volume allowance; null where it did not apply.</summary>
    public FailingCases? FailingOfFew { get; }

    /// <summary>Service Points of a failure's own rung.</summary>
    public int RungPoints { get; }

    public static Judgement NotScored(Reason because) => new(new Outcome.NotScored(because));

    public static Judgement CannotTell(Reason because) => new(new Outcome.CannotTell(because));

    /// <param name="ladder">Null where the indicator is not judged.</param>
    /// <param name="figures">What the level was computed from; null where that is not known.</param>
    public static Judgement Of(Indicator indicator, Ladder? ladder, Figures? figures, in Rational level)
    {
        var compared = indicator.Rounding is { } rounding ? level.Round(rounding.Decimals, rounding.Mode) : level;
        if (ladder is null) return new(new Outcome.NotScored(Reason.NoTarget), level, compared, null, 0);
        var failing = FewFailing(indicator, ladder, figures);
        var rung = failing is null ? ladder.RungOf(compared)
            : failing.Count <= indicator.LowVolume!.Allow ? ladder.Target
            : FailingRung(ladder, compared);
        return new(Outcome.Of(rung.Name, null), level, compared, failing, rung.Points);
    }

    /// <summary>The outcome and own points of landing on a rung without a measured level.</summary>
    /// <param name="level">What the contract puts in its place; null where it puts none.</param>
    public static Judgement Landing(Rung rung, Reason because, Rational? level = null) =>
        new(Outcome.Of(rung.Name, because), level, level, rungPoints: rung.Points);

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
