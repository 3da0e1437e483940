using System.Collections.Concurrent;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>Whether there is such a contract: one once terms of it have taken effect. That it is there is kept, since a contract stays;
/// that it is not is asked anew.</summary>
public sealed class KnownContracts(Stores stores)
{
    private const int Kept = 10_000;

    private readonly ConcurrentDictionary<string, bool> _known = [];

    public async Task<bool> Has(string code)
    {
        if (_known.ContainsKey(code)) return true;
        if (await stores.Register.Head(code) is null) return false;
        // Disposal takes contracts away; a full book is begun anew, so that none stays known for ever.
        if (_known.Count >= Kept) _known.Clear();
        _known[code] = true;
        return true;
    }
}
