using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>The rules of credit regimes as the contract file writes them: each under a key of its own.</summary>
internal static class RuleShapes
{
    private const string OfAbout = "The sum in pounds that rates are of; the Service Charges of the period where not stated.";

    public const string Keys = "tierTable, amountAtRisk, pointLadder, linear, perEvent, lateDays";

    /// <summary>Adds a key for each rule to a regime; what comes back reads the rule from its values, or nothing.</summary>
    public static IReadOnlyList<Func<RecordShape<CreditRegime>.FieldValues, CreditRule?>> All(RecordShape<CreditRegime> regime) =>
    [
        Rule(regime, "tierTable", TierTable(), "The level of one indicator picks the credit."),
        Rule(regime, "amountAtRisk", AmountAtRisk(), "Each failed indicator costs its weight of an amount at risk."),
        Rule(regime, "pointLadder", PointLadder(), "The points of the period pick a rate."),
        Rule(regime, "linear", Linear(), "So much for each step that a level falls short of its target."),
        Rule(regime, "perEvent", PerEvent(), "So much for each of what an indicator counts."),
        Rule(regime, "lateDays", LateDays(), "So much for each day that the return is late."),
    ];

    private static Func<RecordShape<CreditRegime>.FieldValues, CreditRule?> Rule<R>(RecordShape<CreditRegime> regime, string key, Shape<R> shape, string about)
        where R : CreditRule
    {
        var field = regime.Optional(key, shape, r => r.Rule as R, about);
        return values => values.Get(field);
    }

    private static RecordShape<TierTable> TierTable()
    {
        var shape = new RecordShape<TierTable>("tierTable", "The level of one indicator picks the credit, best tier first. A bound belongs to the tier it begins; the last tier takes all that is left.");
        var indicator = shape.Required("indicator", Scalars.IndicatorCode, t => t.Indicator, "Whose level.");
        var of = Of(shape);
        var tiers = shape.Required("tiers", new ListShape<TierFile>(Tier()), t => [.. t.Tiers.Select(tier => TierFile.Of(tier, t.Better))], "Best first.");
        return shape.BuiltBy(v => new(v.Get(indicator), TierFile.Better(v.Get(tiers)), [.. v.Get(tiers).Select(t => new Tier(t.From ?? t.UpTo, t.Credit))]) { Of = v.Get(of) });
    }

    private static RecordShape<TierFile> Tier()
    {
        var shape = new RecordShape<TierFile>("tier", "One tier.");
        var from = shape.OptionalValue("from", Scalars.Level, t => t.From, "Its floor, itself included, where higher is better.");
        var upTo = shape.OptionalValue("upTo", Scalars.Level, t => t.UpTo, "Its ceiling, itself included, where lower is better.");
        var credit = shape.Required("credit", Scalars.Credit, t => t.Credit, "What it costs.");
        return shape.BuiltBy(v => new(v.Get(from), v.Get(upTo), v.Get(credit)));
    }

    private static RecordShape<AmountAtRisk> AmountAtRisk()
    {
        var shape = new RecordShape<AmountAtRisk>("amountAtRisk", "Each failed indicator costs its weight of the amount at risk, which is the most that is ever credited.");
        var atRisk = shape.Required("atRisk", Scalars.Credit, r => r.AtRisk, "The amount at risk.");
        var of = Of(shape);
        var weights = shape.Required("weights", new MapShape<Percentage>(Scalars.IndicatorCode, Scalars.Percent), r => r.Weights, "By indicator; they may add up to more than 100 %.");
        return shape.BuiltBy(v => new(v.Get(atRisk), v.Get(weights)) { Of = v.Get(of) });
    }

    private static RecordShape<PointLadder> PointLadder()
    {
        var step = new RecordShape<PointStep>("pointStep", "What so many points cost.");
        var points = step.Required("points", Scalars.Whole(0, 100_000), s => s.Points, "From so many points on.");
        var credit = step.Required("credit", Scalars.Percent, s => s.Credit, "The rate.");
        step.BuiltBy(v => new(v.Get(points), v.Get(credit)));
        var shape = new RecordShape<PointLadder>("pointLadder", "The points of the period pick a rate. Fewer than the first step cost nothing, more than the last as much as it.");
        var of = Of(shape);
        var steps = shape.Required("steps", new ListShape<PointStep>(step), l => l.Steps, "By points, fewest first.");
        var between = shape.Required("between", Scalars.Words<BetweenSteps>(), l => l.Between, "What points between two steps cost: as the step below, as the step above, or on the straight line. It moves the sum, so it must be stated.");
        return shape.BuiltBy(v => new(v.Get(steps), v.Get(between)) { Of = v.Get(of) });
    }

    private static RecordShape<Linear> Linear()
    {
        var shape = new RecordShape<Linear>("linear", "So much for each step that a level falls short of its target.");
        var indicator = shape.Required("indicator", Scalars.IndicatorCode, l => l.Indicator, "Whose level.");
        var of = Of(shape);
        var step = shape.Required("step", Scalars.Level, l => l.Step, "How far short is one step, in the indicator's unit: 1 for a percentage point.");
        var each = shape.Required("each", Scalars.Credit, l => l.Each, "What one step costs.");
        var part = shape.Required("partOfStep", Scalars.Words<PartOfStep>(), l => l.PartOfStep, "What a part of a step costs: nothing, as much as a whole one, or its share. It moves the sum, so it must be stated.");
        var without = shape.Required("withoutLevel", Scalars.Credit, l => l.WithoutLevel, "What a failure costs whose figure was not supplied.");
        return shape.BuiltBy(v => new(v.Get(indicator), v.Get(step), v.Get(each), v.Get(part), v.Get(without)) { Of = v.Get(of) });
    }

    private static RecordShape<PerEvent> PerEvent()
    {
        var shape = new RecordShape<PerEvent>("perEvent", "So much for each event, or each day that a milestone is late: whatever an indicator counts.");
        var indicator = shape.Required("indicator", Scalars.IndicatorCode, e => e.Indicator, "What counts them, by count or stock.");
        var of = Of(shape);
        var each = shape.Required("each", Scalars.Credit, e => e.Each, "What one costs.");
        var without = shape.Required("withoutCount", Scalars.Credit, e => e.WithoutCount, "What a period costs whose count was not supplied and counts as the worst there is.");
        return shape.BuiltBy(v => new(v.Get(indicator), v.Get(each), v.Get(without)) { Of = v.Get(of) });
    }

    private static RecordShape<LateDays> LateDays()
    {
        var shape = new RecordShape<LateDays>("lateDays", "So much for each day that the period's return is late; while it has not come, for each day so far.");
        var of = Of(shape);
        var perDay = shape.Required("perDay", Scalars.Credit, l => l.PerDay, "What one day costs.");
        var days = shape.Required("days", Scalars.Words<DaysCounted>(), l => l.Days, "Which days count.");
        var most = shape.Required("atMost", Scalars.Whole(1, 1000), l => l.AtMostDays, "From so many days on it costs no more.");
        return shape.BuiltBy(v => new(v.Get(perDay), v.Get(days), v.Get(most)) { Of = v.Get(of) });
    }

    private static RecordShape<R>.Field<Money?> Of<R>(RecordShape<R> shape)
        where R : CreditRule => shape.OptionalValue("of", Scalars.Pounds, r => r.Of, OfAbout);

    /// <summary>A tier as written: which bound it has says which way is better.</summary>
    private sealed record TierFile(Rational? From, Rational? UpTo, CreditAmount Credit)
    {
        public static TierFile Of(Tier tier, Polarity better) =>
            better == Polarity.Higher ? new(tier.Bound, null, tier.Credit) : new(null, tier.Bound, tier.Credit);

        /// <exception cref="ContradictionException">Floors beside ceilings.</exception>
        public static Polarity Better(IReadOnlyList<TierFile> tiers)
        {
            ContradictionException.ThrowIfAny(tiers.Any(t => t.From is not null) && tiers.Any(t => t.UpTo is not null)
                ? [new(ContractProblems.BoundDirection, "tiers", "either 'from' or 'upTo' throughout", "both")]
                : []);
            return tiers.Any(t => t.UpTo is not null) ? Polarity.Lower : Polarity.Higher;
        }
    }
}
