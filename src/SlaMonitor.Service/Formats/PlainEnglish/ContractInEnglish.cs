using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>
/// A contract in plain English, clause by clause, for a reader who knows the paper and not the file: what the terms come
/// to in days and pounds, and what silence of the file is taken to mean.
/// </summary>
public static class ContractInEnglish
{
    /// <param name="basis">The bank holidays by which days are counted.</param>
    public static IReadOnlyList<Section> Of(ContractTerms terms, HolidayBasis basis)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(basis);
        var dated = new DatedTerms(terms, basis);
        return
        [
            PartiesInEnglish.Of(terms),
            TermInEnglish.Of(dated),
            .. MilestonesInEnglish.Of(dated),
            PeriodsInEnglish.Of(dated),
            .. CalendarsInEnglish.Of(dated),
            ReturnsInEnglish.Of(dated),
            .. TicketExtractsInEnglish.Of(terms),
            .. ChargesInEnglish.Of(dated),
            IndicatorsInEnglish.Overview(terms),
            .. terms.Indicators.Select(i => IndicatorsInEnglish.Of(i, dated)),
            PointsInEnglish.Of(terms),
            CreditsInEnglish.Of(dated),
            .. CreditHolidaysInEnglish.Of(terms),
            TriggersInEnglish.Of(terms),
            ExamplesInEnglish.Of(terms),
        ];
    }
}
