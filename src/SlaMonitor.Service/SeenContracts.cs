using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The contracts that somebody has been given, in the order of what needs attention. Contracts show once they have been
/// assessed.</summary>
public sealed class SeenContracts(Stores stores)
{
    /// <param name="after">The place of the last contract seen, <see cref="PortfolioRow.Place"/>; null for the first page.</param>
    /// <returns>Up to <paramref name="most"/>.</returns>
    public async Task<IReadOnlyList<PortfolioRow>> Of(Assignments given, string? after, int most)
    {
        if (given.IsEvery) return await stores.Index.ByAttention(after, most);
        return [.. (await stores.Index.Of(given.Contracts))
            .OrderBy(r => r.Place, StringComparer.Ordinal).SkipWhile(r => after is not null && string.CompareOrdinal(r.Place, after) <= 0).Take(most)];
    }

    /// <summary>Those alone that are listed for one thing; else as the other.</summary>
    public async Task<IReadOnlyList<PortfolioRow>> Of(Assignments given, Attention only, string? after, int most)
    {
        if (given.IsEvery) return await stores.Index.ByAttention(after, most, only);
        return [.. (await Of(given, after, int.MaxValue)).Where(r => r.Attention == only).Take(most)];
    }

    /// <summary>Those that somebody looks for: each word sought begins a word of the code, title, client or supplier, now or formerly.</summary>
    /// <param name="sought">One or more, of <see cref="SearchWords"/>.</param>
    /// <param name="after">Where to go on, <see cref="FoundContracts.Next"/>; null at the start.</param>
    public async Task<FoundContracts> Sought(Assignments given, IReadOnlyList<string> sought, Attention? only, string? after, int most)
    {
        if (given.IsEvery) return await stores.Index.ByWords(sought, after, most, only);
        var found = (await stores.Index.Of(given.Contracts)).Where(r => only is null || r.Attention == only)
            .Select(r => (Row: r, Place: FoundContracts.PlaceOf(r, sought))).Where(f => f.Place is not null)
            .OrderBy(f => f.Place, StringComparer.Ordinal).SkipWhile(f => after is not null && string.CompareOrdinal(f.Place, after) <= 0).ToArray();
        return new([.. found.Take(most).Select(f => f.Row)], found.Length > most ? found[most - 1].Place : null);
    }
}
