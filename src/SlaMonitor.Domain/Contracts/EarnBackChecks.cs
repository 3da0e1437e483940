using SlaMonitor.Domain.Contracts.Regimes;

namespace SlaMonitor.Domain.Contracts;

/// <summary>An earn-back that can never come about, or would reward what is no better than the target. Paths are relative to
/// its regime.</summary>
internal static class EarnBackChecks
{
    public static IEnumerable<Problem> Of(CreditRegime regime, ContractDraft draft) =>
        regime.EarnBack is { } earnBack ? All(earnBack, regime.Rule, draft).Select(p => p.Under("earnBack")) : [];

    private static IEnumerable<Problem> All(EarnBack earnBack, CreditRule rule, ContractDraft draft)
    {
        if (earnBack.WithinPeriods < earnBack.SustainedPeriods)
            yield return Unfit("within", $"at least {earnBack.SustainedPeriods.Counted("period")}, as that many are to be sustained", earnBack.WithinPeriods.Counted("period"));
        if (earnBack.Share.Percent > 100)
            yield return Unfit("share", "at most 100 %", $"{earnBack.Share}");
        foreach (var (code, level) in earnBack.Levels)
            if (draft.Indicators.FirstOrDefault(i => i.Code == code) is not { } indicator)
                yield return new(ContractProblems.UnknownIndicator, $"levels.{code}", "the code of an indicator", code);
            else if (Wrong(level, indicator, rule) is { } expected)
                yield return Unfit($"levels.{code}", expected, indicator.ShowBound(level));
    }

    private static string? Wrong(Numbers.Rational level, Indicator indicator, CreditRule rule)
    {
        if (!(rule.GoesByPoints ? indicator.CarriesPoints : rule.Indicators.Contains(indicator.Code))) return "an indicator whose failures this regime credits";
        var better = indicator.Ladder?.Better ?? indicator.Trajectory?.Better ?? indicator.Better;
        if (!indicator.HasTarget || indicator.IsAnswer || better is not (Polarity.Higher or Polarity.Lower)) return "an indicator with a target to be bettered, higher or lower";
        return indicator.Ladder is { } ladder && ladder.ShortOfTarget(level).Sign > 0 ? $"a level no worse than the target, {indicator.ShowBound(ladder.Target.Bound!.Value)}" : null;
    }

    private static Problem Unfit(string path, string expected, string found) => new(ContractProblems.EarnBackUnfit, path, expected, found);
}
