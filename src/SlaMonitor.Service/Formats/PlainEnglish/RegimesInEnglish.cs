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
        if (regime.RepeatUplift.Count > 0) yield return new(regime.Clause, Uplift(regime.RepeatUplift));
        if (regime.EarnBack is { } earnBack) yield return new(earnBack.Clause ?? regime.Clause, EarnBackInEnglish.Of(earnBack, dated.Terms));
        foreach (var cap in CapsInEnglish.Of(regime.Caps, regime, isOnly ? "a Service Credit" : $"the credit by {Phrases.Quoted(regime.Name)}", regime.Clause, dated)) yield return cap;
    }

    private static string Rule(CreditRule rule, ContractTerms terms) => rule switch
    {
        ServicePoints points => $"its Service Points, times {points.PerPoint}, times its Service Charges excluding VAT and before any credit.",
        TierTable table => $"picked by the level of {table.Indicator}: {Phrases.Clauses(table.Tiers.Select(t => Tier(t, table, terms)))}.{Base(rule)}",
        AmountAtRisk risk => $"the weight of every indicator that fails, of {risk.AtRisk} at risk: {Phrases.And(risk.Weights.Select(w => $"{w.Key} {w.Value}"))}. It is never more than the amount at risk, whatever the weights add up to.{Base(rule)}",
        PointLadder ladder => $"picked by its Service Points: {Phrases.And(ladder.Steps.Select(s => $"{s.Credit} from {Phrases.Figure(s.Points)}"))}. Fewer than the first step cost nothing, and {Between(ladder.Between)}.{Base(rule)}",
        Linear linear => $"{linear.Each} for each {LevelInEnglish.Of(terms.Find(linear.Indicator)!, linear.Step)} that {linear.Indicator} falls short of its target; {PartOfStep(linear.PartOfStep)}. A failure whose figure was not supplied costs {linear.WithoutLevel}.{Base(rule)}",
        PerEvent events => $"{events.Each} for each that {events.Indicator} counts. A count that was not supplied and counts as the worst there is costs {events.WithoutCount}.{Base(rule)}",
        LateDays late => $"{late.PerDay} for each {(late.Days == DaysCounted.Working ? "working day" : "day")} that its return is late, for at most {Phrases.Count(late.AtMostDays, "day")}; while the return has not come, for each day so far.{Base(rule)}",
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no words yet."),
    };

    private static string Between(BetweenSteps between) => between switch
    {
        BetweenSteps.Floor => "points between two steps cost as much as the step below",
        BetweenSteps.Ceiling => "points between two steps cost as much as the step above",
        _ => "points between two steps cost a rate on the straight line between the two",
    };

    private static string PartOfStep(PartOfStep part) => part switch
    {
        Domain.Contracts.Regimes.PartOfStep.Dropped => "a part of that costs nothing",
        Domain.Contracts.Regimes.PartOfStep.CountsWhole => "a part of that costs as much as the whole",
        _ => "a part of that costs its share",
    };

    private static string Uplift(IReadOnlyList<Percentage> uplift) =>
        $"Where the same indicator fails in Service Periods that follow one another, {Phrases.And(uplift.Select((u, i) => $"the {Phrases.Order(i + 1)} failure is multiplied by {u}"))}, and so is every later one. It never compounds.";

    private static string Tier(Tier tier, TierTable table, ContractTerms terms)
    {
        var cost = tier.Credit.IsNothing ? "nothing" : tier.Credit.ToString();
        return tier.Bound is { } bound
            ? $"{LevelInEnglish.Of(terms.Find(table.Indicator)!, bound)} or {(table.Better == Polarity.Higher ? "more" : "less")}, {cost}"
            : $"anything {(table.Better == Polarity.Higher ? "less" : "more")}, and a missing figure that counts as the worst, {cost}";
    }

    /// <summary>What rates are of, where there are any.</summary>
    private static string Base(CreditRule rule) => !rule.Amounts.Any(a => a is CreditAmount.Share) ? ""
        : rule.Of is { } sum ? $" Rates are of {sum}."
        : " Rates are of the Service Charges of the Service Period, excluding VAT and before any credit.";

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
