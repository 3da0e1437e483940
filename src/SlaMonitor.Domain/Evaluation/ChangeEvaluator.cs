using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates the change of a level against an earlier Service Period.</summary>
internal static class ChangeEvaluator
{
    /// <param name="then">Null where there was no such Service Period.</param>
    public static IndicatorResult Evaluate(IndicatorResult result, Rational now, EarlierLevel? then)
    {
        result = result with { ChangedFrom = then };
        if (then is null) return result with { Outcome = new Outcome.NotScored(Reason.HistoryTooShort) };
        if (then.Level is not { } level) return result with { Outcome = new Outcome.NotScored(Reason.PartMissing) };
        if (result.Parts[0].Indicator.Unit.IsPerCent) return Judgement.Of(result, now - level);
        return level.IsZero
            ? result with { Outcome = new Outcome.CannotTell(Reason.FromZero) }
            : Judgement.Of(result, (now - level) / Rational.Abs(level) * 100);
    }
}
