using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Alerts;

/// <summary>An alert as it arises on a day.</summary>
/// <param name="Assessment">Of that day.</param>
public sealed record ArisenAlert(ContractAssessment Assessment, Alert Alert)
{
    public LocalDate Day => Assessment.AsOf;
}

/// <summary>What arises over a stretch of days: the contract looked at on each day on which anything may change, and on no other.</summary>
public static class AlertsBetween
{
    /// <param name="returns">Each counts from the day it is dated; what comes in later than is known nobody can tell.</param>
    /// <param name="from">What stands on the day before arises no more.</param>
    /// <param name="to">The last day.</param>
    public static IEnumerable<ArisenAlert> Of(
        Contract contract, IReadOnlyCollection<SupplierReturn> returns, IReadOnlyList<Decision> decisions, HolidayBasis basis, LocalDate from, LocalDate to)
    {
        LocalDate[] dated = [.. returns.Select(r => r.SubmittedOn), .. decisions.Select(d => d.On)];
        var standing = On(from.PlusDays(-1)).Alerts.Select(a => a.Key).ToHashSet();
        for (LocalDate? day = from; day <= to;)
        {
            var assessment = On(day.Value);
            var now = new HashSet<string>();
            foreach (var alert in assessment.Alerts)
                if (now.Add(alert.Key) && !standing.Contains(alert.Key)) yield return new(assessment, alert);
            standing = now;
            day = NextLook.After(assessment, dated);
        }

        ContractAssessment On(LocalDate asOf) => Assessment.Of(contract, returns, decisions, basis, asOf);
    }
}
