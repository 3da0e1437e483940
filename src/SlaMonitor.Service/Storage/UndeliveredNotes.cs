using Azure.Data.Tables;
using NodaTime.Text;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>What reaches nobody, as rows of the index: none while all is well, so that looking costs one request.</summary>
public sealed class UndeliveredNotes(StorageAccount account)
{
    private const string Prefix = "undelivered~";

    private readonly TableClient _table = account.Index;

    public async Task<IReadOnlyList<Undelivered>> All() => await Under(Prefix);

    public async Task<IReadOnlyList<Undelivered>> Of(string contract) => await Under($"{Prefix}{contract}~");

    /// <summary>The first note stands, with the instant it began at.</summary>
    public async Task Note(Undelivered note)
    {
        try
        {
            await _table.AddEntityAsync(new TableEntity(ContractIndex.Partition, KeyOf(note.Contract, note.Cause))
            {
                ["Why"] = note.Why,
                ["Since"] = ContractRows.Text(note.Since),
            });
        }
        catch (Azure.RequestFailedException failed) when (failed.IsThereAlready())
        {
            // It has been noted.
        }
    }

    public async Task Forget(string contract, string cause) => await _table.DeleteEntityAsync(ContractIndex.Partition, KeyOf(contract, cause));

    public async Task Forget(string contract)
    {
        foreach (var note in await Of(contract)) await Forget(contract, note.Cause);
    }

    /// <summary>Neither code nor cause holds a tilde.</summary>
    private static string KeyOf(string contract, string cause) => $"{Prefix}{contract}~{cause}";

    private async Task<IReadOnlyList<Undelivered>> Under(string prefix)
    {
        var notes = new List<Undelivered>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Under(ContractIndex.Partition, prefix)))
        {
            var key = row.RowKey.Split('~');
            notes.Add(new(key[1], key[2], row.GetString("Why"), InstantPattern.ExtendedIso.Parse(row.GetString("Since")).Value));
        }

        return notes;
    }
}
