using NodaTime;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>When a contract has to be assessed again though nothing comes in: a period ends, a return falls overdue, a date of the contract
/// draws near, other terms take effect.</summary>
public static class NextLook
{
    /// <param name="dated">Days of returns and decisions that count from then on.</param>
    /// <returns>The first such day after the one assessed as of; null where the contract is over and nothing is awaited.</returns>
    public static LocalDate? After(ContractAssessment assessment, IEnumerable<LocalDate> dated) =>
        Days(assessment).Concat(dated).Where(day => day > assessment.AsOf).Cast<LocalDate?>().Min();

    private static IEnumerable<LocalDate> Days(ContractAssessment assessment)
    {
        var contract = assessment.Contract.With(assessment.Decisions);
        var asOf = assessment.AsOf;
        yield return contract.Latest.Term.Start.First;
        foreach (var version in contract.Versions) yield return version.EffectiveFrom;
        foreach (var running in contract.PeriodsBegunBy(asOf, assessment.Basis).TakeLast(1)) yield return running.Period.Last.PlusDays(1);
        foreach (var day in assessment.Periods.Select(p => OfReturn(p, asOf)).OfType<LocalDate>()) yield return day;
        foreach (var day in ClockAlerts.Days(assessment.Periods)) yield return day;
        foreach (var day in ContractDateAlerts.Days(contract, assessment.Decisions, assessment.Basis, asOf)) yield return day;
    }

    /// <summary>An awaited return falls overdue the day after it is due; an overdue one is a day later every day.</summary>
    private static LocalDate? OfReturn(PeriodAssessment period, LocalDate asOf) => period.Status switch
    {
        ReturnStatus.Awaited => period.Terms.ReturnDue?.PlusDays(1),
        ReturnStatus.Overdue => asOf.PlusDays(1),
        _ => null,
    };
}
