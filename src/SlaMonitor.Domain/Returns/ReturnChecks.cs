using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>
/// Everything wrong with a return under its contract. Paths: <c>contract</c>, <c>period</c>, <c>charges</c>,
/// <c>indicators.CODE</c> with <c>.stated</c>, <c>.parts.KEY</c>, <c>.members.NAME.KEY</c>; restated figures stand under
/// <c>restates.PERIOD</c>.
/// </summary>
public static class ReturnChecks
{
    public static IReadOnlyList<Problem> Of(Contract contract, SupplierReturn submitted, BankHolidays holidays)
    {
        if (submitted.Contract != contract.Code)
            return [new(ReturnProblems.OtherContract, "contract", contract.Code, submitted.Contract)];
        return
        [
            .. Period(contract, submitted.Figures, submitted, holidays, isRestated: false),
            .. submitted.Restated.GroupBy(f => f.Month).Where(g => g.Count() > 1)
                .Select(g => new Problem(ReturnProblems.RestatesTwice, $"restates.{ServicePeriod.NameOf(g.Key)}", "each period once", $"{g.Count()} times")),
            .. submitted.Restated.SelectMany(f => Restated(contract, f, submitted, holidays)
                .Select(p => p.Under($"restates.{ServicePeriod.NameOf(f.Month)}"))),
        ];
    }

    private static IEnumerable<Problem> Restated(Contract contract, PeriodFigures figures, SupplierReturn submitted, BankHolidays holidays) =>
        figures.Month.CompareTo(submitted.Month) >= 0
            ? [new(ReturnProblems.RestatesLater, "period", $"a period before {ServicePeriod.NameOf(submitted.Month)}", ServicePeriod.NameOf(figures.Month))]
            : Period(contract, figures, submitted, holidays, isRestated: true);

    private static IEnumerable<Problem> Period(Contract contract, PeriodFigures figures, SupplierReturn submitted, BankHolidays holidays, bool isRestated)
    {
        var term = contract.Latest.Term;
        var end = term.EndAsOf(term.LatestPossibleEnd);
        if (contract.PeriodsBegunBy(end, holidays).FirstOrDefault(t => t.Period.Month == figures.Month) is not { } terms)
            return [new(ReturnProblems.NoSuchPeriod, "period", $"a Service Period from {contract.Versions[0].EffectiveFrom:uuuu-MM-dd} to {end:uuuu-MM-dd}", ServicePeriod.NameOf(figures.Month))];
        if (submitted.SubmittedOn <= terms.Period.Last)
            return [new(ReturnProblems.PeriodNotOver, "submittedOn", $"a day after {terms.Period.Last:uuuu-MM-dd}", $"{submitted.SubmittedOn:uuuu-MM-dd}")];
        return
        [
            .. Charges(terms, figures, isRestated),
            .. figures.Indicators.SelectMany(i => ReturnedIndicatorChecks.Of(terms, i).Select(p => p.Under($"indicators.{i.Code}"))),
            .. Twice(figures),
            .. isRestated ? [] : Missing(terms, figures),
        ];
    }

    private static IEnumerable<Problem> Charges(PeriodTerms terms, PeriodFigures figures, bool isRestated)
    {
        if (figures.Charges is null && !isRestated && terms.Terms.Charges is Charges.FromReturn)
            yield return new(ReturnProblems.ChargesMissing, "charges", $"the Service Charges of {terms.Period} ex VAT", "none");
        if (figures.Charges is { Pence: < 0 } negative)
            yield return new(ReturnProblems.ChargesNegative, "charges", "0.00 or more", negative.ToPlainText());
        if (figures.Charges is { } stated && terms.FixedCharges is { } fixedCharges && stated != Money.Round(fixedCharges, RoundingMode.HalfAwayFromZero))
            yield return new(ReturnProblems.ChargesFixed, "charges", fixedCharges.ToText(2), stated.ToPlainText());
    }

    private static IEnumerable<Problem> Twice(PeriodFigures figures) =>
        figures.Indicators.GroupBy(i => i.Code).Where(g => g.Count() > 1)
            .Select(g => new Problem(ReturnProblems.IndicatorTwice, $"indicators.{g.Key}", "one entry", $"{g.Count()}"));

    private static IEnumerable<Problem> Missing(PeriodTerms terms, PeriodFigures figures) =>
        terms.Indicators.Where(i => i.Source is Measure && figures.Find(i.Code) is null or { Measurement: Measurement.NotSupplied })
            .Select(i => new Problem(ReturnProblems.FigureMissing, $"indicators.{i.Code}", $"a figure for {i.Title}", "none"));
}
