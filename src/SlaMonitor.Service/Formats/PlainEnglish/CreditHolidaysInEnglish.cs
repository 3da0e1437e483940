using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Times in which failures cost no money.</summary>
internal static class CreditHolidaysInEnglish
{
    public static IEnumerable<Section> Of(ContractTerms terms) => terms.Draft.CreditHolidays.Count == 0
        ? []
        : [new("Credit holidays", [.. terms.Draft.CreditHolidays.Select(h => new Paragraph(h.Clause, Sentence(h, terms)))])];

    private static string Sentence(CreditHoliday holiday, ContractTerms terms)
    {
        var (first, last) = holiday.Days(terms.Term.Start.First);
        var from = holiday is CreditHoliday.FromStart start ? $"In the first {(start.Months == 1 ? "month" : Phrases.Count(start.Months, "month"))} of the term, " : "";
        var days = $"{(from.Length == 0 ? "F" : "f")}rom {Phrases.Date(first)} to {Phrases.Date(last)},";
        var points = holiday.Points == HolidayPoints.Accrue ? "Service Points accrue as ever" : "no Service Points accrue either";
        return $"{from}{days} no Service Credit is payable; {points}. It is for the Service Periods whose first day is within. What fails still fails, and counts in a run of failures.";
    }
}
