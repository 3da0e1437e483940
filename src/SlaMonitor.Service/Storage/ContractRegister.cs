using Azure;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>What is stored about each contract: one partition each, changed whole or not at all.</summary>
public sealed class ContractRegister(StorageAccount account)
{
    /// <summary>Findings of more than this, gzipped, go to a blob: a row holds 1 MiB and a transaction 4.</summary>
    private const int FindingsInRow = 128 * 1024;

    /// <summary>Alerts that the flip takes with it; more are written before it.</summary>
    private const int AlertsInFlip = 40;

    /// <summary>What waits to be sent and is reworded with the flip; whatever waits beyond is sent as it arose.</summary>
    private const int WaitingInFlip = 20;

    private readonly TableClient _table = account.Contracts;
    private readonly WriteOnceBlobs _results = new(account.Container(account.Names.Results));

    /// <summary>All that an assessment needs, in one request; it may hold nothing yet.</summary>
    public async Task<RegisteredContract> Load(string code)
    {
        RegisteredContract contract = new(code);
        List<RegisteredTerms> terms = [];
        List<RegisteredReturn> returns = [];
        List<RegisteredDecision> decisions = [];
        List<InboxItem> inbox = [];
        List<OutboxItem> outbox = [];
        List<Delivery> waiting = [];
        List<RefusedReturn> refused = [];
        List<UnansweredAlert> unanswered = [];
        await foreach (var row in Rows(RowKeys.Between(code, "0", RowKeys.EndOfFacts)))
        {
            switch (row.RowKey[0])
            {
                case '0': contract = contract.WithHead(row); break;
                case '1': terms.Add(ContractRows.Terms(row)); break;
                case '2': returns.Add(ContractRows.Return(row)); break;
                case '3': decisions.Add(ContractRows.Decision(row)); break;
                case '4' when row.RowKey.StartsWith(RowKeys.OutboxPrefix, StringComparison.Ordinal): outbox.Add(DeliveryRows.Outbox(row)); break;
                case '4' when row.RowKey.StartsWith(RowKeys.WaitingPrefix, StringComparison.Ordinal): waiting.Add(DeliveryRows.Waiting(row)); break;
                case '4' when row.RowKey.StartsWith(RowKeys.RefusedPrefix, StringComparison.Ordinal): refused.Add(ContractRows.Refused(row)); break;
                case '4' when row.RowKey.StartsWith(RowKeys.UnansweredPrefix, StringComparison.Ordinal): unanswered.Add(DeliveryRows.Unanswered(row)); break;
                default: inbox.Add(ContractRows.Inbox(row)); break;
            }
        }

        return contract with { Terms = terms, Returns = returns, Decisions = decisions, Inbox = inbox, Outbox = outbox, Waiting = waiting, Refused = refused, Unanswered = unanswered };
    }

    /// <summary>The head alone: what stands, and since when.</summary>
    /// <returns>Null where there is no such contract.</returns>
    public async Task<RegisteredContract?> Head(string code) =>
        await Find(code, RowKeys.Head) is { } row ? new RegisteredContract(code).WithHead(row) : null;

    /// <summary>Puts something received into the inbox, with its receipt. Waits for nobody.</summary>
    /// <returns>False where the same receipt was given before.</returns>
    public async Task<bool> TryReceive(InboxItem item)
    {
        var receive = new TableTransaction(item.Receipt.Contract);
        receive.Insert(ContractRows.Receipt(item.Receipt, null));
        receive.Insert(ContractRows.Inbox(item));
        return await receive.TryCommit(_table) is not null;
    }

    /// <summary>
    /// Changes a contract, with its audit rows and its head in one transaction. What might not fit is written before it and
    /// counts only once the head names it. Where the answer was lost and the transaction sent again, its own audit rows stand in its
    /// way; their hash in the head tells.
    /// </summary>
    /// <returns>The contract's new head; null where it was changed by somebody else meanwhile: load it again.</returns>
    public async Task<RegisteredContract?> TryCommit(RegisteredContract before, ContractChange change, Instant now)
    {
        var flip = new TableTransaction(before.Code);
        var after = Head(flip, before, change, now);
        if (change.Activated is { } terms) flip.Insert(ContractRows.Terms(before.Code, terms));
        if (change.Draft is { } draft) flip.Delete(RowKeys.Draft(draft.EffectiveFrom), draft.Version);
        foreach (var one in change.Returns) flip.Upsert(ContractRows.Return(before.Code, one));
        foreach (var one in change.Decisions) flip.Insert(ContractRows.Decision(before.Code, one));
        foreach (var one in change.Refused) flip.Upsert(ContractRows.Refused(before.Code, one));
        foreach (var name in change.NoLongerRefused) flip.Delete(RowKeys.Refused(name));
        foreach (var receipt in change.TakenUp) flip.Delete(RowKeys.Inbox(receipt.ReceivedAt, receipt.Id));
        foreach (var receipt in change.TakenUp.Concat(change.Receipts)) flip.Upsert(ContractRows.Receipt(receipt, await FindingsBlob(receipt)));
        if (change.Assessment is { } assessment) flip.Insert(ContractRows.Assessment(before.Code, assessment));
        if (change.Outbox is { } outbox) flip.Insert(DeliveryRows.Outbox(before.Code, outbox));
        Reword(flip, before, change);
        if (change.Handled is { } handled) Handle(flip, before.Code, handled);
        await PutAlerts(flip, before.Code, change);
        if (await flip.TryCommit(_table) is { } versions) return after with { Version = versions[RowKeys.Head] };
        return await Head(before.Code) is { } head && head.Audit == after.Audit ? after with { Version = head.Version } : null;
    }

    /// <returns>Null where there is none of that id.</returns>
    public async Task<Receipt?> Receipt(string code, string id)
    {
        if (await Find(code, RowKeys.Receipt(id)) is not { } row) return null;
        var receipt = ContractRows.Receipt(row);
        if (ContractRows.FindingsIn(row) is not { } blob) return receipt;
        return await _results.Get(blob) is { } packed
            ? receipt with { Findings = FindingsJson.Read(Packed.Gunzip(new MemoryStream(packed))) }
            : throw new InvalidOperationException($"The findings of receipt {id} are gone from {blob}.");
    }

    /// <returns>Null where there is none of that number.</returns>
    public async Task<Manifest?> Assessment(string code, int number) =>
        await Find(code, RowKeys.Assessment(number)) is { } row ? ContractRows.Assessment(row) : null;

    /// <summary>Every assessment, the first first.</summary>
    public async Task<IReadOnlyList<Manifest>> Assessments(string code) => await All(code, "6assessment~", ContractRows.Assessment);

    /// <summary>The audit trail from its first row.</summary>
    public async Task<IReadOnlyList<AuditRow>> AuditTrail(string code) => await All(code, RowKeys.AuditTrail, ContractRows.Audit);

    /// <summary>Every alert that ever arose, by key hash; which of them stand the head tells.</summary>
    public async Task<IReadOnlyList<RegisteredAlert>> Alerts(string code)
    {
        var head = await Head(code);
        var standing = head?.Current?.Alerts.ToHashSet() ?? [];
        return [.. (await All(code, "8alert~", row => ContractRows.Alert(row, standing))).Where(a => a.Assessment <= head?.Current?.Number)];
    }

    /// <param name="hash">See <see cref="RegisteredAlert.Hash"/>.</param>
    /// <param name="standing">What the assessment that stands names.</param>
    /// <returns>Null where there never was such an alert.</returns>
    public async Task<RegisteredAlert?> Alert(string code, string hash, IReadOnlyList<string> standing) =>
        await Find(code, RowKeys.Alert(hash)) is { } row ? ContractRows.Alert(row, standing.ToHashSet()) : null;

    public async Task<IReadOnlyList<DraftTerms>> Drafts(string code) => await All(code, "9draft~", ContractRows.Draft);

    /// <returns>Null where there is none for that day.</returns>
    public async Task<DraftTerms?> Draft(string code, LocalDate effectiveFrom) =>
        await Find(code, RowKeys.Draft(effectiveFrom)) is { } row ? ContractRows.Draft(row) : null;

    /// <param name="draft">With the version it was read with; empty where there was none.</param>
    /// <returns>The new version; null where the draft is not as it was read.</returns>
    public async Task<string?> TryPutDraft(string code, DraftTerms draft)
    {
        var put = new TableTransaction(code);
        var row = ContractRows.Draft(code, draft);
        if (draft.Version.Length == 0) put.Insert(row);
        else put.Replace(row, draft.Version);
        if (await put.TryCommit(_table) is { } versions) return versions[row.RowKey];
        return await Draft(code, draft.EffectiveFrom) is { } there && (there.RawSha256, there.PutAt, there.By) == (draft.RawSha256, draft.PutAt, draft.By) ? there.Version : null;
    }

    /// <summary>The code of every contract there is. Reads the whole table.</summary>
    public async Task<IReadOnlyList<string>> Codes()
    {
        var codes = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>($"RowKey eq '{RowKeys.Head}'", select: ["PartitionKey"])) codes.Add(row.PartitionKey);
        return codes;
    }

    /// <summary>Only disposal deletes: all but the head and the audit trail.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> DeleteRecords(string code)
    {
        var keys = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{code}'", select: ["RowKey"]))
            if (row.RowKey != RowKeys.Head && !row.RowKey.StartsWith(RowKeys.AuditTrail, StringComparison.Ordinal)) keys.Add(row.RowKey);
        foreach (var some in keys.Chunk(TableTransaction.EntityLimit))
        {
            var delete = new TableTransaction(code);
            foreach (var key in some) delete.Delete(key);
            await delete.Commit(_table);
        }

        return keys.Count;
    }

    private static RegisteredContract Head(TableTransaction flip, RegisteredContract before, ContractChange change, Instant now)
    {
        var audit = before.Audit;
        foreach (var entry in change.Audit)
        {
            var row = audit.Next(entry);
            flip.Insert(ContractRows.Audit(before.Code, row));
            audit = new(row.Number, row.Hash);
        }

        var after = before with
        {
            Audit = audit,
            Current = change.Assessment ?? before.Current,
            MovedAt = now,
            AssessedAt = change.Assessment is not null || change.TakenUp.Count > 0 ? now : before.AssessedAt,
            OnLegalHold = change.LegalHold ?? before.OnLegalHold,
        };
        var head = ContractRows.Head(after);
        if (before.Version is { } version) flip.Replace(head, version);
        else flip.Insert(head);
        return after;
    }

    /// <returns>The blob that took the findings; null where they fit into the row.</returns>
    private async Task<string?> FindingsBlob(Receipt receipt)
    {
        var json = FindingsJson.Write(receipt.Findings);
        var packed = Packed.Gzip(json);
        if (packed.Length <= FindingsInRow) return null;
        var name = $"{receipt.Contract}/findings/{ContentHash.Of(json)}";
        await _results.Put(name, packed, "application/gzip");
        return name;
    }

    /// <summary>What is not sent yet says what stands. Where a worker has one of them in hand the flip fails, and is made on what it has left.</summary>
    private static void Reword(TableTransaction flip, RegisteredContract before, ContractChange change)
    {
        if (change.Reworded.Count == 0) return;
        var said = change.Reworded.ToDictionary(a => a.Key);
        foreach (var item in before.Outbox.Where(o => o.Alerts.Any(a => said.ContainsKey(a.Key))))
            flip.Replace(DeliveryRows.Outbox(before.Code, item with { Alerts = [.. item.Alerts.Select(a => said.TryGetValue(a.Key, out var now) ? a.Saying(now) : a)] }), item.Version);
        foreach (var one in before.Waiting.Where(w => said.ContainsKey(w.Alert.Key)).Take(WaitingInFlip))
            flip.Replace(DeliveryRows.Waiting(before.Code, one with { Alert = one.Alert.Saying(said[one.Alert.Key]) }), one.Version!);
    }

    private static void Handle(TableTransaction flip, string code, HandledAlert handled)
    {
        flip.Merge(ContractRows.Handled(code, handled.Alert));
        if (handled.Waits is { } waits) flip.Upsert(DeliveryRows.Unanswered(code, waits));
        else if (handled.Ended is { } ended) flip.Delete(RowKeys.Unanswered(ended.Alert.Hash), ended.Version!);
        foreach (var one in handled.Withdrawn)
        {
            flip.Delete(RowKeys.Waiting(one.Id), one.Version!);
            flip.Upsert(DeliveryRows.Told(code, one));
        }
    }

    private async Task PutAlerts(TableTransaction flip, string code, ContractChange change)
    {
        TableEntity[] rows = [.. change.Alerts.Select(a => ContractRows.Alert(code, a)), .. change.Reworded.Select(a => ContractRows.Said(code, a))];
        foreach (var row in rows.Take(AlertsInFlip)) flip.Merge(row);
        foreach (var some in rows.Skip(AlertsInFlip).Chunk(TableTransaction.EntityLimit))
        {
            var put = new TableTransaction(code);
            foreach (var row in some) put.Merge(row);
            await put.Commit(_table);
        }
    }

    private async Task<TableEntity?> Find(string code, string key)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(code, key);
        return found.HasValue ? found.Value : null;
    }

    private async Task<IReadOnlyList<T>> All<T>(string code, string prefix, Func<TableEntity, T> read)
    {
        var all = new List<T>();
        await foreach (var row in Rows(RowKeys.Under(code, prefix))) all.Add(read(row));
        return all;
    }

    private AsyncPageable<TableEntity> Rows(string filter) => _table.QueryAsync<TableEntity>(filter);
}
