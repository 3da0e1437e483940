using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of asking for a change of a revision.</summary>
public abstract record ReturnChange
{
    private ReturnChange()
    {
    }

    /// <param name="After">The contract with it.</param>
    public sealed record Done(RegisteredReturn Return, RegisteredContract After) : ReturnChange;

    public sealed record NoSuchRevision : ReturnChange;

    /// <summary>It stands where this cannot be done to it.</summary>
    public sealed record NotFrom(RegisteredReturn Return, RegisteredContract Stored) : ReturnChange;

    /// <summary>The client imported it as history, and whoever asks is not the client.</summary>
    public sealed record Imported : ReturnChange;
}

/// <summary>The steps of a return after it was taken up: its sender confirms its warnings, or withdraws it and the last good revision
/// stands again.</summary>
public sealed class ChangeReturn(Stores stores, ChangeContract change)
{
    public Task<ReturnChange> Confirm(string contract, YearMonth period, int revision, Asked asked) =>
        To(ReturnState.Accepted, ReceiptStatus.Accepted, "warnings confirmed", [ReturnState.AwaitsConfirmation], contract, period, revision, asked);

    public Task<ReturnChange> Withdraw(string contract, YearMonth period, int revision, Asked asked) =>
        To(ReturnState.Withdrawn, ReceiptStatus.Withdrawn, "return withdrawn", [ReturnState.Accepted, ReturnState.AwaitsConfirmation], contract, period, revision, asked);

    private Task<ReturnChange> To(
        ReturnState state, ReceiptStatus status, string what, ReturnState[] from, string contract, YearMonth period, int revision, Asked asked) =>
        change.Looking<ReturnChange>(contract, asked, async (before, now) =>
        {
            if (Find(before, period, revision) is not { } one) return new(null, new ReturnChange.NoSuchRevision());
            if (one.IsImported && !asked.IsOfClient) return new(null, new ReturnChange.Imported());
            if (!from.Contains(one.State)) return new(null, new ReturnChange.NotFrom(one, before));
            var changed = one with { State = state, Reason = asked.Reason };
            var receipt = await stores.Register.Receipt(contract, one.Receipt);
            return new(
                new ContractChange
                {
                    Returns = [changed],
                    Receipts = receipt is null ? [] : [receipt with { Status = status }],
                    Audit = [new(now, asked.By, what, $"{ServicePeriod.NameOf(period)} revision {revision}", asked.Reason)],
                },
                new ReturnChange.Done(changed, before with { Returns = [.. before.Returns.Select(r => r == one ? changed : r)] }));
        });

    private static RegisteredReturn? Find(RegisteredContract contract, YearMonth period, int revision) =>
        contract.Returns.FirstOrDefault(r => r.Facts.Month == period && r.Facts.Revision == revision);
}
