using SlaMonitor.Domain.Contracts.Regimes;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes credit terms contradict themselves or their contract.</summary>
internal static class CreditChecks
{
    private const string Together = "credits.together";

    public static IEnumerable<Problem> Of(ContractDraft draft)
    {
        if (draft.Credits is not { } credits) yield break;
        if (draft.Charges is null && (credits.AllCaps.Any(c => c.NeedsCharges) || credits.Regimes.Any(r => r.Rule.NeedsCharges)))
            yield return new(ContractProblems.EstimateMissing, "charges", "the charges that credits are a share of", "none");
        foreach (var problem in credits.Regimes.SelectMany(r => Regime(r, draft).Select(p => p.Under($"credits.{r.Name}"))))
            yield return problem;
        if (credits.Vat is { Rate.Percent: var rate } && rate > 100)
            yield return new(ContractProblems.VatOverWhole, $"{Together}.vat.rate", "at most 100 %", $"{credits.Vat.Rate}");
        for (var i = 0; i < credits.Caps.Count; i++)
            foreach (var problem in CapChecks.Of(credits.Caps[i], [.. credits.Regimes.Select(r => CapChecks.MildestShare(r, draft))], draft))
                yield return problem.Under($"{Together}.caps[{i}]");
    }

    private static IEnumerable<Problem> Regime(CreditRegime regime, ContractDraft draft)
    {
        if (regime.Rule.GoesByPoints && !draft.Indicators.Any(i => i.CarriesPoints))
            yield return new(ContractProblems.CreditsWithoutPoints, "", "points on some rung", "none");
        foreach (var problem in Sources(regime.Rule, draft)) yield return problem.Under(RuleKey(regime.Rule));
        foreach (var problem in Uplift(regime, draft)) yield return problem;
        foreach (var problem in EarnBackChecks.Of(regime, draft)) yield return problem;
        for (var i = 0; i < regime.Caps.Count; i++)
            foreach (var problem in CapChecks.Of(regime.Caps[i], [CapChecks.MildestShare(regime, draft)], draft))
                yield return problem.Under($"caps[{i}]");
    }

    /// <summary>The name of a rule in the contract file.</summary>
    public static string RuleKey(CreditRule rule) => Words.KindKey(rule);

    private static IEnumerable<Problem> Sources(CreditRule rule, ContractDraft draft)
    {
        var found = rule.Indicators.Select(code => (Code: code, Indicator: draft.Indicators.FirstOrDefault(i => i.Code == code))).ToList();
        foreach (var (code, _) in found.Where(f => f.Indicator is null))
            yield return new(ContractProblems.UnknownIndicator, "", "the code of an indicator", code);
        foreach (var problem in found.Where(f => f.Indicator is not null).SelectMany(f => Source(rule, f.Indicator!)))
            yield return problem;
    }

    private static IEnumerable<Problem> Source(CreditRule rule, Indicator indicator)
    {
        if (rule is TierTable table && indicator.Better is { } better && better != table.Better)
            yield return new(ContractProblems.BoundDirection, "tiers", $"bounds for {better.Key()}, as {indicator.Code} is better", $"bounds for {table.Better.Key()}");
        if (rule is AmountAtRisk or Linear && (!indicator.HasTarget || (rule is Linear && indicator.IsAnswer)))
            yield return new(ContractProblems.PartWithoutTarget, "", rule is Linear ? "an indicator with a target to fall short of" : "indicators with a target", indicator.Code);
        if (rule is PerEvent && indicator.Measure is not (Measures.Count or Measures.Stock))
            yield return new(ContractProblems.EventsNotCounted, "indicator", "an indicator measured by 'count' or 'stock'", indicator.Code);
    }

    private static IEnumerable<Problem> Uplift(CreditRegime regime, ContractDraft draft)
    {
        var targeted = draft.Indicators.Where(i => i.HasTarget).Select(i => i.Code).ToHashSet();
        if (regime.RepeatUplift.Count > 0 && !regime.Rule.Indicators.Any(targeted.Contains))
            yield return new(ContractProblems.UpliftWithoutFailure, "repeatUplift", "a rule about an indicator with a target", RuleKey(regime.Rule));
        for (var i = 0; i < regime.RepeatUplift.Count; i++)
            if (regime.RepeatUplift[i].Percent < (i == 0 ? 100 : regime.RepeatUplift[i - 1].Percent))
                yield return new(ContractProblems.CreditNotRising, $"repeatUplift[{i}]", $"at least {(i == 0 ? "100 %" : regime.RepeatUplift[i - 1])}", $"{regime.RepeatUplift[i]}");
    }
}
