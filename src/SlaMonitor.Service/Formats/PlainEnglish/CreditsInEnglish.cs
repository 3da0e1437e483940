using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>What failures cost in money, with one Service Point worked out.</summary>
internal static class CreditsInEnglish
{
    private static readonly Money ExampleCharge = new(100_000_00);

    public static Section Of(DatedTerms dated) => new("Service Credits", dated.Terms.Credits is { } credits
        ? [.. Paragraphs(credits, dated)]
        : [new(null, "The contract file does not say that failures cost money; SLA Monitor then reckons no Service Credits.")]);

    private static IEnumerable<Paragraph> Paragraphs(ServiceCreditRegime credits, DatedTerms dated)
    {
        yield return new(credits.Clause, $"The Service Credit of a Service Period is its Service Points, times {credits.PerPoint}, times its Service Charges excluding VAT and before any credit.");
        yield return new(credits.Clause, Worth(credits, dated));
        foreach (var cap in CapsInEnglish.Of(credits, dated)) yield return cap;
        yield return new(credits.Clause, $"The credit is rounded once, at the end, to whole pence, {credits.Rounding.InWords()}{(credits.Caps.Count > 0 ? "; where that would pass a cap, down to the penny below it" : "")}.");
    }

    private static string Worth(ServiceCreditRegime credits, DatedTerms dated)
    {
        if (dated.Terms.Charges is not Charges.Fixed { PerPeriod: var charge })
            return $"As an illustration: at charges of {ExampleCharge} one Service Point would be worth {Rounded(ExampleCharge)}.";
        var exact = credits.PerPoint.Factor * charge.Pounds;
        var working = Money.Round(exact, credits.Rounding).Pounds == exact ? "" : $" ({credits.PerPoint} of it is {Phrases.Pounds(exact)})";
        return $"One Service Point is worth {Rounded(charge)} a {dated.PeriodNoun} at the fixed charge of {charge}{working}.";

        Money Rounded(Money of) => Money.Round(credits.PerPoint.Factor * of.Pounds, credits.Rounding);
    }
}
