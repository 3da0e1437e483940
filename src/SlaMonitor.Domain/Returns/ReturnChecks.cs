using NodaTime;
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
    public static IReadOnlyList<Problem> Of(Contract contract, SupplierReturn submitted, HolidayBasis basis)
    {
        if (submitted.Contract != contract.Code)
            return [new(ReturnProblems.OtherContract, "contract", contract.Code, submitted.Contract)];
        var periods = new ReportablePeriods(contract, basis);
        return
        [
            .. Own(periods, submitted),
            .. submitted.Restated.GroupBy(f => f.Month).Where(g => g.Count() > 1)
                .Select(g => new Problem(ReturnProblems.RestatesTwice, $"restates.{ServicePeriod.NameOf(g.Key)}", "each period once", $"{g.Count()} times")),
            .. submitted.Restated.SelectMany(f => Restated(periods, f, submitted.Month).Select(p => p.Under($"restates.{ServicePeriod.NameOf(f.Month)}"))),
        ];
    }

    private static IEnumerable<Problem> Own(ReportablePeriods periods, SupplierReturn submitted)
    {
        if (periods.Find(submitted.Month) is not { } terms)
            return [periods.NotOne(submitted.Month)];
        return [.. TooEarly(terms, submitted), .. OtherVersion(terms, submitted), .. ChargesMissing(terms, submitted.Figures), .. Figures(terms, submitted.Figures), .. NothingReported.Check(terms, submitted.Figures), .. Missing(terms, submitted.Figures)];
    }

    private static IEnumerable<Problem> TooEarly(PeriodTerms terms, SupplierReturn submitted)
    {
        if (submitted.SubmittedOn <= terms.Period.Last)
            yield return new(ReturnProblems.PeriodNotOver, "submittedOn", $"a day after {terms.Period.Last:uuuu-MM-dd}, the last of the period", $"{submitted.SubmittedOn:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> Restated(ReportablePeriods periods, PeriodFigures figures, YearMonth own)
    {
        if (periods.Find(figures.Month) is not { } terms) return [periods.NotOne(figures.Month)];
        return [.. TooLate(figures.Month, own), .. Figures(terms, figures)];
    }

    private static IEnumerable<Problem> TooLate(YearMonth restated, YearMonth own)
    {
        if (restated.CompareTo(own) >= 0)
            yield return new(ReturnProblems.RestatesLater, "period", $"a period before {ServicePeriod.NameOf(own)}", ServicePeriod.NameOf(restated));
    }

    private static IEnumerable<Problem> Figures(PeriodTerms terms, PeriodFigures figures) =>
    [
        .. Charges(terms, figures),
        .. figures.Indicators.SelectMany(i => ReturnedIndicatorChecks.Of(terms, i).Select(p => p.Under($"indicators.{i.Code}"))),
        .. Twice(figures),
        .. PlausibilityChecks.Of(terms, figures),
    ];

    private static IEnumerable<Problem> OtherVersion(PeriodTerms terms, SupplierReturn submitted)
    {
        if (submitted.TermsFrom is { } from && from != terms.Terms.EffectiveFrom)
            yield return new(ReturnProblems.OtherVersion, "termsFrom", $"{terms.Terms.EffectiveFrom:uuuu-MM-dd}, from which the terms in force on {terms.Period.First:uuuu-MM-dd} stand", $"{from:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> ChargesMissing(PeriodTerms terms, PeriodFigures figures)
    {
        if (figures.Charges is null && terms.Terms.Charges is Charges.FromReturn)
            yield return new(ReturnProblems.ChargesMissing, "charges", $"the Service Charges of {terms.Period} ex VAT", "none");
    }

    private static IEnumerable<Problem> Charges(PeriodTerms terms, PeriodFigures figures)
    {
        if (figures.Charges is { } negative && negative < Money.Zero)
            yield return new(ReturnProblems.ChargesNegative, "charges", "0.00 or more", negative.ToPlainText());
        if (figures.Charges is { } stated && terms.FixedCharges is { } fixedCharges && stated.ToPlainText() != fixedCharges.ToText(2))
            yield return new(ReturnProblems.ChargesFixed, "charges", fixedCharges.ToText(2), stated.ToPlainText());
    }

    private static IEnumerable<Problem> Twice(PeriodFigures figures) =>
        figures.Indicators.GroupBy(i => i.Code).Where(g => g.Count() > 1)
            .Select(g => new Problem(ReturnProblems.IndicatorTwice, $"indicators.{g.Key}", "one entry", $"{g.Count()}"));

    private static IEnumerable<Problem> Missing(PeriodTerms terms, PeriodFigures figures) =>
        terms.Indicators.Where(i => i.Source is Measure && !terms.IsBeforeEnd(i) && figures.Find(i.Code) is null or { Measurement: Measurement.NotSupplied })
            .Select(i => new Problem(ReturnProblems.FigureMissing, $"indicators.{i.Code}", $"a figure for {i.Title}", "none"));
}
