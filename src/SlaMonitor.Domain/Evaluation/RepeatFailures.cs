using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Counts failures in a row and what they do to a KPI's points (MSC Schedule 2.2 Part A). What carries no points
/// has its run counted, but is no Repeat KPI Failure.</summary>
internal static class RepeatFailures
{
    /// <param name="before">The run of failures up to and including the period before. Between the ends of two Measurement
    /// Periods it stands still: failures follow one another by Measurement Period.</param>
    public static IndicatorResult Counted(IndicatorResult result, RepeatRule? rule, int before)
    {
        var run = result.Outcome switch
        {
            Outcome.Failed => before + 1,
            Outcome.Met => 0,
            Outcome.NotScored { Because: Reason.MeasurementPeriodOpen } => before,
            Outcome.NotScored { Because: Reason.Relieved } => rule?.WhenRelieved == GapInRun.Breaks ? 0 : before,
            _ => rule?.WhenNotScored == GapInRun.Bridges ? before : 0,
        };
        return run == 0 && result.Without is null ? result : result with
        {
            RunOfFailures = run,
            Without = result.Without is { } without ? Counted(without, rule, before) : null,
            RepeatFactor = result is { IsFailure: true, Indicator.CarriesPoints: true } && run > 1 && rule is not null ? rule.Factor : 1,
        };
    }
}
