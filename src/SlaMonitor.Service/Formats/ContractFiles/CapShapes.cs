using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Caps as the contract file writes them.</summary>
internal static class CapShapes
{
    private enum CapOf
    {
        ChargesOfPeriod,
        ChargesOfLast12Months,
    }

    /// <summary>Caps in the order they apply.</summary>
    public static Shape<IReadOnlyList<Cap>> Caps { get; } = new ListShape<Cap>(CapShape());

    private static RecordShape<Cap> CapShape()
    {
        var shape = new RecordShape<Cap>("cap", "A limit on money. It stops money, never points. Credits accrued count against a rolling cap.");
        var at = shape.Required("at", Scalars.Percent, c => c.At, "The share of the base.");
        var of = shape.Required("of", Scalars.Words<CapOf>(), c => c is Cap.OfPeriod ? CapOf.ChargesOfPeriod : CapOf.ChargesOfLast12Months, "The base.");
        var thisPeriod = shape.OptionalValue("thisPeriod", Scalars.Words<ThisPeriod>(), c => (c as Cap.OfLast12Months)?.ThisPeriod, "Whether the charges of the last 12 months include this period's. It moves the sum, so it must be stated.");
        var firstYear = shape.OptionalValue("firstYear", Scalars.Words<FirstYearBase>(), c => (c as Cap.OfLast12Months)?.FirstYear, "What stands in for 12 months of charges in the first contract year. It moves the sum, so it must be stated.");
        var clause = shape.Optional("clause", Scalars.Line, c => c.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => v.Get(of) == CapOf.ChargesOfPeriod
            ? OfPeriod(v.Get(at), v.Get(thisPeriod), v.Get(firstYear), v.Get(clause))
            : Rolling(v.Get(at), v.Get(thisPeriod), v.Get(firstYear), v.Get(clause)));
    }

    private static Cap.OfPeriod OfPeriod(Percentage at, ThisPeriod? thisPeriod, FirstYearBase? firstYear, string? clause) => thisPeriod is null && firstYear is null
        ? new(at, clause)
        : throw new ContradictionException([new(ShapeProblems.UnknownKey, "of", "chargesOfLast12Months beside 'thisPeriod' or 'firstYear'", "chargesOfPeriod")]);

    /// <summary>'thisPeriod: included' or 'excluded'.</summary>
    private static string Stated<E>(string key)
        where E : struct, Enum => $"'{key}: {string.Join("' or '", Enum.GetValues<E>().Select(e => e.Key()))}'";

    private static Cap.OfLast12Months Rolling(Percentage at, ThisPeriod? thisPeriod, FirstYearBase? firstYear, string? clause)
    {
        if (thisPeriod is { } included && firstYear is { } stands) return new(at, included, stands, clause);
        var missing = new[] { thisPeriod is null ? Stated<ThisPeriod>("thisPeriod") : null, firstYear is null ? Stated<FirstYearBase>("firstYear") : null }.OfType<string>();
        throw new ContradictionException([.. missing.Select(term => new Problem(ShapeProblems.MissingKey, "", $"{term}, as it moves the sum", "nothing"))]);
    }
}
