using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The level of an indicator as a credit regime sees it.</summary>
/// <param name="Level">After the rounding the contract orders before comparison; null where the contract counts the
/// missing figure as the worst there is.</param>
internal sealed record CreditedLevel(IndicatorResult Result, Rational? Level)
{
    /// <summary>Null where there is nothing to credit: the indicator does not apply, there was nothing to measure, few cases
    /// were within their allowance, a relief was accepted, or the contract leaves a missing figure out.</summary>
    public static CreditedLevel? Of(string code, PeriodAssessment period)
    {
        if (period.Find(code) is not { } result || result is { LowVolumeFailing: not null, IsFailure: false } or { Relief.Decided: Decision.ReliefAccepted }) return null;
        if ((result.Compared ?? result.Level) is { } level) return new(result, level);
        if (result.IsFailure) return new(result, null);
        return WithoutTarget(result, period.Terms.Terms.Returns) switch
        {
            Absence.WorstRung => new(result, null),
            Absence.Zero => new(result, 0),
            _ => null,
        };
    }

    /// <summary>What the contract makes of the missing figure of an indicator that cannot fail, as it has no target.</summary>
    private static Absence? WithoutTarget(IndicatorResult result, ReturnTerms returns) => result switch
    {
        { Ladder: not null } => null,
        { Outcome: Outcome.NotScored { Because: Reason.ReturnMissing } } => returns.WhenMissing,
        { Outcome: Outcome.NotScored { Because: Reason.FigureMissing } } => returns.WhenFigureMissing,
        _ => null,
    };
}
