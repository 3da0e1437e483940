
namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes a credit regime contradict itself or its contract.</summary>
internal static class CreditChecks
{
    public static IEnumerable<Problem> Of(ContractDraft draft)
    {
        if (draft.Credits is not { } credits) yield break;
        if (draft.Charges is null)
            yield return new(ContractProblems.EstimateMissing, "charges", "the charges that credits are a share of", "none");
        var points = draft.Indicators.SelectMany(PointsOf).Where(p => p > 0).ToList();
        if (points.Count == 0)
            yield return new(ContractProblems.CreditsWithoutPoints, "credits.servicePoints", "points on some rung", "none");
        for (var i = 0; i < credits.Caps.Count; i++)
            foreach (var problem in CapProblems(credits.Caps[i], credits, draft, points))
                yield return problem.Under($"credits.servicePoints.caps[{i}]");
    }

    private static IEnumerable<Problem> CapProblems(Cap cap, ServiceCreditRegime credits, ContractDraft draft, List<int> points)
    {
        if (cap.At.Percent > 100)
            yield return new(ContractProblems.CapOverWhole, "at", "at most 100 %", $"{cap.At}");
        if (cap is Cap.OfPeriod && points.Count > 0 && cap.At.Percent < credits.PerPoint.Percent * points.Min())
            yield return new(ContractProblems.CapBelowSmallestCredit, "at", $"at least {new Percentage(credits.PerPoint.Percent * points.Min())}, the credit of the mildest failure", $"{cap.At}");
        if (cap is not Cap.OfLast12Months rolling) yield break;
        if (rolling.FirstYear == FirstYearBase.EstimatedYear1Charges && draft.Charges is { EstimatedFirstYear: null })
            yield return new(ContractProblems.EstimateMissing, "firstYear", "'estimatedFirstYear' under charges", "none");
        if (rolling is { ThisPeriod: ThisPeriod.Excluded, FirstYear: FirstYearBase.ChargesToDate })
            yield return new(ContractProblems.CapOfNothing, "thisPeriod", "this period's charges, or estimated charges in the first year", "charges to date without this period");
        if (draft.EffectiveFrom > draft.Term.Start.First)
            yield return new(ContractProblems.RollingBaseUnknown, "of", $"terms and charges from {draft.Term.Start} on", $"terms from {draft.EffectiveFrom:uuuu-MM-dd}");
    }

    private static IEnumerable<int> PointsOf(Indicator indicator) => indicator.Trajectory is { } trajectory
        ? [trajectory.FailedPoints]
        : indicator.Ladder?.Rungs.Select(r => r.Points) ?? [];
}
