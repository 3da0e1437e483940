using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>One credit regime: its rule, what it comes to, and its own caps.</summary>
internal static class RegimesInEnglish
{
    private static readonly Money ExampleCharge = new(100_000_00);

    public static IEnumerable<Paragraph> Of(CreditRegime regime, CreditTerms credits, DatedTerms dated)
    {
        var isOnly = credits.Regimes.Count == 1;
        var subject = isOnly && regime.Rule is ServicePoints ? "The Service Credit of a Service Period is" : $"By {Phrases.Quoted(regime.Name)} the credit of a Service Period is";
        yield return new(regime.Clause, $"{subject} {Rule(regime.Rule, dated.Terms)}");
        if (regime.Rule is ServicePoints points) yield return new(regime.Clause, Worth(points, credits.Rounding, dated));
        foreach (var cap in CapsInEnglish.Of(regime.Caps, regime, isOnly ? "a Service Credit" : $"the credit by {Phrases.Quoted(regime.Name)}", regime.Clause, dated)) yield return cap;
    }

    private static string Rule(CreditRule rule, ContractTerms terms) => rule switch
    {
        ServicePoints points => $"its Service Points, times {points.PerPoint}, times its Service Charges excluding VAT and before any credit.",
        TierTable table => $"picked by the level of {table.Indicator}: {Phrases.Clauses(table.Tiers.Select(t => Tier(t, table, terms)))}. {Base(rule)}",
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no words yet."),
    };

    private static string Tier(Tier tier, TierTable table, ContractTerms terms)
    {
        var cost = tier.Credit.IsNothing ? "nothing" : tier.Credit.ToString();
        return tier.Bound is { } bound
            ? $"{LevelInEnglish.Of(terms.Find(table.Indicator)!, bound)} or {(table.Better == Polarity.Higher ? "more" : "less")}, {cost}"
            : $"anything {(table.Better == Polarity.Higher ? "less" : "more")}, and a missing figure that counts as the worst, {cost}";
    }

    /// <summary>What rates are of.</summary>
    private static string Base(CreditRule rule) => rule.Of is { } sum
        ? $"Rates are of {sum}."
        : "Rates are of the Service Charges of the Service Period, excluding VAT and before any credit.";

    private static string Worth(ServicePoints points, RoundingMode rounding, DatedTerms dated)
    {
        if (dated.Terms.Charges is not Charges.Fixed { PerPeriod: var charge })
            return $"As an illustration: at charges of {ExampleCharge} one Service Point would be worth {Rounded(ExampleCharge)}.";
        var exact = points.PerPoint.Factor * charge.Pounds;
        var working = Money.Round(exact, rounding).Pounds == exact ? "" : $" ({points.PerPoint} of it is {Phrases.Pounds(exact)})";
        return $"One Service Point is worth {Rounded(charge)} a {dated.PeriodNoun} at the fixed charge of {charge}{working}.";

        Money Rounded(Money of) => Money.Round(points.PerPoint.Factor * of.Pounds, rounding);
    }
}
