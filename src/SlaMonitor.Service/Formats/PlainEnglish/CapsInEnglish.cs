using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The caps on Service Credits in the order they apply.</summary>
internal static class CapsInEnglish
{
    /// <param name="regime">The one regime they cap; null where they cap the sum of several.</param>
    /// <param name="whose">What is capped, in words.</param>
    /// <param name="clause">Where the contract says so, where a cap does not name its own.</param>
    public static IEnumerable<Paragraph> Of(IReadOnlyList<Cap> caps, CreditRegime? regime, string whose, string? clause, DatedTerms dated)
    {
        for (var i = 0; i < caps.Count; i++)
            yield return new(caps[i].Clause ?? clause, $"{Order(i, caps.Count)}: {Cap(caps[i], regime, whose, dated)}");
        if (caps.Count > 1)
            yield return new(clause, "The caps apply one after the other in this order, each to what the one before has left. They stop money, never points.");
        else if (caps.Count == 1)
            yield return new(clause, "The cap stops money, never points.");
    }

    private static string Order(int index, int count) => count == 1 ? "Cap" : $"{Phrases.Capital(Phrases.Order(index))} cap";

    private static string Cap(Cap cap, CreditRegime? regime, string whose, DatedTerms dated) => cap switch
    {
        Domain.Contracts.Cap.OfPeriod { Estimated: { } estimated } => $"{whose} is at most {cap.At} of the charges estimated for a Service Period, {estimated}, which is {Money.Round(cap.At.Factor * estimated.Pounds, RoundingMode.Down)}. A part period has the whole of it.",
        Domain.Contracts.Cap.OfEstimated12Months estimate => $"{Accrued(whose)} accrued in a Service Period and in the 11 months before it are together at most {cap.At} of the charges estimated for 12 months, {estimate.Estimated}, which is {Money.Round(cap.At.Factor * estimate.Estimated.Pounds, RoundingMode.Down)}.",
        Domain.Contracts.Cap.OfPeriod => $"{whose} is at most {cap.At} of {Charges(cap)} of its own Service Period{InPounds(cap, dated)}.{ReachedAt(cap, regime)}",
        Domain.Contracts.Cap.OfLast12Months rolling => $"{Accrued(whose)} accrued in a Service Period and in the 11 months before it are together at most {cap.At} of {Charges(cap)} of 12 months. {Base(rolling)} {FirstYear(rolling, dated)}",
        Domain.Contracts.Cap.OfContractYear year => $"{Accrued(whose)} accrued in one contract year are together at most {cap.At} of {YearBase(year)}. Contract years run from {Phrases.Date(dated.Terms.Term.Start.First)} and its anniversaries; a Service Period belongs to the one it begins in.",
        _ => throw new InvalidOperationException($"{cap.GetType().Name} has no words yet."),
    };

    private static string YearBase(Cap.OfContractYear cap) => cap.Estimated is { } estimated
        ? $"the charges estimated for a contract year, {estimated}"
        : $"{Charges(cap)} of that year so far, the Service Period being reckoned included";

    private static string Charges(Cap cap) => cap.Charges == CapCharges.Paid ? "what has been paid, as recorded, of the charges" : "the charges";

    private static string InPounds(Cap cap, DatedTerms dated) => cap.Charges == CapCharges.Payable && dated.Terms.Charges is Charges.Fixed { PerPeriod: var charge }
        ? $", which is {Money.Round(cap.At.Factor * charge.Pounds, RoundingMode.Down)} at the fixed charge"
        : "";

    private static string ReachedAt(Cap cap, CreditRegime? regime)
    {
        if (regime?.Rule is not ServicePoints { PerPoint.Percent: { Sign: > 0 } perPoint }) return "";
        var points = (cap.At.Percent / perPoint).Round(0, RoundingMode.Up);
        return $" It is reached at {Phrases.Figure(points)} Service Point{(points == 1 ? "" : "s")}.";
    }

    private static string Accrued(string whose) => whose == "a Service Credit" ? "the credits" : whose.Replace("the credit ", "the credits ", StringComparison.Ordinal);

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
