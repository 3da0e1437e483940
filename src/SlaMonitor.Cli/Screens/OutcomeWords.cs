using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Cli.Screens;

/// <summary>Outcomes short enough for a table; colour only repeats what the words say.</summary>
internal static class OutcomeWords
{
    /// <summary>99.86 % met; 96.50 % Severe; no figure: failed.</summary>
    public static string Cell(IndicatorResult result) => $"{result.Shown} {Word(result)}".Trim();

    public static string Word(IndicatorResult result) => result.Outcome switch
    {
        Outcome.Met => "met",
        Outcome.Failed { Because: not null } => "no figure, failed",
        Outcome.Failed failed => Rung(failed.Rung),
        Outcome.NotScored { Because: Reason.NoTarget } => "",
        Outcome.NotScored { Because: Reason.NoActivity } => "no activity",
        Outcome.NotScored { Because: Reason.MeasurementPeriodOpen } => "runs on",
        Outcome.NotScored { Because: Reason.Relieved } => "relieved",
        Outcome.NotScored => "not scored",
        Outcome.CannotTell { Because: Reason.ReturnAwaited } => "awaited",
        _ => "cannot tell",
    };

    public static string Colour(IndicatorResult result) => result.Outcome switch
    {
        Outcome.Met => "green",
        Outcome.Failed => "red",
        _ => "default",
    };

    private static string Rung(RungName rung) => rung switch
    {
        RungName.BelowThreshold => "below threshold",
        RungName.Failed => "target missed",
        _ => rung.ToString(),
    };
}
