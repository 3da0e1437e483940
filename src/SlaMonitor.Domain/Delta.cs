using NodaTime;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain;

/// <summary>One indicator in one Service Period, differing between two assessments.</summary>
/// <param name="Before">Null where the indicator does not apply there.</param>
/// <param name="After">Null where the indicator does not apply there.</param>
public sealed record ResultDelta(string Code, IndicatorResult? Before, IndicatorResult? After)
{
    public int Points => (After?.Points ?? 0) - (Before?.Points ?? 0);
}

/// <summary>One Service Period that differs between two assessments.</summary>
/// <param name="Before">Null where the period has not ended, or is not of the term, there.</param>
/// <param name="After">Null where the period has not ended, or is not of the term, there.</param>
/// <param name="Results">The results that differ, in the contract's order.</param>
/// <param name="TriggersGone">Triggers reached before and not after.</param>
/// <param name="TriggersNew">Triggers reached after and not before.</param>
public sealed record PeriodDelta(
    YearMonth Month,
    PeriodAssessment? Before,
    PeriodAssessment? After,
    IReadOnlyList<ResultDelta> Results,
    IReadOnlyList<TriggerEvent> TriggersGone,
    IReadOnlyList<TriggerEvent> TriggersNew)
{
    public int Points => (After?.Points ?? 0) - (Before?.Points ?? 0);

    /// <summary>How the Service Credit moves; null where it cannot be told on one side.</summary>
    public Money? Payable => PayableOf(After) - PayableOf(Before);

    /// <summary>How the charges withheld move; null where they cannot be told on one side.</summary>
    public Money? Withheld => WithheldOf(After) - WithheldOf(Before);

    internal bool IsChange => Results.Count > 0 || TriggersGone.Count > 0 || TriggersNew.Count > 0 || Before is null || After is null
        || Points != 0 || PayableOf(Before) != PayableOf(After) || WithheldOf(Before) != WithheldOf(After);

    /// <summary>What a period is credited; nothing where there is no period or no regime, null where it cannot be told.</summary>
    private static Money? PayableOf(PeriodAssessment? period) => period?.Credit is { } credit ? credit.Payable : Money.Zero;

    private static Money? WithheldOf(PeriodAssessment? period) => period?.Withholding is { } withholding ? withholding.Withheld : Money.Zero;
}

/// <summary>What two assessments of one contract differ in: other terms, a restated return, another calendar, a relief, another
/// day. Periods alike in both are not in it.</summary>
public sealed record Delta(ContractAssessment Before, ContractAssessment After, IReadOnlyList<PeriodDelta> Periods)
{
    /// <summary>After less before, in all periods.</summary>
    public int Points => After.Points - Before.Points;

    /// <summary>After less before, of the Service Credits that can be told.</summary>
    public Money Payable => After.Payable - Before.Payable;

    /// <summary>After less before, of the charges withheld as far as they are known.</summary>
    public Money Withheld => After.Withheld - Before.Withheld;

    /// <summary>False where some Service Credit cannot be told, so that the sums may still move.</summary>
    public bool IsWhole => Before.Periods.Concat(After.Periods).All(p => p.Credit is null or { Payable: not null });

    /// <exception cref="ArgumentException">The assessments are of different contracts.</exception>
    public static Delta Between(ContractAssessment before, ContractAssessment after)
    {
        if (before.Contract.Code != after.Contract.Code)
            throw new ArgumentException($"{after.Contract.Code} is compared with {before.Contract.Code}, which is another contract.", nameof(after));
        var (old, now) = (before.Periods.ToDictionary(p => p.Period.Month), after.Periods.ToDictionary(p => p.Period.Month));
        var months = old.Keys.Union(now.Keys).OrderBy(m => m.Year).ThenBy(m => m.Month);
        return new(before, after, [.. months.Select(m => Of(m, old.GetValueOrDefault(m), now.GetValueOrDefault(m))).Where(p => p.IsChange)]);
    }

    private static PeriodDelta Of(YearMonth month, PeriodAssessment? before, PeriodAssessment? after) => new(
        month, before, after, [.. Results(before, after)], Reached(before, notIn: after), Reached(after, notIn: before));

    private static IEnumerable<ResultDelta> Results(PeriodAssessment? before, PeriodAssessment? after)
    {
        var codes = (after?.Results ?? []).Concat(before?.Results ?? []).Select(r => r.Indicator.Code).Distinct();
        return codes.Select(c => new ResultDelta(c, before?.Find(c), after?.Find(c))).Where(r => !IsAlike(r.Before, r.After));
    }

    private static bool IsAlike(IndicatorResult? before, IndicatorResult? after) =>
        before is not null && after is not null && (before.Outcome, before.Level, before.Points) == (after.Outcome, after.Level, after.Points);

    private static IReadOnlyList<TriggerEvent> Reached(PeriodAssessment? period, PeriodAssessment? notIn)
    {
        var there = (notIn?.Triggers ?? []).Select(Identity).ToHashSet();
        return [.. (period?.Triggers ?? []).Where(t => !there.Contains(Identity(t)))];
    }

    private static (string Title, string Ground, string? Subject) Identity(TriggerEvent trigger) => (trigger.Trigger.Title, trigger.Ground, trigger.Subject);
}
