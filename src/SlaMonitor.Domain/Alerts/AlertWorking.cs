using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Alerts;

/// <summary>How an alert was arrived at, line by line, from the very facts it speaks of. Written when somebody is to be told, and not for
/// every alert of every assessment.</summary>
public static class AlertWorking
{
    /// <returns>Empty where there is nothing to reckon.</returns>
    public static IReadOnlyList<WorkingLine> Of(ContractAssessment assessment, Alert alert) =>
        alert.Event.Family() == AlertFamily.ContractDate ? OfDate(assessment, alert)
        : assessment.Periods.FirstOrDefault(p => p.Period.Name == alert.Of) is { } period ? Of(period, alert) : [];

    private static IReadOnlyList<WorkingLine> OfDate(ContractAssessment assessment, Alert alert) =>
        ContractDates.Of(assessment.Contract, assessment.Decisions, assessment.Basis, assessment.AsOf).FirstOrDefault(d => d.Key == alert.Subject)?.Working ?? [];

    private static IReadOnlyList<WorkingLine> Of(PeriodAssessment period, Alert alert) => alert.Event.Family() switch
    {
        AlertFamily.Breach or AlertFamily.ClaimCheck or AlertFamily.Decision => period.Find(alert.Subject)?.Working() ?? [],
        AlertFamily.Credit => period.Credit?.Working() ?? [],
        AlertFamily.Trigger => [.. period.Triggers.Where(t => PeriodAlerts.SubjectOf(t) == alert.Subject).Select(t => t.Working)],
        AlertFamily.Return => [.. DueOfReturn(period), .. alert.Event == AlertEvent.ReturnOverdue ? WhatItComesTo(period) : []],
        _ => [],
    };

    private static IEnumerable<WorkingLine> WhatItComesTo(PeriodAssessment period) => [.. period.Triggers.Select(t => t.Working), .. period.Credit?.Working() ?? []];

    private static IEnumerable<WorkingLine> DueOfReturn(PeriodAssessment period)
    {
        if (period.Terms.ReturnDue is not { } due) yield break;
        var terms = period.Terms.Terms.Returns;
        yield return new(
            terms.Clause, $"The return is due {terms.Due} after the end of the Service Period",
            $"the Service Period {period.Period} ended on {period.Period.Last:d MMMM uuuu}; {period.Terms.WorkingDays}",
            $"{period.Period.Last:d MMMM uuuu} + {terms.Due}", $"{due:dddd d MMMM uuuu}");
    }
}
