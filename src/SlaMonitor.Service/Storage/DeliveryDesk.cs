using Azure.Data.Tables;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>
/// The rows of alerts on their way, in the contract's partition. What is open lies in the range that every load brings; what is settled
/// moves out of it, so that finding what is open costs one request however long the history.
/// </summary>
public sealed class DeliveryDesk(StorageAccount account)
{
    private readonly TableClient _table = account.Contracts;

    /// <summary>Puts deliveries in the place of the outbox row they come from. Where they are more than one transaction takes, each of them
    /// holds the row; it goes with the last, and nothing is sent before it is gone.</summary>
    /// <param name="deliveries">Waiting or settled already.</param>
    /// <returns>Those that wait, with their versions; null where somebody else has the row: load again.</returns>
    public async Task<IReadOnlyList<Delivery>?> TryTakeUp(string contract, OutboxItem item, IReadOnlyList<Delivery> deliveries)
    {
        var waiting = new List<Delivery>();
        var key = RowKeys.Outbox(item.Assessment);
        Delivery[][] chunks = deliveries.Count == 0 ? [[]] : [.. deliveries.Chunk(TableTransaction.EntityLimit - 1)];
        for (var i = 0; i < chunks.Length; i++)
        {
            var put = new TableTransaction(contract);
            if (i == chunks.Length - 1) put.Delete(key, item.Version);
            else put.Replace(DeliveryRows.Outbox(contract, item), item.Version);
            foreach (var one in chunks[i]) put.Upsert(Row(contract, one));
            if (await put.TryCommit(_table) is not { } versions) return null;
            item = item with { Version = versions[key] };
            waiting.AddRange(chunks[i].Where(d => d.State == DeliveryState.Waiting).Select(d => d with { Version = versions[RowKeys.Waiting(d.Id)] }));
        }

        return waiting;
    }

    /// <summary>Tells others of what nobody has acknowledged, or lets it rest.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">Null where nobody else is to be told.</param>
    /// <returns>Those that wait, with their versions; null where somebody else has it: load again.</returns>
    public async Task<IReadOnlyList<Delivery>?> TryPassOn(string contract, UnansweredAlert before, UnansweredAlert? after, IReadOnlyList<Delivery> deliveries)
    {
        var pass = new TableTransaction(contract);
        if (after is not null) pass.Replace(DeliveryRows.Unanswered(contract, after), before.Version!);
        else pass.Delete(RowKeys.Unanswered(before.Alert.Hash), before.Version!);
        foreach (var one in deliveries) pass.Upsert(Row(contract, one));
        return await pass.TryCommit(_table) is { } versions
            ? [.. deliveries.Where(d => d.State == DeliveryState.Waiting).Select(d => d with { Version = versions[RowKeys.Waiting(d.Id)] })]
            : null;
    }

    /// <summary>Changes one that goes on waiting: claimed, or put off.</summary>
    /// <returns>With its new version; null where somebody else has it.</returns>
    public async Task<Delivery?> TryChange(string contract, Delivery one)
    {
        var change = new TableTransaction(contract);
        var row = DeliveryRows.Waiting(contract, one);
        change.Replace(row, one.Version!);
        return await change.TryCommit(_table) is { } versions ? one with { Version = versions[row.RowKey] } : null;
    }

    /// <summary>Moves one from what is open to what is settled.</summary>
    /// <param name="waits">What waits for an answer from then on; null where nothing does.</param>
    /// <returns>False where somebody else has it: their word stands.</returns>
    public async Task<bool> TrySettle(string contract, Delivery one, UnansweredAlert? waits = null)
    {
        var settle = new TableTransaction(contract);
        settle.Delete(RowKeys.Waiting(one.Id), one.Version!);
        settle.Upsert(DeliveryRows.Told(contract, one));
        if (waits is not null) settle.Upsert(DeliveryRows.Unanswered(contract, waits));
        return await settle.TryCommit(_table) is not null;
    }

    /// <summary>Everything settled of a contract, or of one alert of it.</summary>
    /// <param name="alert">See <see cref="RegisteredAlert.Hash"/>; null for every alert.</param>
    public async Task<IReadOnlyList<Delivery>> Settled(string contract, string? alert = null)
    {
        var settled = new List<Delivery>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Under(contract, alert is null ? RowKeys.ToldPrefix : RowKeys.Told(alert, "")))) settled.Add(DeliveryRows.Told(row));
        return [.. settled.OrderBy(d => d.SettledAt).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static TableEntity Row(string contract, Delivery one) =>
        one.State == DeliveryState.Waiting ? DeliveryRows.Waiting(contract, one) : DeliveryRows.Told(contract, one);
}
