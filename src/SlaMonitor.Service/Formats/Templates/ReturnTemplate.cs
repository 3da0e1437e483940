using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>A return to be filled in: every fact that the terms in force in one Service Period ask for.</summary>
/// <param name="Terms">The terms in force, with the period.</param>
/// <param name="Previous">The period before, where its figures are shown beside; null otherwise.</param>
public sealed record ReturnTemplate(PeriodTerms Terms, ServicePeriod? Previous, IReadOnlyList<TemplateRow> Rows)
{
    public bool HasMembers => Rows.Any(r => r.Member.Length > 0);

    /// <param name="returns">Accepted returns so far: the revision is the next one, and the previous period's figures stand
    /// beside. None where nothing of them is wanted.</param>
    /// <returns>Null where the contract has no such Service Period.</returns>
    public static ReturnTemplate? Of(Contract contract, YearMonth month, IReadOnlyList<SupplierReturn> returns, HolidayBasis basis)
    {
        var periods = Periods(contract, basis);
        if (periods.FirstOrDefault(p => p.Period.Month == month) is not { } terms) return null;
        var before = returns.Count == 0 ? null : periods.LastOrDefault(p => p.Period.First < terms.Period.First);
        var history = new ReturnHistory(returns, LocalDate.MaxIsoValue);
        var said = before is null ? new SaidBefore(null, null) : new SaidBefore(history, before.Period.Month);
        return new(terms, before?.Period, [.. OfReturn(terms, (history.For(month)?.Revision ?? 0) + 1, said), .. Reported(terms).SelectMany(i => IndicatorRows.Of(i, said))]);
    }

    /// <summary>The Service Periods a template can be had for, by name.</summary>
    public static IReadOnlyList<string> PeriodNames(Contract contract, HolidayBasis basis) => [.. Periods(contract, basis).Select(p => p.Period.Name)];

    private static List<PeriodTerms> Periods(Contract contract, HolidayBasis basis)
    {
        var term = contract.Latest.Term;
        return [.. contract.PeriodsBegunBy(term.EndAsOf(term.LatestPossibleEnd), basis)];
    }

    /// <summary>In the contract's order; those whose figures are given for a longer Measurement Period only where it ends.</summary>
    private static IEnumerable<Indicator> Reported(PeriodTerms terms) =>
        terms.Terms.Indicators.Where(i => terms.Indicators.Contains(i) && !terms.IsBeforeEnd(i));

    private static IEnumerable<TemplateRow> OfReturn(PeriodTerms terms, int revision, SaidBefore said)
    {
        yield return new("", "contract", Filling.Given) { Value = terms.Terms.Code, Description = terms.Terms.Title };
        yield return new("", "period", Filling.Given) { Value = terms.Period.Name, Description = terms.Period.InWords() };
        yield return new("", "terms from", Filling.Given) { Value = $"{terms.Terms.EffectiveFrom:uuuu-MM-dd}", Description = "the version of the contract that this was written for" };
        yield return new("", "revision", Filling.Whole) { Value = $"{revision}", Description = "1 for the first return of the period, one more each time it is sent again", Unit = "number" };
        yield return new("", "submitted on", Filling.Day) { Description = terms.ReturnDue is { } due ? $"the day you send it; due by {due:uuuu-MM-dd}" : "the day you send it", Unit = "date" };
        yield return new("", "signed off by", Filling.Text) { Description = "who answers for the figures", Unit = "text", IsOptional = true };
        if (terms.Terms.Charges is Charges.FromReturn)
            yield return new("", "charges", Filling.Pounds) { Description = "the Service Charges of the period ex VAT and before credits", Unit = "£", Previous = said.Charges() };
        yield return new("", "comment", Filling.Text) { Description = "what you have to say about the period", Unit = "text", IsOptional = true };
    }
}
