namespace SlaMonitor.Service.Register;

/// <summary>Some of the contracts that somebody looked for.</summary>
/// <param name="Next">Where to go on, as <see cref="PlaceOf"/> says it; null where all have been looked at. There may be none among them and more to look at.</param>
public sealed record FoundContracts(IReadOnlyList<PortfolioRow> Rows, string? Next)
{
    /// <summary>Where a contract stands in the list of what was found: by the word that fits, then by code, as in <c>riverside~riverside-ict</c>.</summary>
    /// <returns>Null where it is not found by these words.</returns>
    public static string? PlaceOf(PortfolioRow row, IReadOnlyList<string> sought) =>
        SearchWords.Fit(row.FoundBy.Split(' '), sought) is { } word ? $"{word}~{row.Contract}" : null;
}
