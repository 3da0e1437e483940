using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What the list of contracts says of one in numbers. Pure.</summary>
public static class InPortfolio
{
    /// <param name="row">With what it says in words.</param>
    public static PortfolioRow With(this PortfolioRow row, ContractAssessment assessment, RegisteredContract stored)
    {
        var next = DueDates.Of(stored, assessment.Contract, assessment.Basis, assessment.AsOf).FirstOrDefault(d => d.Event != DueEvent.Return && d.On >= assessment.AsOf);
        return row with
        {
            ToReview = ReviewedBreach.Of(assessment).Count(b => b.WantsReview(assessment.AsOf)),
            CreditedThisYear = CreditedThisYear(assessment),
            PointsAgainstTrigger = PointsAgainstTrigger(assessment) is { } points ? $"{points.Points} of {points.Limit} in {points.Trigger.WithinPeriods.Counted("period")}" : null,
            NextDate = next?.On,
            NextDateIs = next is null ? null : next.Event == DueEvent.ContractEnd ? "The contract ends" : next.Status.Split(": ")[0],
        };
    }

    /// <summary>The credits that can be told of the contract year that the last ended Service Period is in.</summary>
    public static Money CreditedThisYear(ContractAssessment assessment) => assessment.Periods.LastOrDefault() is { } last
        ? Money.Sum(assessment.Periods.Where(p => p.Period.First >= last.Terms.ContractYearStart).Select(p => p.Credit?.Payable ?? Money.Zero))
        : Money.Zero;

    /// <summary>The points of the periods that the trigger looks at, the last ended one among them; null where no trigger counts points.</summary>
    public static (Trigger.CriticalPerformanceFailure Trigger, int Points, int Limit)? PointsAgainstTrigger(ContractAssessment assessment) =>
        assessment.Contract.InForceOn(assessment.AsOf).Triggers.OfType<Trigger.CriticalPerformanceFailure>().FirstOrDefault(t => t.Points is not null) is { } trigger
            ? (trigger, assessment.Periods.TakeLast(trigger.WithinPeriods).Sum(p => p.Points), trigger.Points!.Value)
            : null;
}
