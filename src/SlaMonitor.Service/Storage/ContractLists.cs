using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>What grows with a contract's history, some at a time, so that a page costs the same however long the history is. Partitions
/// are contracts' codes as contract files have them; nothing else may come near these queries.</summary>
public sealed class ContractLists(StorageAccount account)
{
    private readonly TableClient _table = account.Contracts;

    /// <summary>Assessments below a number, the latest first. Their numbers have no gaps.</summary>
    public async Task<IReadOnlyList<Manifest>> Assessments(string code, int below, int most) =>
        [.. (await Some(RowKeys.Between(code, RowKeys.Assessment(Math.Max(1, below - most)), RowKeys.Assessment(below)), most, ContractRows.Assessment)).Reverse()];

    /// <returns>The number of the first assessment made after an instant; null where none was.</returns>
    public async Task<int?> FirstAssessmentAfter(string code, Instant instant)
    {
        var filter = $"{RowKeys.Under(code, "6assessment~")} and At gt '{RowKeys.At(instant)}'";
        return await Some(filter, 1, row => int.Parse(row.RowKey.Split('~')[1], CultureInfo.InvariantCulture)) is [var number] ? number : null;
    }

    /// <summary>What was sent in and refused since an instant, without what was found in it, the latest first.</summary>
    public async Task<IReadOnlyList<Receipt>> Refusals(string code, Instant since)
    {
        var filter = $"{RowKeys.Under(code, "5receipt~")} and Status eq '{ReceiptStatus.Refused}' and ReceivedAt ge '{ContractRows.Text(since)}'";
        var refused = new List<Receipt>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", "ReceivedAt", "By", "RawSha256", "Length", "Status", "Period"]))
            refused.Add(ContractRows.Receipt(row));
        return [.. refused.OrderByDescending(r => r.ReceivedAt)];
    }

    /// <summary>Rows of the audit trail below a number, the latest first. Their numbers have no gaps.</summary>
    public async Task<IReadOnlyList<AuditRow>> Audit(string code, long below, int most) =>
        [.. (await Some(RowKeys.Between(code, RowKeys.Audit(Math.Max(1, below - most)), RowKeys.Audit(below)), most, ContractRows.Audit)).Reverse()];

    /// <summary>Rows of the audit trail that are of terms, above a number, the first first.</summary>
    public Task<IReadOnlyList<AuditRow>> AuditOfTerms(string code, long above, int most) =>
        Some($"{RowKeys.Between(code, RowKeys.Audit(above + 1), $"7audit~{RowKeys.AfterAll}")} and To ge 'terms ' and To lt 'terms!'", most, ContractRows.Audit);

    /// <summary>Alerts after the hash of a key, by hash: all there were, or those that stand, which the head knows the hashes of.</summary>
    /// <param name="above">16 hexadecimal digits; null from the first.</param>
    public async Task<IReadOnlyList<RegisteredAlert>> Alerts(RegisteredContract head, string? above, int most, bool ended)
    {
        if (head.Current is not { } current) return [];
        var standing = current.Alerts.ToHashSet();
        var from = above is null ? "8alert~" : $"{RowKeys.Alert(above)}{RowKeys.Next}";
        // What is written before a change that never came is of a later assessment than the one that stands.
        if (ended) return await Some($"{RowKeys.Between(head.Code, from, $"8alert~{RowKeys.AfterAll}")} and Assessment le {current.Number}", most, row => ContractRows.Alert(row, standing));
        var wanted = standing.Select(RowKeys.Alert).Where(key => string.CompareOrdinal(key, from) > 0).Order(StringComparer.Ordinal).Take(most).ToHashSet();
        if (wanted.Count == 0) return [];
        var alerts = new List<RegisteredAlert>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Between(head.Code, wanted.Min(StringComparer.Ordinal)!, $"{wanted.Max(StringComparer.Ordinal)}{RowKeys.Next}")))
            if (wanted.Contains(row.RowKey)) alerts.Add(ContractRows.Alert(row, standing));
        return alerts;
    }

    private async Task<IReadOnlyList<T>> Some<T>(string filter, int most, Func<TableEntity, T> read)
    {
        var some = new List<T>();
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, most).AsPages())
        {
            some.AddRange(page.Values.Select(read));
            if (some.Count >= most) break;
        }

        return [.. some.Take(most)];
    }
}
