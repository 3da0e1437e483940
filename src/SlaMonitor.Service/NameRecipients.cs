using SlaMonitor.Domain;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that names who is told of a contract's alerts. They are told of what arises from then on, and not of the past.</summary>
public sealed class NameRecipients(Stores stores, ChangeContract change)
{
    /// <summary>The trail is written first, with ids and no addresses: nobody is told whom it does not name.</summary>
    /// <returns>What is wrong with them; none where they are named now. What did not reach those before is no longer noted.</returns>
    public async Task<IReadOnlyList<Problem>> Of(string contract, Recipients recipients, Asked asked)
    {
        if (recipients.Problems().ToList() is { Count: > 0 } problems) return problems;
        var named = recipients.All.Count == 0 ? "nobody" : string.Join(", ", recipients.All);
        await change.Of(contract, asked, (_, now) => new Decided<bool>(
            new ContractChange { Audit = [new(now, asked.By, "recipients named", "recipients", $"{named}: {asked.Reason}")] }, true));
        await stores.Recipients.Put(contract, recipients);
        await stores.Undelivered.Forget(contract);
        return [];
    }
}
