using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The points ledger and the rule for failing again.</summary>
internal static class PointsInEnglish
{
    public static Section Of(ContractTerms terms) => new("Service Points", [.. Paragraphs(terms)]);

    private static IEnumerable<Paragraph> Paragraphs(ContractTerms terms)
    {
        var clause = terms.Points.Clause;
        if (!terms.Indicators.Any(i => i.CarriesPoints))
        {
            yield return new(clause, "No indicator of this contract costs Service Points.");
            yield break;
        }

        yield return new(clause, "The Service Points of a Service Period are those of all its indicators added up. They are a ledger of their own: no cap on money ever stops them.");
        yield return new(clause, terms.Points.Repeat is { } repeat
            ? Repeat(repeat, terms)
            : "The contract file does not say that failing again costs more; SLA Monitor then counts every failure once.");
    }

    private static string Repeat(RepeatRule repeat, ContractTerms terms)
    {
        var gap = repeat.WhenNotScored switch
        {
            GapInRun.Breaks => "So does a Service Period in which it is not scored.",
            GapInRun.Bridges => "One in which it is not scored does not.",
            _ => throw new ArgumentOutOfRangeException(nameof(repeat), repeat.WhenNotScored, "Not a rule for gaps."),
        };
        var relieved = repeat.WhenRelieved switch
        {
            GapInRun.Bridges => "One whose failure was relieved neither breaks the run nor counts in it.",
            GapInRun.Breaks => "One whose failure was relieved breaks it too.",
            _ => throw new ArgumentOutOfRangeException(nameof(repeat), repeat.WhenRelieved, "Not a rule for gaps."),
        };
        return $"Where an indicator that costs points fails in Service Periods that follow one another, the second and every later failure counts {Times(repeat.Factor)} the points of its own level. It never compounds: a third failure counts {Times(repeat.Factor)} its points, not more. A Service Period on target breaks the run. {gap} {relieved}{Example(repeat, terms)}";
    }

    private static string Example(RepeatRule repeat, ContractTerms terms)
    {
        if (terms.Indicators.FirstOrDefault(i => i.Ladder is { Worst.Points: > 0 }) is not { Ladder: { } ladder, Code: var code }) return "";
        var (mild, worst) = (ladder.Rungs.First(r => r.Points > 0), ladder.Worst);
        var sum = mild.Points + (2 * repeat.Factor * worst.Points);
        return $" For instance, {code} failing once at its mildest cost ({Phrases.Points(mild.Points)}) and twice more at its worst ({Phrases.Figure(worst.Points)}) costs {mild.Points} + {repeat.Factor} x {worst.Points} + {repeat.Factor} x {worst.Points} = {Phrases.Points(sum)} over the three.";
    }

    private static string Times(int factor) => factor switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{Phrases.Number(factor)} times",
    };
}
