namespace SlaMonitor.Domain.Contracts;

/// <summary>An indicator at its turn to be evaluated, with where results are found that it looks at: worked out once for the
/// terms, and not once for each Service Period.</summary>
/// <param name="Place">Of the indicator in the terms, from zero.</param>
/// <param name="Parts">Of a composite the place of each part, in the combination's order; -1 where the terms have no such indicator.</param>
internal sealed record EvaluationTurn(Indicator Indicator, int Place, int[] Parts)
{
    /// <summary>Every composite after its parts.</summary>
    public static EvaluationTurn[] InOrder(IReadOnlyList<Indicator> evaluated, Func<string, int> placeOf) =>
        [.. evaluated.Select(i => new EvaluationTurn(i, placeOf(i.Code), [.. (i.Combination?.Parts ?? []).Select(placeOf)]))];
}
