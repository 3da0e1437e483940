namespace SlaMonitor.Domain.Contracts;

/// <summary>Worked examples that cannot be run because their figures do not line up.</summary>
internal static class ExampleChecks
{
    public static IEnumerable<Problem> Of(ContractDraft draft) =>
        draft.Examples.SelectMany((example, i) => Shape(example, draft).Select(p => p.Under($"examples[{i}]")));

    private static IEnumerable<Problem> Shape(WorkedExample example, ContractDraft draft)
    {
        var lists = example.Given.Select(g => ($"given.levels.{g.Key}", g.Key, g.Value.Count))
            .Concat(example.Rungs.Select(r => ($"expect.rungs.{r.Key}", r.Key, r.Value.Count)))
            .Concat(example.Points.Select(p => ($"expect.points.{p.Key}", p.Key, p.Value.Count)));
        foreach (var (path, code, count) in lists)
        {
            if (draft.Indicators.All(i => i.Code != code))
                yield return new(ContractProblems.UnknownIndicator, path, "the code of an indicator", code);
            if (count != example.Periods || count == 0)
                yield return new(ContractProblems.ExampleShape, path, example.Periods == 0 ? "at least one figure" : example.Periods.Counted("figure"), $"{count}");
        }

        foreach (var (code, _) in example.Given)
            if (draft.Indicators.Any(i => i.Code == code && i.Combination is not null))
                yield return new(ContractProblems.ExampleShape, $"given.levels.{code}", "levels of its parts", "levels of a composite");
        foreach (var (code, _) in example.Given)
            if (draft.Indicators.Any(i => i.Code == code && i.MeasurementPeriod is { Taken: TakenTogether.Pooled }))
                yield return new(ContractProblems.ExampleShape, $"given.levels.{code}", "levels of an indicator that is not pooled", "levels without the parts that are pooled");
        if (example.Given.Count == 0)
            yield return new(ContractProblems.ExampleShape, "given", "levels of at least one indicator", "none");
        foreach (var (path, count) in new[] { ("given.charges", example.Charges.Count), ("expect.payable", example.Payable.Count) })
            if (count != 0 && count != example.Periods)
                yield return new(ContractProblems.ExampleShape, path, example.Periods.Counted("sum"), $"{count}");
    }
}
