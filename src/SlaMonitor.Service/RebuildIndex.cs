using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that has every contract looked at again, so that every list across contracts is written anew from the contracts
/// themselves. It reads the whole table, and is for the day on which the index was lost.</summary>
public sealed class RebuildIndex(Stores stores)
{
    /// <returns>How many contracts there are.</returns>
    public async Task<int> Run()
    {
        var codes = await stores.Register.Codes();
        foreach (var code in codes) await stores.Assess.Send(new(code, null, null));
        return codes.Count;
    }
}
