using SlaMonitor.Domain.Contracts.Regimes;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes a cap contradict itself or what it caps. Paths are relative to the cap.</summary>
internal static class CapChecks
{
    /// <param name="mildest">For each regime under the cap, the share of the period's charges that its mildest failure costs.</param>
    public static IEnumerable<Problem> Of(Cap cap, IReadOnlyList<Percentage?> mildest, ContractDraft draft)
    {
        if (cap.At.Percent > 100)
            yield return new(ContractProblems.CapOverWhole, "at", "at most 100 %", $"{cap.At}");
        if (cap is Cap.OfPeriod { Estimated: null } && mildest.Min(m => m?.Percent) is { } least && cap.At.Percent < least && mildest.All(m => m is not null))
            yield return new(ContractProblems.CapBelowSmallestCredit, "at", $"at least {new Percentage(least)}, the credit of the mildest failure", $"{cap.At}");
        if (LooksBack(cap, draft) && draft.EffectiveFrom > draft.Term.Start.First)
            yield return new(ContractProblems.RollingBaseUnknown, "of", $"terms and charges from {draft.Term.Start} on", $"terms from {draft.EffectiveFrom:uuuu-MM-dd}");
        if (cap is not Cap.OfLast12Months rolling) yield break;
        if (rolling.FirstYear == FirstYearBase.EstimatedYear1Charges && draft.Charges is { EstimatedFirstYear: null })
            yield return new(ContractProblems.EstimateMissing, "firstYear", "'estimatedFirstYear' under charges", "none");
        if (rolling is { ThisPeriod: ThisPeriod.Excluded, FirstYear: FirstYearBase.ChargesToDate })
            yield return new(ContractProblems.CapOfNothing, "thisPeriod", "this period's charges, or estimated charges in the first year", "charges to date without this period");
    }

    /// <summary>A contract year that begins with these terms needs nothing from before them.</summary>
    private static bool LooksBack(Cap cap, ContractDraft draft)
    {
        var start = draft.Term.Start.First;
        var beginsWithThese = start.PlusYears(draft.EffectiveFrom.Year - start.Year) == draft.EffectiveFrom;
        return cap is Cap.OfLast12Months or Cap.OfEstimated12Months || (cap is Cap.OfContractYear && !beginsWithThese);
    }

    /// <summary>Null where a failure may cost nothing or next to nothing, or not a share of the charges.</summary>
    public static Percentage? MildestShare(CreditRegime regime, ContractDraft draft)
    {
        if (regime.Rule is { Of: not null } or { HasLeast: false }) return null;
        var fewest = regime.Rule is ServicePoints ? draft.Indicators.SelectMany(PointsOf).Where(p => p > 0).DefaultIfEmpty(0).Min() : 1;
        var shares = regime.Rule.Amounts.Where(a => !a.IsNothing).ToList();
        return shares.Count == 0 || fewest == 0 || shares.Any(a => a is not CreditAmount.Share)
            ? null
            : new Percentage(shares.Cast<CreditAmount.Share>().Min(s => s.Rate.Percent) * fewest);
    }

    private static IEnumerable<int> PointsOf(Indicator indicator) => indicator.Trajectory is { } trajectory
        ? [trajectory.FailedPoints]
        : indicator.Ladder?.Rungs.Select(r => r.Points) ?? [];
}
