using SlaMonitor.Domain;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that names who is told of a contract's alerts. They are told of what arises from then on, and not of the past.</summary>
public sealed class NameRecipients(Stores stores)
{
    /// <returns>What is wrong with them; none where they are named now. What did not reach those before is no longer noted.</returns>
    public async Task<IReadOnlyList<Problem>> Of(string contract, Recipients recipients)
    {
        if (recipients.Problems().ToList() is { Count: > 0 } problems) return problems;
        await stores.Recipients.Put(contract, recipients);
        await stores.Undelivered.Forget(contract);
        return [];
    }
}
