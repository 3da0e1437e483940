using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Decisions;

/// <summary>
/// Everything wrong with the decisions of a contract that its terms tell. Paths: <c>decisions[i]</c>, by their place among
/// those handed over, with <c>.period</c>, <c>.indicator</c>, <c>.parts.KEY</c>, <c>.option</c>, <c>.exercised</c>,
/// <c>.given</c>, <c>.ends</c>, <c>.milestone</c>, <c>.done</c>. What only results tell stands in <see cref="ContractAssessment.Problems"/>.
/// </summary>
public static class DecisionChecks
{
    public static IReadOnlyList<Problem> Of(Contract contract, IReadOnlyList<Decision> decisions, HolidayBasis basis)
    {
        var options = OptionChecks.Of(contract, decisions);
        var periods = new ReportablePeriods(contract.With(decisions), basis);
        return
        [
            .. Numbered(decisions, d => OfOtherContract(contract.Code, d)),
            .. options,
            .. Numbered(decisions, d => DateDecisionChecks.Of(contract, decisions, d, basis)),
            .. Numbered(decisions, d => OfPeriod(periods, d)),
            .. DecisionContradictions.Of(decisions, LocalDate.MaxIsoValue),
        ];
    }

    /// <summary>The contract as it stands with the options that decisions say were exercised, and ended early where they say so; what
    /// cannot be is passed over.</summary>
    public static Contract With(this Contract contract, IEnumerable<Decision> decisions)
    {
        var known = decisions.ToList();
        var longer = known.OfType<Decision.OptionExercised>().OrderBy(o => o.Option).Aggregate(contract, (standing, option) => standing.Exercising(option.Option, option.Exercised));
        return known.OfType<Decision.Terminated>().OrderBy(t => t.On).LastOrDefault() is { } early ? longer.Ending(new(early.Given, early.Ends)) : longer;
    }

    internal static IEnumerable<Problem> OfOtherContract(string code, Decision decision)
    {
        if (decision.Taken.Contract != code)
            yield return new(DecisionProblems.OtherContract, "", code, decision.Taken.Contract);
    }

    internal static IEnumerable<Problem> Numbered(IEnumerable<Decision> decisions, Func<Decision, IEnumerable<Problem>> check) =>
        decisions.SelectMany((d, i) => check(d).Select(p => p.Under(DecisionContradictions.Path(i))));

    private static IEnumerable<Problem> OfPeriod(ReportablePeriods periods, Decision decision)
    {
        if (MonthOf(decision) is not { } month) return [];
        if (periods.Find(month) is not { } terms) return [periods.NotOne(month) with { Code = DecisionProblems.NoSuchPeriod }];
        return decision switch
        {
            Decision.OfResult result => OfResult(terms, result),
            Decision.ChargesWithheld when !terms.Terms.Triggers.OfType<Trigger.UnacceptableKpiFailure>().Any() =>
                [new(DecisionProblems.TriggerNotReached, "", "a contract with the trigger 'unacceptableKpiFailure'", "none")],
            Decision.OfCredit when terms.Terms.Credits is null => [new(DecisionProblems.NoCredits, "", "a contract with Service Credits", "none")],
            _ => [],
        };
    }

    private static IEnumerable<Problem> OfResult(PeriodTerms terms, Decision.OfResult decision)
    {
        if (terms.Indicators.FirstOrDefault(i => i.Code == decision.Indicator) is not { } indicator)
            return [new(DecisionProblems.NoSuchResult, "indicator", $"an indicator that applies in {terms.Period}: {string.Join(", ", terms.Indicators.Select(i => i.Code))}", decision.Indicator)];
        if (decision is not Decision.ReliefPartAccepted part) return [];
        return indicator.Measure is null
            ? [new(DecisionProblems.PartsOfComposite, "parts", "a relief accepted or rejected whole", "adjusted parts")]
            : ReturnedIndicatorChecks.Of(terms, new(indicator.Code, new Measurement.Measured(part.Parts, [], null), null));
    }

    private static YearMonth? MonthOf(Decision decision) => decision switch
    {
        Decision.OfResult result => result.Month,
        Decision.ChargesWithheld withheld => withheld.Month,
        Decision.ChargesPaid paid => paid.Month,
        Decision.OfCredit credit => credit.Month,
        _ => null,
    };
}
