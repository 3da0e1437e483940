using System.Text.RegularExpressions;
using Azure.Data.Tables;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Everything an account holds, as lines of text without the instants and the hashes that instants go into: every row of every
/// table, every blob by name, and whether messages wait. Two accounts that came to the same have the same lines.</summary>
internal static partial class StoredState
{
    public static async Task<IReadOnlyList<string>> Of(StorageAccount account)
    {
        var lines = new List<string>();
        foreach (var table in (TableClient[])[account.Contracts, account.Index])
            await foreach (var row in table.QueryAsync<TableEntity>()) lines.Add(Line(row));
        foreach (var container in (string[])[account.Names.Raw, account.Names.Results])
            await foreach (var blob in account.Container(container).GetBlobsAsync()) lines.Add($"blob {container[account.Names.Prefix.Length..]} {blob.Name}");
        foreach (var queue in account.Names.Queues)
        {
            if ((await account.Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0) lines.Add($"queue {queue[account.Names.Prefix.Length..]} has messages");
            Assert.Equal(0, (await account.Queue(StorageNames.PoisonOf(queue)).GetPropertiesAsync()).Value.ApproximateMessagesCount);
        }

        return lines;
    }

    private static string Line(TableEntity row)
    {
        var values = row.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" or "Hash" or "AuditHash"))
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Text(row, p.Key, p.Value)}");
        return Timeless($"{row.PartitionKey} {row.RowKey}: {string.Join(", ", values)}");
    }

    /// <summary>What is packed is shown whole at its first part.</summary>
    private static string Text(TableEntity row, string name, object? value) => value is not byte[] bytes ? $"{value}"
        : !name.EndsWith('0') ? $"{bytes.Length} bytes more"
        : bytes is [0x1f, 0x8b, ..] ? Packed.Read(row, name[..^1])!
        : Convert.ToHexString(bytes);

    private static string Timeless(string text) => ManifestHash().Replace(Instant().Replace(text, "(instant)"), "manifest (hash)");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|\d{8}T\d{13}")]
    private static partial Regex Instant();

    [GeneratedRegex("manifest [0-9a-f]{64}")]
    private static partial Regex ManifestHash();
}
