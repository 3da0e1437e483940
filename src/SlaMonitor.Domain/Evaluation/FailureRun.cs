using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Counts failures in a row and what they do to a KPI's points (MSC Schedule 2.2 Part A). What carries no points
/// has its run counted, but is no Repeat KPI Failure.</summary>
/// <param name="Before">The run of failures up to and including the period before.</param>
/// <param name="Rule">Null where the contract counts failing again like failing once.</param>
public readonly record struct FailureRun(int Before, RepeatRule? Rule)
{
    /// <summary>The run up to and including a period of that outcome. Between the ends of two Measurement Periods it stands still:
    /// failures follow one another by Measurement Period.</summary>
    public int After(Outcome outcome) => outcome switch
    {
        Outcome.Failed => Before + 1,
        Outcome.Met => 0,
        Outcome.NotScored { Because: Reason.MeasurementPeriodOpen } => Before,
        Outcome.NotScored { Because: Reason.Relieved } => Rule?.WhenRelieved == GapInRun.Breaks ? 0 : Before,
        _ => Rule?.WhenNotScored == GapInRun.Bridges ? Before : 0,
    };

    /// <summary>The factor that a result is counted by; 1 where it is no Repeat KPI Failure.</summary>
    public int FactorOf(IndicatorResult result) =>
        Before > 0 && Rule is { } rule && result is { IsFailure: true, Indicator.CarriesPoints: true } ? rule.Factor : 1;
}
