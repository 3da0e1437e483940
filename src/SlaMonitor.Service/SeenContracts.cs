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

    /// <summary>Those that somebody looks for, by code. Of a few contracts all words are looked at; of all there are the beginnings of codes, which is
    /// the one thing that needs no reading of the whole list.</summary>
    /// <param name="sought">As it was entered.</param>
    /// <param name="after">The code of the last contract seen; null for the first page.</param>
    public async Task<IReadOnlyList<PortfolioRow>> Sought(Assignments given, string sought, string? after, int most)
    {
        if (given.IsEvery) return await stores.Index.ByCode(sought.ToLowerInvariant(), after, most);
        return [.. (await stores.Index.Of(given.Contracts)).Where(r => new[] { r.Contract, r.Title, r.Supplier }.Any(t => t.Contains(sought, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(r => r.Contract, StringComparer.Ordinal).SkipWhile(r => after is not null && string.CompareOrdinal(r.Contract, after) <= 0).Take(most)];
    }
}
