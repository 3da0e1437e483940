using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>How long the contract runs, and the options to lengthen it.</summary>
internal static class TermInEnglish
{
    public static Section Of(DatedTerms dated)
    {
        var term = dated.Terms.Term;
        return new("Term and options",
        [
            new(term.Clause, InitialTerm(term)),
            .. term.IsMonthPrecision ? [new(null, MonthPrecision(term))] : Array.Empty<Paragraph>(),
            new(null, Options(term)),
            .. Outlook(dated) is { } outlook ? [new(null, outlook)] : Array.Empty<Paragraph>(),
            .. NoticeInEnglish.Of(dated),
            .. EarlyTerminationInEnglish.Of(dated),
        ]);
    }

    private static string InitialTerm(ContractTerm term)
    {
        var start = term.Start.IsMonthOnly ? $"in {term.Start.InWords()}" : $"on {term.Start.InWords()}";
        var length = term.Initial is { } initial ? $"Its initial term of {initial} ends" : "Its initial term ends";
        var end = term.End is { IsMonthOnly: true } month ? $"in {month.InWords()}" : $"on {Phrases.Date(term.InitialEnd)}, that day included";
        return $"The contract starts {start}. {length} {end}.";
    }

    private static string MonthPrecision(ContractTerm term)
    {
        var end = Phrases.Date(term.InitialEnd);
        var reckoned = (term.Start.IsMonthOnly, term.End is { IsMonthOnly: true }) switch
        {
            (true, true) => $"Start and end are known to the month only. SLA Monitor reckons from {Phrases.Date(term.Start.First)} to {end}",
            (true, false) => $"The start is known to the month only. SLA Monitor reckons from its first day, {Phrases.Date(term.Start.First)}",
            _ => $"The end is known to the month only. SLA Monitor reckons to its last day, {end}",
        };
        return $"{reckoned}; days that follow from this are no more certain than that.";
    }

    private static string Options(ContractTerm term)
    {
        if (term.Extensions.Count == 0) return "There is no option to extend it.";
        var sentences = new List<string> { $"The client has {Phrases.Count(term.Extensions.Count, "option")} to extend it." };
        var end = term.InitialEnd;
        for (var i = 0; i < term.Extensions.Count; i++)
        {
            var option = term.Extensions[i];
            end = new ContractTerm(ContractDate.On(end.PlusDays(1)), option.Length, null, [], null).InitialEnd;
            var which = term.Extensions.Count == 1 ? "It" : $"The {Phrases.Order(i)}";
            var state = option.Exercised is { } day ? $"was exercised on {Phrases.Date(day)}" : "has not been exercised";
            sentences.Add($"{which} adds {option.Length}, to {Phrases.Date(end)}, and {state}.");
        }

        return string.Join(' ', sentences);
    }

    private static string? Outlook(DatedTerms dated)
    {
        var term = dated.Terms.Term;
        if (term.Extensions.Count == 0) return null;
        return dated.End == term.LatestPossibleEnd
            ? $"Every option has been exercised: the contract ends on {Phrases.Date(dated.End)}."
            : $"As things stand the contract ends on {Phrases.Date(dated.End)}; with every option taken up it would end on {Phrases.Date(term.LatestPossibleEnd)}.";
    }
}
