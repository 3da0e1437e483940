using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that ends one recipient's digests of one contract: what is far ahead is on screen from then on. What is near is told as ever.</summary>
public sealed class EndDigest(Stores stores, ChangeContract change, ReadTerms terms, HolidayBasis basis)
{
    /// <returns>False where there is nobody of that id. Done twice it is done once.</returns>
    public async Task<bool> Of(string contract, string recipient, string? trace)
    {
        if (terms.Of(await stores.Register.Load(contract), basis) is not { } known) return false;
        var recipients = await stores.Recipients.Get(contract) ?? Recipients.Of(known.Latest);
        if (recipients.Find(recipient) is not { } one) return false;
        if (one.FarAhead == FarAhead.Screen) return true;
        await change.Of(contract, new(AuditEntry.Service, $"end digest of {recipient}", trace), (_, now) => new Decided<bool>(
            new ContractChange { Audit = [new(now, AuditEntry.Service, "digest ended", "recipients", $"{recipient}, by the link in a digest")] }, true));
        await stores.Recipients.Put(contract, new([.. recipients.All.Select(r => r.Id == recipient ? r with { FarAhead = FarAhead.Screen } : r)]));
        return true;
    }
}
