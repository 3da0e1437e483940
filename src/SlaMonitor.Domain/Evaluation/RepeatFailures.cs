using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Counts a KPI's failures in a row and what they do to its points (MSC Schedule 2.2 Part A).</summary>
internal static class RepeatFailures
{
    /// <param name="before">The run of failures up to and including the period before.</param>
    public static IndicatorResult Counted(IndicatorResult result, RepeatRule? rule, int before)
    {
        var run = result.Outcome switch
        {
            Outcome.Failed => before + 1,
            Outcome.Met => 0,
            _ => rule?.WhenNotScored == GapInRun.Bridges ? before : 0,
        };
        return result with
        {
            RunOfFailures = run,
            RepeatFactor = result.IsFailure && run > 1 && rule is not null ? rule.Factor : 1,
        };
    }
}
