using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Charges and points as the contract file writes them.</summary>
internal static class ChargesAndPointsShapes
{
    public static Shape<Charges> Charges { get; } = ChargesShape();

    public static Shape<PointsTerms> Points { get; } = PointsShape();

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
}
