using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Access;

namespace SlaMonitor.Service.Storage;

/// <summary>The upload links and calendar feeds there are.</summary>
public sealed class AccessTable(StorageAccount account, IClock clock) : IUploadLinks
{
    private const string LinkKey = "link", FeedKey = "feed";

    private readonly TableClient _table = account.Access;

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

    private static UploadLink Link(TableEntity row) => new(
        row.GetString("Contract"), YearMonthPattern.Iso.Parse(row.GetString("Period")).Value,
        InstantPattern.ExtendedIso.Parse(row.GetString("Expires")).Value, row.PartitionKey);
}
