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
        var earnBack = EarnBackField(shape, r => r.Regime.EarnBack);
        var rounding = shape.OptionalValue("rounding", Scalars.Words<RoundingMode>(), r => r.Rounding, "Which way half a penny goes; halfAwayFromZero where not stated.");
        var clause = shape.Optional("clause", Scalars.Line, r => r.Regime.Clause, ClauseAbout);
        return shape.BuiltBy(v => (new(CreditRegime.OfServicePoints, new ServicePoints(v.Get(perPoint)), v.Get(caps), v.Get(clause)) { EarnBack = v.Get(earnBack) }, v.Get(rounding)));
    }

    private static RecordShape<CreditRegime> NamedShape()
    {
        var shape = new RecordShape<CreditRegime>("regime", "A way in which failures cost money, beside the others: exactly one rule, and what limits it.");
        var rules = RuleShapes.All(shape);
        var uplift = shape.OptionalList("repeatUplift", new ListShape<Percentage>(Scalars.Percent), r => r.RepeatUplift, "What the second, third and every later failure in a row is multiplied by; the last for all that follow.");
        var caps = shape.OptionalList("caps", CapShapes.Caps, r => r.Caps, CapsAbout);
        var earnBack = EarnBackField(shape, r => r.EarnBack);
        var clause = shape.Optional("clause", Scalars.Line, r => r.Clause, ClauseAbout);
        return shape.BuiltBy(v => rules.Select(rule => rule(v)).OfType<CreditRule>().ToList() is [var only]
            ? new("", only, v.Get(caps), v.Get(clause)) { RepeatUplift = v.Get(uplift), EarnBack = v.Get(earnBack) }
            : throw new ContradictionException([new(ShapeProblems.ChooseOne, "", $"one of: {RuleShapes.Keys}", rules.All(rule => rule(v) is null) ? "none" : "several")]));
    }

    private static RecordShape<R>.Field<EarnBack?> EarnBackField<R>(RecordShape<R> regime, Func<R, EarnBack?> get) =>
        regime.Optional("earnBack", EarnBackShape(), get, "When a credit is returned.");

    private static RecordShape<EarnBack> EarnBackShape()
    {
        var shape = new RecordShape<EarnBack>("earnBack", "A credit is returned if a higher level is then sustained: a line on a later statement, never a change to the earlier one.");
        var levels = shape.Required("levels", new MapShape<Rational>(Scalars.IndicatorCode, Scalars.Level), e => e.Levels, "By indicator, the level to be reached or bettered.");
        var sustained = shape.Required("sustained", Scalars.Periods, e => e.SustainedPeriods, "In how many Service Periods in a row after the failure.");
        var within = shape.OptionalValue("within", Scalars.Periods, e => e.WithinPeriods == e.SustainedPeriods ? null : e.WithinPeriods, "By which Service Period after the failure at the latest; at once where not stated.");
        var share = shape.Required("share", Scalars.Percent, e => e.Share, "How much of the credit is returned.");
        var used = shape.Required("usedCap", Scalars.Words<UsedCap>(), e => e.UsedCap, "Whether the room it had taken under caps stays taken or is freed. It moves the sum, so it must be stated.");
        var clause = shape.Optional("clause", Scalars.Line, e => e.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(levels), v.Get(sustained), v.Get(within) ?? v.Get(sustained), v.Get(share), v.Get(used), v.Get(clause)));
    }
}
