using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Credits;

/// <summary>Whether an elected withholding stands (MSC: for an Unacceptable KPI Failure, and no more than the period's
/// charges). Where it does not, points and credits accrue as if it had not been elected, and a problem says so.</summary>
internal static class WithholdingRule
{
    public static PeriodAssessment Applied(PeriodAssessment period, DecisionHistory decisions)
    {
        if (decisions.Withholding(period.Period.Month) is not { } elected) return period;
        var path = decisions.PathOf(elected);
        if (TriggerRules.UnacceptableIn(period) is not { } trigger)
            return period with { Problems = [new(DecisionProblems.TriggerNotReached, path, $"an Unacceptable KPI Failure in {period.Period}", TriggerRules.BelowThreshold(period))] };
        if (elected.Amount is { } amount && period.Charges is { } charges && amount.Pounds > charges)
            return period with { Problems = [new(DecisionProblems.WithheldTooMuch, $"{path}.amount", $"at most {charges.ToText(2)}, the charges of {period.Period}", amount.ToPlainText())] };
        return period with
        {
            Withholding = new(elected, trigger, elected.Amount?.Pounds ?? period.Charges),
            Results = [.. period.Results.Select(r => r with { PointsStopped = PointsStop.ChargesWithheld })],
        };
    }
}
