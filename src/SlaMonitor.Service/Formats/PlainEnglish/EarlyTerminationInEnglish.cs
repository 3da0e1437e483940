namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The client's right to end the contract early without a default.</summary>
internal static class EarlyTerminationInEnglish
{
    public static IEnumerable<Paragraph> Of(DatedTerms dated)
    {
        if (dated.Terms.Term.EarlyTermination is not { } right) yield break;
        var when = right.OnlyOn.Count > 0
            ? $"on {Phrases.And(right.OnlyOn.Select(Phrases.Date))} only, that day included"
            : "on any day";
        var floor = right.NotBefore is { } first ? $", but not before {Phrases.Date(first)}" : "";
        yield return new(right.Clause, $"The client may end the contract early, without a default, {when}{floor}, by notice of {right.Notice.Length}.");
        yield return new(right.Notice.Clause, NoticeInEnglish.Rules(right.Notice));
    }
}
