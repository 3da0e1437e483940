using NodaTime;
using SlaMonitor.Domain.Contracts.Regimes;
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
        if (assessment.Periods.Any(CostsMoreEachDay)) yield return asOf.PlusDays(1);
        foreach (var day in AlertDays(assessment)) yield return day;
    }

    /// <summary>The first day after the one assessed as of on which somebody hears of something, if nothing comes in before; null where the
    /// contract is over and nothing is awaited.</summary>
    public static LocalDate? Alert(ContractAssessment assessment) =>
        AlertDays(assessment).Concat(ReturnOfRunningPeriod(assessment)).Where(day => day > assessment.AsOf).Cast<LocalDate?>().Min();

    private static IEnumerable<LocalDate> AlertDays(ContractAssessment assessment)
    {
        var contract = assessment.Contract.With(assessment.Decisions);
        var asOf = assessment.AsOf;
        foreach (var period in assessment.Periods)
            if (period is { Status: ReturnStatus.Awaited, Terms.ReturnDue: { } due }) yield return due.PlusDays(1);
        foreach (var day in ClockAlerts.Days(assessment.Periods, assessment.Decisions)) yield return day;
        foreach (var day in ContractDateAlerts.Days(contract, assessment.Decisions, assessment.Basis, asOf)) yield return day;
    }

    /// <summary>A return that is overdue is a day later every day; that changes nothing but where each day costs.</summary>
    private static bool CostsMoreEachDay(PeriodAssessment period) =>
        period.Status == ReturnStatus.Overdue && period.Terms.Terms.Credits?.Regimes.Any(r => r.Rule is LateDays) == true;

    private static IEnumerable<LocalDate> ReturnOfRunningPeriod(ContractAssessment assessment) => assessment.Contract.With(assessment.Decisions)
        .PeriodsBegunBy(assessment.AsOf, assessment.Basis).TakeLast(1)
        .Select(running => ClockAlerts.FirstToldOf(running)).OfType<LocalDate>();
}
