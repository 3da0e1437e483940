using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>What an indicator is judged by: a ladder, a target that moves with the date, yes, or nothing.</summary>
internal static class TargetInEnglish
{
    public static string Of(Indicator indicator, ContractTerms terms) => indicator switch
    {
        { Ladder: { } ladder } => $"{LadderInEnglish.Of(indicator, ladder)} {Comparison(indicator, ladder)}".TrimEnd(),
        { Trajectory: { } trajectory } => $"{TrajectoryInEnglish.Of(indicator, trajectory)} {Comparison(indicator, null)}",
        { HasTarget: true } => "Yes meets the target and no misses it; neither costs Service Points.",
        _ when IsPart(indicator, terms) => "It has no target of its own and is never scored by itself; a composite indicator is made from it.",
        _ => "It has no target and is never scored.",
    };

    private static bool IsPart(Indicator indicator, ContractTerms terms) =>
        terms.Indicators.Any(i => i.Combination?.Parts.Contains(indicator.Code) ?? false);

    private static string Comparison(Indicator indicator, Ladder? ladder)
    {
        if (indicator.IsAnswer) return "";
        if (indicator.Rounding is not { } rounding) return "Levels are compared exactly, without rounding, however they are shown.";
        return $"Before it is compared, a level is rounded to {Phrases.Places(rounding.Decimals)}, {rounding.Mode.InWords()}{Example(indicator, rounding, ladder)}.";
    }

    /// <summary>A level half a step short of the target, and what rounding makes of it.</summary>
    private static string Example(Indicator indicator, ComparisonRounding rounding, Ladder? ladder)
    {
        if (ladder is not { Better: Polarity.Higher or Polarity.Lower, Target.Bound: { } target }) return "";
        var half = Rational.Of(1, 2) * Step(rounding.Decimals);
        var level = ladder.Better == Polarity.Higher ? target - half : target + half;
        return $": {LevelInEnglish.Of(indicator, level)} counts as {LevelInEnglish.Of(indicator, level.Round(rounding.Decimals, rounding.Mode))}";
    }

    private static Rational Step(int decimals) => Rational.Of(1, System.Numerics.BigInteger.Pow(10, decimals));
}
