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
}
