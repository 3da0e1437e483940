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
        ChargesOfContractYear,
    }

    /// <summary>Caps in the order they apply.</summary>
    public static Shape<IReadOnlyList<Cap>> Caps { get; } = new ListShape<Cap>(CapShape());

    private static RecordShape<Cap> CapShape()
    {
        var shape = new RecordShape<Cap>("cap", "A limit on money. It stops money, never points. Credits accrued count against a rolling cap.");
        var at = shape.Required("at", Scalars.Percent, c => c.At, "The share of the base.");
        var of = shape.Required("of", Scalars.Words<CapOf>(), OfWhat, "The base.");
        var thisPeriod = shape.OptionalValue("thisPeriod", Scalars.Words<ThisPeriod>(), c => (c as Cap.OfLast12Months)?.ThisPeriod, "Whether the charges of the last 12 months include this period's. It moves the sum, so it must be stated.");
        var firstYear = shape.OptionalValue("firstYear", Scalars.Words<FirstYearBase>(), c => (c as Cap.OfLast12Months)?.FirstYear, "What stands in for 12 months of charges in the first contract year. It moves the sum, so it must be stated.");
        var estimated = shape.OptionalValue("estimated", Scalars.Pounds, Estimated, "The charges estimated for every Service Period, 12 months or contract year, instead of the actual ones.");
        var charges = shape.OptionalValue("charges", Scalars.Words<CapCharges>(), c => c.Charges == CapCharges.Payable ? null : c.Charges, "Which charges: payable, as they fall due, where not stated; or paid, as the client records by decisions.");
        var clause = shape.Optional("clause", Scalars.Line, c => c.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => Read(v) with { Charges = v.Get(charges) ?? CapCharges.Payable });

        Cap Read(RecordShape<Cap>.FieldValues v)
        {
            if (v.Get(estimated) is not null && v.Get(charges) is not null)
                throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'estimated' or 'charges'", "both")]);
            ContradictionException.ThrowIfAny(v.Get(of) == CapOf.ChargesOfLast12Months ? [] : NotFor(v.Get(of), CapOf.ChargesOfLast12Months, ("thisPeriod", v.Get(thisPeriod) is not null), ("firstYear", v.Get(firstYear) is not null)));
            return v.Get(of) switch
            {
                CapOf.ChargesOfPeriod => new Cap.OfPeriod(v.Get(at), v.Get(clause)) { Estimated = v.Get(estimated) },
                CapOf.ChargesOfContractYear => new Cap.OfContractYear(v.Get(at), v.Get(estimated), v.Get(clause)),
                _ when v.Get(estimated) is { } sum => Of12Months(v.Get(at), sum, v.Get(thisPeriod) is null && v.Get(firstYear) is null, v.Get(clause)),
                _ => Rolling(v.Get(at), v.Get(thisPeriod), v.Get(firstYear), v.Get(clause)),
            };
        }
    }

    private static CapOf OfWhat(Cap cap) => cap switch
    {
        Cap.OfPeriod => CapOf.ChargesOfPeriod,
        Cap.OfLast12Months or Cap.OfEstimated12Months => CapOf.ChargesOfLast12Months,
        Cap.OfContractYear => CapOf.ChargesOfContractYear,
        _ => throw new InvalidOperationException("The set of caps is closed."),
    };

    private static Domain.Numbers.Money? Estimated(Cap cap) => cap switch
    {
        Cap.OfPeriod period => period.Estimated,
        Cap.OfEstimated12Months twelve => twelve.Estimated,
        Cap.OfContractYear year => year.Estimated,
        _ => null,
    };

    private static Cap.OfEstimated12Months Of12Months(Percentage at, Domain.Numbers.Money estimated, bool isAlone, string? clause) => isAlone
        ? new(at, estimated, clause)
        : throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'estimated', or 'thisPeriod' and 'firstYear'", "both")]);

    /// <summary>Keys that belong to another base.</summary>
    private static IEnumerable<Problem> NotFor(CapOf found, CapOf belongs, params (string Key, bool IsThere)[] keys)
    {
        if (keys.Any(k => k.IsThere))
            yield return new(ShapeProblems.UnknownKey, "of", $"{belongs.Key()} beside {string.Join(" or ", keys.Select(k => $"'{k.Key}'"))}", found.Key());
    }

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
