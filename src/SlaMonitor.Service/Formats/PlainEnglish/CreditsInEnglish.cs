using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>What failures cost in money: every regime, then what applies to their sum.</summary>
internal static class CreditsInEnglish
{
    public static Section Of(DatedTerms dated) => new("Service Credits", dated.Terms.Credits is { } credits
        ? [.. Paragraphs(credits, dated)]
        : [new(null, "The contract file does not say that failures cost money; SLA Monitor then reckons no Service Credits.")]);

    private static IEnumerable<Paragraph> Settlement(CreditTerms credits, string? clause)
    {
        if (credits.Vat is { } vat)
            yield return new(clause, $"Credits and caps are reckoned excluding VAT. To what is payable VAT of {vat.Rate} is added, rounded to whole pence {vat.Rounding.InWords()}.");
        if (credits.ClaimWithin is { } within)
            yield return new(clause, $"A credit can be claimed within {within} after the end of its Service Period.");
        yield return new(clause, credits.Invoice switch
        {
            null => "The contract file does not say which invoice a credit is deducted from.",
            CreditedInvoice.SamePeriod => "A credit is deducted from the invoice of its own Service Period.",
            _ => "A credit is deducted from the invoice of the Service Period after its own; that of the last Service Period is paid.",
        });
    }

    private static IEnumerable<Paragraph> Paragraphs(CreditTerms credits, DatedTerms dated)
    {
        var clause = credits.Clause ?? (credits.Regimes.Count == 1 ? credits.Regimes[0].Clause : null);
        if (credits.Regimes.Count > 1)
            yield return new(clause, $"The Service Credit of a Service Period is the sum of {Phrases.Count(credits.Regimes.Count, "regime")}: {Phrases.And(credits.Regimes.Select(r => Phrases.Quoted(r.Name)))}.");
        foreach (var regime in credits.Regimes)
            foreach (var paragraph in RegimesInEnglish.Of(regime, credits, dated))
                yield return paragraph;
        if (!credits.AllCaps.Any())
            yield return new(clause, "The contract file does not say that credits are capped; SLA Monitor then sets them no limit.");
        foreach (var cap in CapsInEnglish.Of(credits.Caps, credits.Regimes.Count == 1 ? credits.Regimes[0] : null, "a Service Credit", clause, dated)) yield return cap;
        yield return new(clause, $"The credit is rounded once, at the end, to whole pence, {credits.Rounding.InWords()}{(credits.AllCaps.Any() ? "; where that would pass a cap, down to the penny below it" : "")}.");
        foreach (var paragraph in Settlement(credits, clause)) yield return paragraph;
    }
}
