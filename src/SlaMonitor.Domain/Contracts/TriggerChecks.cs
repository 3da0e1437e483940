namespace SlaMonitor.Domain.Contracts;

/// <summary>Triggers that can never be reached.</summary>
internal static class TriggerChecks
{
    public static IEnumerable<Problem> Of(ContractDraft draft) =>
        draft.Triggers.SelectMany(t => Unreachable(t, draft).Select(p => p.Under($"triggers.{TriggerKey(t)}")));

    /// <summary>The name of a trigger in the contract file.</summary>
    public static string TriggerKey(Trigger trigger) => Words.KindKey(trigger);

    private static IEnumerable<Problem> Unreachable(Trigger trigger, ContractDraft draft) => trigger switch
    {
        Trigger.CriticalPerformanceFailure critical => Critical(critical, draft),
        Trigger.PersistentFailure persistent when persistent.Failures > persistent.WithinPeriods || persistent.Failures < 1 =>
            [Never("failures", $"between 1 and {persistent.WithinPeriods}", $"{persistent.Failures}")],
        Trigger.ConsecutiveFailure { Failures: < 1 } row => [Never("failures", "at least 1", $"{row.Failures}")],
        Trigger.UnacceptableKpiFailure unacceptable when unacceptable.MoreThan.Percent >= 100 =>
            [Never("moreThan", "less than 100 %", $"{unacceptable.MoreThan}")],
        Trigger.RectificationPlan plan when !draft.Indicators.Any(i => HasRungFrom(i, plan.From)) =>
            [Never("from", "a rung that some KPI has, or one milder", plan.From.Key())],
        _ => [],
    };

    private static bool HasRungFrom(Indicator indicator, RungName from) =>
        indicator.IsTriggering && (indicator.Ladder is not { } ladder || ladder.Worst.Name >= from);

    private static IEnumerable<Problem> Critical(Trigger.CriticalPerformanceFailure critical, ContractDraft draft)
    {
        if (critical is { Points: null, CapMet: false })
            yield return Never("", "'points' or 'capMet: true'", "neither");
        if (critical.CapMet && draft.Credits?.AllCaps.Any() != true)
            yield return Never("capMet", "a cap on credits", "none");
        var most = draft.MostPoints * critical.WithinPeriods;
        if (critical.Points > most)
            yield return Never("points", $"at most {most}, what all indicators can cost in {critical.WithinPeriods.Counted("period")}", $"{critical.Points}");
    }

    private static Problem Never(string path, string expected, string found) =>
        new(ContractProblems.TriggerUnreachable, path, expected, found);
}
