namespace SlaMonitor.Domain.Contracts;

/// <summary>Indicators that are shares of one whole with nothing in two of them, so that together they are at most 100 %.</summary>
/// <param name="Name">What they are shares of.</param>
/// <param name="Parts">Their codes.</param>
public sealed record SharesOfWhole(string Name, IReadOnlyList<string> Parts)
{
    internal static IEnumerable<Problem> Check(ContractDraft draft)
    {
        foreach (var whole in draft.Wholes)
            foreach (var code in whole.Parts)
                if (draft.Indicators.FirstOrDefault(i => i.Code == code) is not { } indicator)
                    yield return new(ContractProblems.UnknownIndicator, $"wholes.{whole.Name}", "the code of an indicator", code);
                else if (indicator.Measure is null || !indicator.Unit.IsPerCent)
                    yield return new(ContractProblems.NoShare, $"wholes.{whole.Name}", "indicators measured in %", $"{code}{(indicator.Measure is null ? ", a composite" : $" in {indicator.Unit}")}");
    }
}
