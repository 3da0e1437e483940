using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The contract's own worked examples: what is given, and what must come of it.</summary>
internal static class ExamplesInEnglish
{
    public static Section Of(ContractTerms terms) => new("Worked examples", terms.Draft.Examples.Count == 0
        ? [new(null, "The contract file gives no worked examples; SLA Monitor then cannot try these terms on figures of the contract's own.")]
        :
        [
            new(null, "SLA Monitor works these out by the terms above and refuses the contract file where anything comes out otherwise."),
            .. terms.Draft.Examples.Select((e, i) => new Paragraph(null, Example(e, i, terms))),
        ]);

    private static string Example(WorkedExample example, int index, ContractTerms terms)
    {
        var title = example.Title is { } named ? Phrases.Sentence(named) : $"Example {index + 1}.";
        var periods = example.Periods == 1 ? "In one Service Period" : $"In {Phrases.Number(example.Periods)} Service Periods in a row";
        var charges = example.Charges.Count > 0 ? $", at charges of {Phrases.And(example.Charges.Select(c => $"{c}"))}" : "";
        return $"{title} {periods} {Phrases.Clauses(example.Given.Select(g => Given(g, terms)))}{charges}. Then {Phrases.Clauses(Expected(example))}.";
    }

    private static string Given(KeyValuePair<string, IReadOnlyList<Domain.Numbers.Rational>> given, ContractTerms terms)
    {
        var indicator = terms.Find(given.Key)!;
        return $"{given.Key} is at {Phrases.And(given.Value.Select(level => LevelInEnglish.Of(indicator, level)))}";
    }

    private static IEnumerable<string> Expected(WorkedExample example) =>
    [
        .. example.Rungs.Select(r => $"{r.Key} must come out as {Phrases.And(r.Value.Select(rung => rung.InWords()))}"),
        .. example.Points.Select(p => $"{p.Key} must cost {Points(p.Value)}"),
        .. example.Payable.Count > 0 ? [$"the Service Credit must be {Phrases.And(example.Payable.Select(p => $"{p}"))}"] : Array.Empty<string>(),
    ];

    private static string Points(IReadOnlyList<int> points) => points.Count == 1
        ? Phrases.Points(points[0])
        : $"{Phrases.And(points.Select(p => Phrases.Figure(p)))} Service Points";
}
