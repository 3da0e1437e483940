using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>What the operator has to look at, as rows of the index.</summary>
public sealed class OperatorAlerts(StorageAccount account)
{
    private const string Prefix = "operator~";

    private readonly TableClient _table = account.Index;

    /// <summary>All that stand, by key.</summary>
    public async Task<IReadOnlyList<OperatorAlert>> Standing()
    {
        var standing = new List<OperatorAlert>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Under(ContractIndex.Partition, Prefix)))
            standing.Add(new(row.RowKey[Prefix.Length..], row.GetString("Text"), InstantPattern.ExtendedIso.Parse(row.GetString("Since")).Value));
        return standing;
    }

    /// <summary>Raising it again changes what it says, and not since when it stands.</summary>
    /// <param name="standing">As read before; null where it did not stand.</param>
    /// <returns>True where it did not stand.</returns>
    public async Task<bool> Raise(string key, string text, OperatorAlert? standing, Instant now)
    {
        if (standing?.Text == text) return false;
        var row = new TableEntity(ContractIndex.Partition, Prefix + key) { ["Text"] = text, ["Since"] = ContractRows.Text(standing?.Since ?? now) };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        return standing is null;
    }

    public async Task Clear(string key) => await _table.DeleteEntityAsync(ContractIndex.Partition, Prefix + key);
}
