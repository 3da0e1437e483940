using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain;

/// <summary>
/// The whole flow as one function: return -> evaluation -> credit -> alert, over a contract's whole history. Nothing is
/// patched month by month; a restated return or a new revision is simply assessed again.
/// </summary>
public static class Assessment
{
    /// <param name="returns">The accepted returns of the contract, in any order.</param>
    /// <param name="decisions">What was decided under the contract, in any order. Expected to be sound, see
    /// <see cref="DecisionChecks"/>; what it says of no result is passed over.</param>
    /// <param name="asOf">The local day in the contract's zone; later returns and decisions, and periods not ended by then, do not
    /// count.</param>
    /// <exception cref="ContradictionException">A return or a decision is of another contract, two returns bear the same period and
    /// revision, or decisions contradict one another.</exception>
    public static ContractAssessment Of(
        Contract contract, IReadOnlyCollection<SupplierReturn> returns, IReadOnlyList<Decision> decisions, HolidayBasis basis, LocalDate asOf)
    {
        ContradictionException.ThrowIfAny(returns.Where(r => r.Contract != contract.Code)
            .Select(r => new Problem(ReturnProblems.OtherContract, "contract", contract.Code, r.Contract)));
        ContradictionException.ThrowIfAny(DecisionChecks.Numbered(decisions, d => DecisionChecks.OfOtherContract(contract.Code, d)));
        var history = new ReturnHistory(returns, asOf);
        var decided = new DecisionHistory(decisions, asOf);
        var standing = contract.With(decided.Known);
        var periods = new List<PeriodAssessment>();
        foreach (var terms in standing.PeriodsBegunBy(asOf, basis).Where(t => t.Period.Last < asOf))
            periods.Add(Period(terms, history, decided, periods, asOf));
        return new(contract, asOf, basis, decided.Known, periods);
    }

    private static PeriodAssessment Period(PeriodTerms terms, ReturnHistory history, DecisionHistory decided, IReadOnlyList<PeriodAssessment> earlier, LocalDate asOf)
    {
        var period = WithholdingRule.Applied(Evaluated(terms, history, decided, earlier, asOf), decided);
        if (terms.Terms.Credits is { } credits) period = period with { Credit = ServiceCreditCalculator.Of(credits, period, earlier) };
        return terms.Terms.Triggers.Count == 0 ? period : period with { Triggers = TriggerRules.Of(period, earlier) };
    }

    private static PeriodAssessment Evaluated(PeriodTerms terms, ReturnHistory history, DecisionHistory decided, IReadOnlyList<PeriodAssessment> earlier, LocalDate asOf)
    {
        var month = terms.Period.Month;
        var returned = history.Of(month);
        var status = ReturnStatuses.Of(terms, returned.FirstReceived, asOf);
        var before = earlier.Count == 0 ? null : earlier[^1];
        var results = new PeriodResults(terms.Terms);
        foreach (var turn in terms.Turns)
        {
            var indicator = turn.Indicator;
            var relief = decided.Relief(month, indicator.Code);
            var run = new FailureRun(before?.FindNear(turn.Place, indicator.Code)?.RunOfFailures ?? 0, terms.Terms.Points.Repeat);
            var result = indicator.Source is Measure
                ? Measured(indicator, terms, MeasureEvaluator.Evaluate(indicator, run, terms, returned.Figure(indicator.Code, turn.Place), status), relief, earlier)
                : Relieving.Of(CompositeEvaluator.Evaluate(turn, run, terms, results, earlier), relief);
            if (decided.Dispute(month, indicator.Code) is { } dispute) result = result with { Dispute = dispute };
            results.Add(turn.Place, result);
        }

        return new()
        {
            Terms = terms,
            Status = status,
            Return = returned.Current,
            LateUntil = status switch
            {
                ReturnStatus.Late => returned.FirstReceived,
                ReturnStatus.Overdue => asOf,
                _ => null,
            },
            MadeFrom = returned.Speaking,
            Results = terms.CreditHoliday is { Points: HolidayPoints.None } ? [.. results.InOrder().Select(r => r with { PointsStopped = PointsStop.CreditHoliday })] : results.InOrder(),
            ChargesPaid = decided.Paid(month)?.Amount.Pounds,
            Charges = terms.FixedCharges ?? (Rational?)returned.Charges?.Pounds,
        };
    }

    /// <summary>Where an indicator is measured over several Service Periods, a relief is of the figures of one of them.</summary>
    private static IndicatorResult Measured(Indicator indicator, PeriodTerms terms, IndicatorResult alone, Relief? relief, IReadOnlyList<PeriodAssessment> earlier)
    {
        if (indicator.MeasurementPeriod is not { } over) return Relieving.Of(alone, relief);
        if (over.Taken == TakenTogether.ReportedAtEnd) return Relieving.Of(Together(alone, terms, earlier), relief);
        var relieved = Relieving.Of(alone, relief);
        return Together(relieved, terms, earlier) with { Without = relieved.Without is { } without ? Together(without, terms, earlier) : null };
    }

    private static IndicatorResult Together(IndicatorResult alone, PeriodTerms terms, IReadOnlyList<PeriodAssessment> earlier) =>
        MeasurementPeriodEvaluator.Evaluate(alone, terms, earlier.Reverse().Select(p => p.Find(alone.Indicator.Code)?.Over.LastOrDefault()));
}
