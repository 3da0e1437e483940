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

    public const string Keys = "tierTable";

    /// <summary>Adds a key for each rule to a regime; what comes back reads the rule from its values, or nothing.</summary>
    public static IReadOnlyList<Func<RecordShape<CreditRegime>.FieldValues, CreditRule?>> All(RecordShape<CreditRegime> regime) =>
    [
        Rule(regime, "tierTable", TierTable(), "The level of one indicator picks the credit."),
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
