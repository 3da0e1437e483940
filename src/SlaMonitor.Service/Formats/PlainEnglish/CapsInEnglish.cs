using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The caps on Service Credits in the order they apply.</summary>
internal static class CapsInEnglish
{
    public static IEnumerable<Paragraph> Of(ServiceCreditRegime credits, DatedTerms dated)
    {
        if (credits.Caps.Count == 0)
            yield return new(credits.Clause, "The contract file does not say that credits are capped; SLA Monitor then sets them no limit.");
        for (var i = 0; i < credits.Caps.Count; i++)
            yield return new(credits.Caps[i].Clause ?? credits.Clause, $"{Order(i, credits.Caps.Count)}: {Cap(credits.Caps[i], credits, dated)}");
        if (credits.Caps.Count > 1)
            yield return new(credits.Clause, "The caps apply one after the other in this order, each to what the one before has left. They stop money, never points.");
        else if (credits.Caps.Count == 1)
            yield return new(credits.Clause, "The cap stops money, never points.");
    }

    private static string Order(int index, int count) => count == 1 ? "Cap" : $"{Phrases.Capital(Phrases.Order(index))} cap";

    private static string Cap(Cap cap, ServiceCreditRegime credits, DatedTerms dated) => cap switch
    {
        Domain.Contracts.Cap.OfPeriod => $"a Service Credit is at most {cap.At} of the charges of its own Service Period{InPounds(cap, dated)}.{ReachedAt(cap, credits)}",
        Domain.Contracts.Cap.OfLast12Months rolling => $"the credits accrued in a Service Period and in the 11 months before it are together at most {cap.At} of the charges of 12 months. {Base(rolling)} {FirstYear(rolling, dated)}",
        _ => throw new InvalidOperationException($"{cap.GetType().Name} has no words yet."),
    };

    private static string InPounds(Cap cap, DatedTerms dated) => dated.Terms.Charges is Charges.Fixed { PerPeriod: var charge }
        ? $", which is {Money.Round(cap.At.Factor * charge.Pounds, RoundingMode.Down)} at the fixed charge"
        : "";

    private static string ReachedAt(Cap cap, ServiceCreditRegime credits)
    {
        if (credits.PerPoint.Percent.Sign <= 0) return "";
        var points = (cap.At.Percent / credits.PerPoint.Percent).Round(0, RoundingMode.Up);
        return $" It is reached at {Phrases.Figure(points)} Service Point{(points == 1 ? "" : "s")}.";
    }

    private static string Base(Cap.OfLast12Months cap) => cap.ThisPeriod switch
    {
        ThisPeriod.Included => "Those are the charges of the same 12 months, the Service Period being reckoned included.",
        ThisPeriod.Excluded => "Those are the charges of the 12 months before the Service Period being reckoned, which itself does not count.",
        _ => throw new ArgumentOutOfRangeException(nameof(cap), cap.ThisPeriod, "Not a base."),
    };

    private static string FirstYear(Cap.OfLast12Months cap, DatedTerms dated)
    {
        var end = Phrases.Date(dated.Terms.Term.Start.First.PlusYears(1).PlusDays(-1));
        return cap.FirstYear switch
        {
            FirstYearBase.EstimatedYear1Charges => $"In the first contract year, to {end}, the charges estimated for that whole year, {dated.Terms.Charges!.EstimatedFirstYear}, stand in for the charges of 12 months.",
            FirstYearBase.ChargesToDate => $"In the first contract year, to {end}, the charges so far stand in for those of 12 months.",
            _ => throw new ArgumentOutOfRangeException(nameof(cap), cap.FirstYear, "Not a base."),
        };
    }
}
