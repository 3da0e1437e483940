using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>What a relief makes of a result.</summary>
internal static class Relieving
{
    /// <param name="result">As it is without the relief, repeats not counted yet.</param>
    public static IndicatorResult Of(IndicatorResult result, Relief? relief) => relief?.Decided switch
    {
        Decision.ReliefPartAccepted part when result.Indicator.Measure is not null =>
            MeasureEvaluator.Adjusted(result, part.Parts) with { Relief = relief, Without = result },
        Decision.ReliefAccepted when result.Outcome is Outcome.Failed or Outcome.CannotTell =>
            Relieved(result) with { Relief = relief, Without = result },
        _ => relief is null ? result : result with { Relief = relief },
    };

    private static IndicatorResult Relieved(IndicatorResult result) => result with
    {
        Judged = Judgement.NotScored(Reason.Relieved),
        UnderRelief = new Measurement.Relieved(),
    };
}
