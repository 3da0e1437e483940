using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Times in which failures cost no money, as the contract file writes them.</summary>
internal static class CreditHolidayShape
{
    public static Shape<CreditHoliday> Shape { get; } = Build();

    private static RecordShape<CreditHoliday> Build()
    {
        var shape = new RecordShape<CreditHoliday>("creditHoliday", "A time in which failures cost no money: the first months of the term, or a range of days. A Service Period is in it if its first day is.");
        var first = shape.OptionalValue("first", Scalars.Months, h => (h as CreditHoliday.FromStart)?.Months, "So long from the start of the term.");
        var from = shape.OptionalValue("from", Scalars.Day, h => (h as CreditHoliday.Dated)?.From, "Its first day.");
        var to = shape.OptionalValue("to", Scalars.Day, h => (h as CreditHoliday.Dated)?.To, "Its last day.");
        var points = shape.Required("points", Scalars.Words<HolidayPoints>(), h => h.Points, "Whether Service Points accrue all the same. It must be stated.");
        var clause = shape.Optional("clause", Scalars.Line, h => h.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => Built(v.Get(first), v.Get(from), v.Get(to), v.Get(points), v.Get(clause)));
    }

    private static CreditHoliday Built(int? months, LocalDate? from, LocalDate? to, HolidayPoints points, string? clause) => (months, from, to) switch
    {
        ({ } first, null, null) => new CreditHoliday.FromStart(first, points, clause),
        (null, { } begins, { } ends) => new CreditHoliday.Dated(begins, ends, points, clause),
        _ => throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'first', or 'from' and 'to'", Found(months is not null, from is not null, to is not null))]),
    };

    private static string Found(bool first, bool from, bool to)
    {
        var keys = new[] { first ? "first" : null, from ? "from" : null, to ? "to" : null }.OfType<string>().ToList();
        return keys.Count == 0 ? "neither" : string.Join(", ", keys);
    }
}
