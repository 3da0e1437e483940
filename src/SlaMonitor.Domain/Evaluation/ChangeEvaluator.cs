using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates the change of a level against an earlier Service Period.</summary>
internal static class ChangeEvaluator
{
    /// <param name="part">The indicator that changes.</param>
    /// <param name="then">Null where there was no such Service Period.</param>
    public static Judgement Of(Indicator indicator, Ladder? ladder, Indicator part, Rational now, EarlierLevel? then)
    {
        if (then is null) return Judgement.NotScored(Reason.HistoryTooShort);
        if (then.Level is not { } level) return Judgement.NotScored(Reason.PartMissing);
        if (part.Unit.IsPerCent) return Judgement.Of(indicator, ladder, null, now - level);
        return level.IsZero
            ? Judgement.CannotTell(Reason.FromZero)
            : Judgement.Of(indicator, ladder, null, (now - level) / Rational.Abs(level) * 100);
    }
}
