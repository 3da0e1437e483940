using Azure;
using Azure.Data.Tables;

namespace SlaMonitor.Service.Storage;

/// <summary>
/// A change of one partition, whole or not at all. Refuses what Azure refuses and the emulator lets through: other partitions, more
/// than 100 entities, the same entity twice, more than 4 MiB, an entity over 1 MiB, a property over 64 KiB; and types that lose digits, which both take.
/// </summary>
internal sealed class TableTransaction(string partition)
{
    /// <summary>The most entities that Azure takes at once.</summary>
    public const int EntityLimit = 100;

    private const int TransactionLimit = 4 * 1024 * 1024;
    private const int RowLimit = 1024 * 1024;
    private const int PropertyLimit = 64 * 1024;

    private readonly List<TableTransactionAction> _actions = [];
    private readonly HashSet<string> _keys = [];
    private long _bytes;

    public int Count => _actions.Count;

    /// <summary>Fails the whole where there is such a row already.</summary>
    public void Insert(TableEntity row) => Add(TableTransactionActionType.Add, row, default);

    public void Upsert(TableEntity row) => Add(TableTransactionActionType.UpsertReplace, row, default);

    /// <summary>What the row does not name stands.</summary>
    public void Merge(TableEntity row) => Add(TableTransactionActionType.UpsertMerge, row, default);

    /// <summary>What the row does not name stands; fails the whole where there is no such row.</summary>
    public void Change(TableEntity row) => Add(TableTransactionActionType.UpdateMerge, row, ETag.All);

    /// <summary>Fails the whole where the row is not as it was read.</summary>
    public void Replace(TableEntity row, string version) => Add(TableTransactionActionType.UpdateReplace, row, new(version));

    /// <summary>Fails the whole where there is no such row.</summary>
    public void Delete(string key) => Add(TableTransactionActionType.Delete, new(partition, key), ETag.All);

    /// <summary>Fails the whole where the row is gone, or not as it was read.</summary>
    public void Delete(string key, string version) => Add(TableTransactionActionType.Delete, new(partition, key), new(version));

    /// <returns>The new versions of the rows by key; null where a row is there already, gone, or changed meanwhile.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> TryCommit(TableClient table)
    {
        if (_actions.Count == 0) return new Dictionary<string, string>();
        try
        {
            var answers = await table.SubmitTransactionAsync(_actions);
            return _actions.Zip(answers.Value, (action, answer) => (action.Entity.RowKey, Version: answer.Headers.ETag?.ToString() ?? ""))
                .ToDictionary(a => a.RowKey, a => a.Version);
        }
        catch (RequestFailedException failed) when (failed.IsNotFound() || failed.IsThereAlready() || failed.IsChangedMeanwhile())
        {
            return null;
        }
    }

    /// <summary>Commits what nothing can stand in the way of.</summary>
    public async Task Commit(TableClient table)
    {
        if (_actions.Count > 0) await table.SubmitTransactionAsync(_actions);
    }

    /// <summary>What a row takes of Azure's limits, about: keys and names in UTF-16, values by their type.</summary>
    internal static long SizeOf(TableEntity row) => 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length)) + row.Sum(p => 8 + (2 * p.Key.Length) + SizeOf(p.Value));

    private static long SizeOf(object? value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] bytes => 4 + bytes.Length,
        _ => 16,
    };

    private void Add(TableTransactionActionType type, TableEntity row, ETag version)
    {
        Guard(row);
        _bytes += SizeOf(row);
        if (_actions.Count == EntityLimit || _bytes > TransactionLimit) throw Refused(row, $"a transaction of at most {EntityLimit} entities and {TransactionLimit} bytes");
        _actions.Add(new(type, row, version));
    }

    private void Guard(TableEntity row)
    {
        if (row.PartitionKey != partition) throw Refused(row, $"rows of the partition {partition}");
        if (!_keys.Add(row.RowKey)) throw Refused(row, "each row once");
        if (SizeOf(row) > RowLimit) throw Refused(row, $"an entity of at most {RowLimit} bytes");
        foreach (var (name, value) in row.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "odata.etag" or "Timestamp")))
        {
            if (SizeOf(value) - 4 > PropertyLimit) throw Refused(row, $"'{name}' of at most {PropertyLimit} bytes, which are {PropertyLimit / 2} characters");
            if (value is not (null or string or byte[] or int or long or bool)) throw Refused(row, $"'{name}' without loss: pence as a whole number, levels and instants as text");
        }
    }

    private static InvalidOperationException Refused(TableEntity row, string expected) => new($"Azure would refuse the row {row.PartitionKey}/{row.RowKey}: expected {expected}.");
}
