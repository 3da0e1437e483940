using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Work that is known of and not done yet.</summary>
/// <param name="Key">Its row.</param>
/// <param name="Sweeps">How often it was found and sent again.</param>
public sealed record PendingWork(string Key, string Contract, Instant Since, int Sweeps = 0);

/// <summary>An audit head that moved and is to be anchored.</summary>
/// <param name="Key">Its row.</param>
/// <param name="Version">Of the row as it was read.</param>
public sealed record MovedHead(string Key, string Version, AnchoredHead Head);

/// <summary>
/// Lists across contracts, as rows of one partition: what is pending, the portfolio by code and by attention, what may change on a
/// day, whose audit trail moved on a day. All but what is pending can be rebuilt from the contracts.
/// </summary>
public sealed class ContractIndex(StorageAccount account)
{
    internal const string Partition = "index";

    /// <summary>What storage gives at once, and how often it is asked for one page of what is found.</summary>
    private const int MostAtOnce = 1_000, MostRequests = 3;

    private readonly TableClient _table = account.Index;

    /// <summary>Notes work before it is begun, so that whatever dies afterwards it is found.</summary>
    public async Task<PendingWork> Begin(string contract, Instant now, string id)
    {
        var key = $"pending~{RowKeys.At(now)}~{contract}~{id}";
        await _table.UpsertEntityAsync(new TableEntity(Partition, key) { ["Contract"] = contract, ["Since"] = ContractRows.Text(now) }, TableUpdateMode.Replace);
        return new(key, contract, now);
    }

    /// <summary>What is pending since before an instant, the oldest first.</summary>
    public async Task<IReadOnlyList<PendingWork>> Pending(Instant before)
    {
        var pending = new List<PendingWork>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Between(Partition, "pending~", $"pending~{RowKeys.At(before)}")))
            pending.Add(new(row.RowKey, row.GetString("Contract"), InstantPattern.ExtendedIso.Parse(row.GetString("Since")).Value, row.GetInt32("Sweeps") ?? 0));
        return pending;
    }

    /// <summary>Notes that work was sent again, unless it is done meanwhile.</summary>
    public async Task Swept(PendingWork work)
    {
        var noted = new TableTransaction(Partition);
        noted.Change(new(Partition, work.Key) { ["Sweeps"] = work.Sweeps + 1 });
        await noted.TryCommit(_table);
    }

    /// <summary>Shows what a contract has come to, and takes the work away that brought it there: one request.</summary>
    /// <param name="shown">Null where there is no assessment to show.</param>
    /// <param name="done">The row of the work, see <see cref="PendingWork.Key"/>; null where there is none.</param>
    public async Task Update(PortfolioRow? shown, string? done, Instant now)
    {
        if (await Change(shown, done, now).TryCommit(_table) is null && done is not null)
            await Change(shown, null, now).Commit(_table);
    }

    /// <summary>Contracts in the order of what needs attention, then by code.</summary>
    /// <param name="after">The place of the last one of the page before; null for the first page.</param>
    /// <param name="only">Those alone that are listed for this; null for all.</param>
    /// <returns>Up to <paramref name="most"/>.</returns>
    public Task<IReadOnlyList<PortfolioRow>> ByAttention(string? after, int most, Attention? only = null)
    {
        var prefix = only is { } one ? $"attention~{(int)one}~" : "attention~";
        return Some(RowKeys.Between(Partition, after is null ? prefix : $"attention~{after}{RowKeys.Next}", $"{prefix}{RowKeys.AfterAll}") + " and Gone eq false", most);
    }

    /// <summary>
    /// Contracts that have words beginning with each of those sought. The rows of the longest of them are read and looked through for the
    /// others: a thousand at once, and at most three times, after which the answer says where to go on.
    /// </summary>
    /// <param name="sought">One or more, of <see cref="SearchWords"/>.</param>
    /// <param name="after">Where to go on; null at the start.</param>
    public async Task<FoundContracts> ByWords(IReadOnlyList<string> sought, string? after, int most, Attention? only = null)
    {
        var word = SearchWords.Longest(sought);
        // Behind the word itself, which a "~" follows, and behind every longer one.
        var end = $"word~{word}~{RowKeys.AfterAll}";
        var filter = RowKeys.Between(Partition, after is null ? $"word~{word}" : $"word~{after}{RowKeys.Next}", end);
        var (found, requests, place) = (new List<PortfolioRow>(), 0, "");
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, sought.Count == 1 && only is null ? 2 * most : MostAtOnce).AsPages())
        {
            foreach (var row in page.Values)
            {
                var shown = Shown(row);
                // One with two words that begin so shows once, at the first of them.
                if ((only is null || shown.Attention == only) && FoundContracts.PlaceOf(shown, sought) is { } fit && row.RowKey == $"word~{fit}")
                {
                    if (found.Count == most) return new(found, place);
                    found.Add(shown);
                }

                place = row.RowKey["word~".Length..];
            }

            if (page.ContinuationToken is null) break;
            if (++requests == MostRequests) return new(found, place);
        }

        return new(found, null);
    }

    private async Task<IReadOnlyList<PortfolioRow>> Some(string filter, int most)
    {
        var rows = new List<PortfolioRow>();
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, most).AsPages())
        {
            rows.AddRange(page.Values.Select(Shown));
            if (rows.Count >= most) break;
        }

        return [.. rows.Take(most)];
    }

    /// <summary>Those of these contracts that have been assessed, in no order. Up to three by a request each; more by one request for
    /// every thousand contracts between the first and the last of them, which is less than a request each for all but a few.</summary>
    public async Task<IReadOnlyList<PortfolioRow>> Of(IReadOnlyList<string> contracts)
    {
        const int each = 3;
        if (contracts.Count <= each) return [.. (await Task.WhenAll(contracts.Select(Find))).OfType<PortfolioRow>()];
        var wanted = contracts.ToHashSet(StringComparer.Ordinal);
        var (first, last) = (contracts.Min(StringComparer.Ordinal), contracts.Max(StringComparer.Ordinal));
        var rows = new List<PortfolioRow>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Between(Partition, $"contract~{first}", $"contract~{last}!")))
            if (wanted.Contains(row.GetString("Contract"))) rows.Add(Shown(row));
        return rows;
    }

    /// <summary>Every contract that has been assessed, in no order: a request for each thousand of them.</summary>
    public async Task<IReadOnlyList<PortfolioRow>> All()
    {
        var rows = new List<PortfolioRow>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Under(Partition, "contract~"))) rows.Add(Shown(row));
        return rows;
    }

    /// <returns>Null where the contract has not been assessed.</returns>
    public async Task<PortfolioRow?> Find(string contract)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, $"contract~{contract}");
        return found.HasValue ? Shown(found.Value!) : null;
    }

    /// <summary>Contracts of which something may have changed by itself by a day.</summary>
    public async Task<IReadOnlyList<(string Key, string Contract)>> DueBy(LocalDate day)
    {
        var due = new List<(string, string)>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Between(Partition, "due~", $"due~{LocalDatePattern.Iso.Format(day.PlusDays(1))}")))
            due.Add((row.RowKey, row.GetString("Contract")));
        return due;
    }

    /// <summary>The audit heads that moved before a day of UTC and are not anchored yet.</summary>
    public async Task<IReadOnlyList<MovedHead>> MovedBefore(LocalDate day)
    {
        var moved = new List<MovedHead>();
        await foreach (var row in _table.QueryAsync<TableEntity>(RowKeys.Between(Partition, "moved~", $"moved~{LocalDatePattern.Iso.Format(day)}")))
            moved.Add(new(row.RowKey, row.ETag.ToString(), new(row.GetString("Contract"), row.GetInt64("AuditNumber")!.Value, row.GetString("AuditHash"))));
        return moved;
    }

    /// <summary>Takes heads away that are anchored; one that moved again meanwhile stays, with those beside it, for the next day.</summary>
    public async Task Forget(IEnumerable<MovedHead> anchored)
    {
        foreach (var some in anchored.Chunk(TableTransaction.EntityLimit))
        {
            var forget = new TableTransaction(Partition);
            foreach (var moved in some) forget.Delete(moved.Key, moved.Version);
            await forget.TryCommit(_table);
        }
    }

    /// <summary>Notes that the daily run ran.</summary>
    public async Task Record(DailyRecord record) => await _table.UpsertEntityAsync(
        new TableEntity(Partition, $"daily~{LocalDatePattern.Iso.Format(record.Day)}")
        {
            ["RanAt"] = ContractRows.Text(record.RanAt),
            ["Due"] = record.Due,
            ["Anchored"] = record.Anchored,
        }, TableUpdateMode.Replace);

    /// <returns>Null where the daily run did not run on that day of UTC.</returns>
    public async Task<DailyRecord?> Daily(LocalDate day)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, $"daily~{LocalDatePattern.Iso.Format(day)}");
        return found.HasValue
            ? new(day, InstantPattern.ExtendedIso.Parse(found.Value!.GetString("RanAt")).Value, found.Value.GetInt32("Due")!.Value, found.Value.GetInt32("Anchored")!.Value)
            : null;
    }

    /// <summary>Shows a contract no more.</summary>
    public async Task Forget(string contract)
    {
        if (await Find(contract) is not { } shown) return;
        var forget = new TableTransaction(Partition);
        forget.Delete($"contract~{contract}");
        foreach (var attention in Enum.GetValues<Attention>()) forget.Delete($"attention~{(int)attention}~{contract}");
        foreach (var word in WordsOf(shown)) forget.Delete($"word~{word}~{contract}");
        await forget.Commit(_table);
    }

    /// <returns>Of the day or the day before; null where the daily run ran on neither.</returns>
    public async Task<DailyRecord?> LastDaily(LocalDate day) => await Daily(day) ?? await Daily(day.PlusDays(-1));

    /// <summary>Has the daily run look at a contract on a day, whatever its own dates say.</summary>
    public async Task LookAgain(string contract, LocalDate day) =>
        await _table.UpsertEntityAsync(new TableEntity(Partition, $"due~{LocalDatePattern.Iso.Format(day)}~{contract}") { ["Contract"] = contract }, TableUpdateMode.Replace);

    /// <summary>Takes a row away that has served its purpose.</summary>
    public async Task Remove(string key) => await _table.DeleteEntityAsync(Partition, key);

    private static TableTransaction Change(PortfolioRow? shown, string? done, Instant now)
    {
        var change = new TableTransaction(Partition);
        if (done is not null) change.Delete(done);
        if (shown is null) return change;
        var own = Row($"contract~{shown.Contract}", shown, gone: false);
        if (shown.Calendar.Count > 0) Packed.Write(own, "Calendar", CalendarJson.Write(shown.Calendar));
        change.Upsert(own);
        foreach (var attention in Enum.GetValues<Attention>())
            change.Upsert(Row($"attention~{PortfolioRow.PlaceOf(attention, shown.Contract)}", shown, gone: attention != shown.Attention));
        foreach (var word in WordsOf(shown)) change.Upsert(Row($"word~{word}~{shown.Contract}", shown, gone: false));
        if (shown.NextLook is { } day) change.Upsert(new(Partition, $"due~{LocalDatePattern.Iso.Format(day)}~{shown.Contract}") { ["Contract"] = shown.Contract });
        change.Upsert(new(Partition, $"moved~{LocalDatePattern.Iso.Format(now.InUtc().Date)}~{shown.Contract}")
        {
            ["Contract"] = shown.Contract,
            ["AuditNumber"] = shown.Audit.Number,
            ["AuditHash"] = shown.Audit.Hash,
        });
        return change;
    }

    /// <summary>Where a contract stood before nobody needs to know: every place it is not in says so.</summary>
    private static TableEntity Row(string key, PortfolioRow shown, bool gone)
    {
        if (gone) return new(Partition, key) { ["Gone"] = true };
        var row = new TableEntity(Partition, key)
        {
            ["Gone"] = false,
            ["Contract"] = shown.Contract,
            ["Title"] = shown.Title,
            ["Client"] = shown.Client,
            ["Supplier"] = shown.Supplier,
            ["Attention"] = shown.Attention.ToString(),
            ["Why"] = shown.Why,
            ["FoundBy"] = shown.FoundBy,
            ["End"] = LocalDatePattern.Iso.Format(shown.End),
            ["LastPeriod"] = shown.LastPeriod,
            ["Points"] = shown.Points,
            ["PayablePence"] = (long)shown.Payable.Pence,
            ["Alerts"] = shown.Alerts,
            ["Assessment"] = shown.Assessment,
            ["AsOf"] = LocalDatePattern.Iso.Format(shown.AsOf),
            ["NextLook"] = shown.NextLook is { } next ? LocalDatePattern.Iso.Format(next) : null,
            ["NextAlert"] = shown.NextAlert is { } alert ? LocalDatePattern.Iso.Format(alert) : null,
            ["AuditNumber"] = shown.Audit.Number,
            ["AuditHash"] = shown.Audit.Hash,
            ["ToReview"] = shown.ToReview,
            ["CreditedThisYearPence"] = (long)shown.CreditedThisYear.Pence,
            ["PointsAgainstTrigger"] = shown.PointsAgainstTrigger,
            ["NextDate"] = shown.NextDate is { } date ? LocalDatePattern.Iso.Format(date) : null,
            ["NextDateIs"] = shown.NextDateIs,
        };
        if (shown.LastFailures.Count > 0) Packed.Write(row, "LastFailures", FailuresJson.Write(shown.LastFailures));
        return row;
    }

    private static PortfolioRow Shown(TableEntity row) => new(
        row.GetString("Contract"), row.GetString("Title"), row.GetString("Client"), row.GetString("Supplier"),
        Enum.Parse<Attention>(row.GetString("Attention")), row.GetString("Why"), Day(row, "End")!.Value, row.GetString("LastPeriod"),
        row.GetInt32("Points")!.Value, new(row.GetInt64("PayablePence")!.Value), row.GetInt32("Alerts")!.Value, row.GetInt32("Assessment")!.Value,
        Day(row, "AsOf")!.Value, Day(row, "NextLook"), new(row.GetInt64("AuditNumber")!.Value, row.GetString("AuditHash")))
    {
        FoundBy = row.GetString("FoundBy") ?? "",
        NextAlert = Day(row, "NextAlert"),
        LastFailures = FailuresJson.Read(Packed.Read(row, "LastFailures")),
        Calendar = CalendarJson.Read(Packed.Read(row, "Calendar")),
        ToReview = row.GetInt32("ToReview") ?? 0,
        CreditedThisYear = new(row.GetInt64("CreditedThisYearPence") ?? 0),
        PointsAgainstTrigger = row.GetString("PointsAgainstTrigger"),
        NextDate = Day(row, "NextDate"),
        NextDateIs = row.GetString("NextDateIs"),
    };

    /// <summary>None of a row that an earlier version of the service wrote, until the contract is looked at again.</summary>
    private static string[] WordsOf(PortfolioRow row) => row.FoundBy.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static LocalDate? Day(TableEntity row, string name) => row.GetString(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
}
