using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes how outages became minutes of downtime and of maintenance.</summary>
internal static class OutageWorking
{
    public static IEnumerable<WorkingLine> Of(IndicatorResult result)
    {
        if (result is not { Outages: { } log, Indicator: { Clause: var clause, Measure: Availability measure } }) yield break;
        foreach (var taken in log.Taken)
            yield return new(clause, $"Outage {taken.Outage}", Minutes(taken), Share(taken), taken.Within is null ? "not in the period" : $"{WorkingFigure.Of(taken.Minutes * taken.Share)} minutes");
        yield return new(clause, $"Outages together: each minute once, with the worst share{Window(measure)}", log.Taken.Count.Counted("outage"), "", $"downtime {WorkingFigure.Of(log.Downtime)}, maintenance {WorkingFigure.Of(log.Maintenance)} minutes");
    }

    private static string Minutes(TakenOutage taken) =>
        $"{WorkingFigure.Of(taken.Minutes)} service minutes in the period{(taken.ByRule ? ", a local time that the clock change made doubtful taken by the contract's rule" : "")}";

    private static string Share(TakenOutage taken) => taken is { Share: var share, Outage.Affected: var (users, of) } && share != Rational.One
        ? $"{WorkingFigure.Of(taken.Minutes)} x {users} / {of}"
        : "";

    private static string Window(Availability measure) => measure.MaintenanceWindow is { } window ? $"; maintenance outside '{window}' is downtime" : "";
}
