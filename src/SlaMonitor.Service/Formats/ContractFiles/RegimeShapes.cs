using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Credit regimes as the contract file writes them.</summary>
internal static class RegimeShapes
{
    private const string ClauseAbout = "Where the contract says so.";
    private const string CapsAbout = "Limits on this regime, in the order they apply.";

    /// <summary>The regime by Service Points. It may also say how the sum of all regimes is rounded, as it does where it is the only one.</summary>
    public static Shape<(CreditRegime Regime, RoundingMode? Rounding)> ServicePoints { get; } = ServicePointsShape();

    /// <summary>Any other regime, without its name.</summary>
    public static Shape<CreditRegime> Named { get; } = NamedShape();

    private static RecordShape<(CreditRegime Regime, RoundingMode? Rounding)> ServicePointsShape()
    {
        var shape = new RecordShape<(CreditRegime Regime, RoundingMode? Rounding)>("servicePoints", "SC = TSP x x% x AC: points times a rate times the period's charges, then the caps, then one rounding to pence.");
        var perPoint = shape.Required("perPoint", Scalars.Percent, r => ((ServicePoints)r.Regime.Rule).PerPoint, "The rate for each Service Point.");
        var caps = shape.OptionalList("caps", CapShapes.Caps, r => r.Regime.Caps, "Limits, in the order they apply.");
        var rounding = shape.OptionalValue("rounding", Scalars.Words<RoundingMode>(), r => r.Rounding, "Which way half a penny goes; halfAwayFromZero where not stated.");
        var clause = shape.Optional("clause", Scalars.Line, r => r.Regime.Clause, ClauseAbout);
        return shape.BuiltBy(v => (new(CreditRegime.OfServicePoints, new ServicePoints(v.Get(perPoint)), v.Get(caps), v.Get(clause)), v.Get(rounding)));
    }

    private static RecordShape<CreditRegime> NamedShape()
    {
        var shape = new RecordShape<CreditRegime>("regime", "A way in which failures cost money, beside the others: exactly one rule, and what limits it.");
        var rules = RuleShapes.All(shape);
        var uplift = shape.OptionalList("repeatUplift", new ListShape<Percentage>(Scalars.Percent), r => r.RepeatUplift, "What the second, third and every later failure in a row is multiplied by; the last for all that follow.");
        var caps = shape.OptionalList("caps", CapShapes.Caps, r => r.Caps, CapsAbout);
        var clause = shape.Optional("clause", Scalars.Line, r => r.Clause, ClauseAbout);
        return shape.BuiltBy(v => rules.Select(rule => rule(v)).OfType<CreditRule>().ToList() is [var only]
            ? new("", only, v.Get(caps), v.Get(clause)) { RepeatUplift = v.Get(uplift) }
            : throw new ContradictionException([new(ShapeProblems.ChooseOne, "", $"one of: {RuleShapes.Keys}", rules.All(rule => rule(v) is null) ? "none" : "several")]));
    }
}
