using System.Collections.Concurrent;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Storage;

/// <summary>Who has been given which contracts, and the upload links and calendar feeds there are. What was looked up is believed for a minute, so
/// that a request costs no look of its own; so long does a withdrawal take to show everywhere.</summary>
public sealed class AccessTable(StorageAccount account, IClock clock) : IAssignments, IUploadLinks
{
    private const string AssignmentsKey = "assignments", LinkKey = "link", FeedKey = "feed";
    private const int Kept = 10_000;

    public static readonly Duration BelievedFor = Duration.FromMinutes(1);

    private readonly TableClient _table = account.Access;
    private readonly ConcurrentDictionary<string, (Assignments Assignments, Instant At)> _believed = [];

    public async ValueTask<Assignments> Of(string personId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_believed.TryGetValue(personId, out var believed) && now - believed.At < BelievedFor) return believed.Assignments;
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(KeyOf(personId), AssignmentsKey, null, cancellation);
        var found = row.HasValue ? Read(row.Value!) : Assignments.None;
        if (_believed.Count > Kept) _believed.Clear();
        _believed[personId] = (found, now);
        return found;
    }

    /// <summary>Gives a person or program exactly these contracts.</summary>
    public async Task Assign(string personId, Assignments assignments)
    {
        var row = new TableEntity(KeyOf(personId), AssignmentsKey) { ["Person"] = personId, ["Every"] = assignments.IsEvery };
        Packed.Write(row, "Contracts", string.Join('\n', assignments.Contracts));
        var put = new TableTransaction(row.PartitionKey);
        put.Upsert(row);
        await put.Commit(_table);
        _believed.TryRemove(personId, out _);
    }

    public async ValueTask<UploadLink?> Find(string hash, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(hash, LinkKey, null, cancellation);
        return row.HasValue ? Link(row.Value!) : null;
    }

    public async Task Give(UploadLink link, string by)
    {
        var give = new TableTransaction(link.Hash);
        give.Insert(new(link.Hash, LinkKey)
        {
            ["Contract"] = link.Contract,
            ["Period"] = YearMonthPattern.Iso.Format(link.Period),
            ["Expires"] = InstantPattern.ExtendedIso.Format(link.Expires),
            ["By"] = by,
        });
        await give.Commit(_table);
    }

    /// <returns>Null where there is none, or it has been taken back.</returns>
    public async Task<FeedLink?> FindFeed(string hash)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(hash, FeedKey);
        if (!row.HasValue) return null;
        return row.Value!.GetString("Contract") is { } contract ? new FeedLink.OfContract(hash, contract) : new FeedLink.OfPerson(hash, row.Value.GetString("Person"));
    }

    public async Task Give(FeedLink feed, string by)
    {
        var give = new TableTransaction(feed.Hash);
        give.Insert(new(feed.Hash, FeedKey)
        {
            ["Contract"] = (feed as FeedLink.OfContract)?.Contract,
            ["Person"] = (feed as FeedLink.OfPerson)?.Person,
            ["By"] = by,
            ["At"] = InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()),
        });
        await give.Commit(_table);
    }

    /// <summary>From now on the feed is worth nothing; there need not be one.</summary>
    public async Task RevokeFeed(string hash) => await _table.DeleteEntityAsync(hash, FeedKey);

    /// <summary>From now on the link is worth nothing; there need not be one.</summary>
    public async Task Revoke(string hash) => await _table.DeleteEntityAsync(hash, LinkKey);

    /// <summary>Ids hold characters that keys may not.</summary>
    private static string KeyOf(string personId) => ContentHash.Of(personId);

    private static Assignments Read(TableEntity row) => row.GetBoolean("Every")!.Value
        ? Assignments.Every
        : Assignments.To(Packed.Read(row, "Contracts")!.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static UploadLink Link(TableEntity row) => new(
        row.GetString("Contract"), YearMonthPattern.Iso.Parse(row.GetString("Period")).Value,
        InstantPattern.ExtendedIso.Parse(row.GetString("Expires")).Value, row.PartitionKey);
}
