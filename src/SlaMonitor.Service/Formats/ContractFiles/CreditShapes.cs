using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Charges, points and credits as the contract file writes them.</summary>
internal static class CreditShapes
{
    private enum CapOf
    {
        ChargesOfPeriod,
        ChargesOfLast12Months,
    }

    public static Shape<Charges> Charges { get; } = ChargesShape();

    public static Shape<PointsTerms> Points { get; } = PointsShape();

    /// <summary>The regimes by name; the file may hold one of each.</summary>
    public static Shape<ServiceCreditRegime> Credits { get; } = CreditsShape();

    private static RecordShape<Charges> ChargesShape()
    {
        var shape = new RecordShape<Charges>("charges", "The Service Charges ex VAT and before credits: fixed here, or stated in each return.");
        var fixedSum = shape.OptionalValue("perPeriod", Scalars.Pounds, c => (c as Domain.Contracts.Charges.Fixed)?.PerPeriod, "The same sum every Service Period.");
        var part = shape.OptionalValue("partPeriods", Scalars.Words<PartPeriodCharge>(), c => (c as Domain.Contracts.Charges.Fixed)?.PartPeriods, "What a part period is charged.");
        var from = shape.Optional("from", new ChoiceShape<string>(("return", "return")), c => c is Domain.Contracts.Charges.FromReturn ? "return" : null, "Where each return states the charges of its period.");
        var estimate = shape.OptionalValue("estimatedFirstYear", Scalars.Pounds, c => c.EstimatedFirstYear, "The charges estimated for the whole first contract year.");
        return shape.BuiltBy(v => (v.Get(fixedSum), v.Get(from)) switch
        {
            ({ } sum, null) => new Charges.Fixed(sum, v.Get(part)) { EstimatedFirstYear = v.Get(estimate) },
            (null, not null) => new Charges.FromReturn { EstimatedFirstYear = v.Get(estimate) },
            _ => throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'perPeriod' or 'from: return'", v.Get(from) is null ? "neither" : "both")]),
        });
    }

    private static RecordShape<PointsTerms> PointsShape()
    {
        var repeat = new RecordShape<RepeatRule>("repeat", "Repeat KPI Failures.");
        var factor = repeat.Required("factor", Scalars.Whole(1, 100), r => r.Factor, "What the second and every later failure in a row is counted by.");
        var gap = repeat.Optional("whenNotScored", Scalars.Words<GapInRun>(), r => r.WhenNotScored, GapInRun.Breaks, "What a period without a score does to a run of failures.");
        var relieved = repeat.Optional("whenRelieved", Scalars.Words<GapInRun>(), r => r.WhenRelieved, GapInRun.Bridges, "What a period whose failure was relieved does to a run of failures.");
        repeat.BuiltBy(v => new(v.Get(factor), v.Get(gap), v.Get(relieved)));
        var shape = new RecordShape<PointsTerms>("points", "The points ledger.");
        var rule = shape.Optional("repeat", repeat, p => p.Repeat, "What failing in a row does.");
        var clause = shape.Optional("clause", Scalars.Line, p => p.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => new(v.Get(rule), v.Get(clause)));
    }

    private static RecordShape<ServiceCreditRegime> CreditsShape()
    {
        var shape = new RecordShape<ServiceCreditRegime>("credits", "What failures cost in money.");
        var servicePoints = shape.Required("servicePoints", ServicePointsShape(), r => r, "A share of the period's charges for each Service Point.");
        return shape.BuiltBy(v => v.Get(servicePoints));
    }

    private static RecordShape<ServiceCreditRegime> ServicePointsShape()
    {
        var shape = new RecordShape<ServiceCreditRegime>("servicePoints", "SC = TSP x x% x AC: points times a rate times the period's charges, then the caps, then one rounding to pence.");
        var perPoint = shape.Required("perPoint", Scalars.Percent, r => r.PerPoint, "The rate for each Service Point.");
        var caps = shape.OptionalList("caps", new ListShape<Cap>(CapShape()), r => r.Caps, "Limits, in the order they apply.");
        var rounding = shape.Optional("rounding", Scalars.Words<RoundingMode>(), r => r.Rounding, RoundingMode.HalfAwayFromZero, "Which way half a penny goes.");
        var clause = shape.Optional("clause", Scalars.Line, r => r.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => new(v.Get(perPoint), v.Get(caps), v.Get(rounding), v.Get(clause)));
    }

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
