using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Credits;
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
    /// <param name="asOf">The local day in the contract's zone; later returns and periods not ended by then do not count.</param>
    /// <exception cref="ContradictionException">A return is of another contract, or two bear the same period and revision.</exception>
    public static ContractAssessment Of(Contract contract, IReadOnlyCollection<SupplierReturn> returns, HolidayBasis basis, LocalDate asOf)
    {
        ContradictionException.ThrowIfAny(returns.Where(r => r.Contract != contract.Code)
            .Select(r => new Problem(ReturnProblems.OtherContract, "contract", contract.Code, r.Contract)));
        var history = new ReturnHistory(returns, asOf);
        var periods = new List<PeriodAssessment>();
        foreach (var terms in contract.PeriodsBegunBy(asOf, basis).Where(t => t.Period.Last < asOf))
            periods.Add(Period(terms, history, periods, asOf));
        return new(contract, asOf, basis, periods, ContractDateAlerts.Of(contract, basis, asOf));
    }

    private static PeriodAssessment Period(PeriodTerms terms, ReturnHistory history, IReadOnlyList<PeriodAssessment> earlier, LocalDate asOf)
    {
        var period = Evaluated(terms, history, earlier, asOf);
        period = period with { Credit = Credit(period, earlier) };
        period = period with { Triggers = TriggerRules.Of(period, earlier) };
        return period with { Alerts = PeriodAlerts.Of(period, asOf) };
    }

    private static PeriodAssessment Evaluated(PeriodTerms terms, ReturnHistory history, IReadOnlyList<PeriodAssessment> earlier, LocalDate asOf)
    {
        var month = terms.Period.Month;
        var status = ReturnStatuses.Of(terms, history.FirstReceived(month), asOf);
        var results = new Dictionary<string, IndicatorResult>();
        foreach (var indicator in terms.Indicators)
        {
            var result = indicator.Source is Measure
                ? Measured(indicator, terms, MeasureEvaluator.Evaluate(indicator, terms, history.Figure(month, indicator.Code), status), earlier)
                : CompositeEvaluator.Evaluate(indicator, terms, results, (code, back) => Earlier(earlier, code, back));
            var run = earlier.LastOrDefault()?.Find(indicator.Code)?.RunOfFailures ?? 0;
            results.Add(indicator.Code, RepeatFailures.Counted(result, terms.Terms.Points.Repeat, run));
        }

        return new()
        {
            Terms = terms,
            Status = status,
            Return = history.For(month),
            MadeFrom = [.. history.SpeakingOf(month)],
            Results = [.. terms.Terms.Indicators.Where(i => results.ContainsKey(i.Code)).Select(i => results[i.Code])],
            Charges = terms.FixedCharges ?? (Rational?)history.Charges(month)?.Pounds,
        };
    }

    private static EarlierLevel? Earlier(IReadOnlyList<PeriodAssessment> earlier, string code, int back) =>
        back <= earlier.Count ? new(earlier[^back].Period, earlier[^back].Find(code)?.Level) : null;

    private static IndicatorResult Measured(Indicator indicator, PeriodTerms terms, IndicatorResult alone, IReadOnlyList<PeriodAssessment> earlier) =>
        indicator.MeasurementPeriod is null
            ? alone
            : MeasurementPeriodEvaluator.Evaluate(alone, terms, earlier.Reverse().Select(p => p.Find(indicator.Code)?.Over.LastOrDefault()));

    private static ServiceCreditStatement? Credit(PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier) =>
        period.Terms.Terms.Credits is { } regime
            ? ServiceCreditCalculator.Of(
                period.Terms, regime, period.Points, period.OpenPoints, period.Charges,
                [.. earlier.Select(p => new CreditedPeriod(p.Period, p.Charges, p.Credit is null ? Money.Zero : p.Credit.Payable))])
            : null;
}
