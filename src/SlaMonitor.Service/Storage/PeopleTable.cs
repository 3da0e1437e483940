using System.Globalization;
using Azure.Data.Tables;
using NodaTime.Text;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Where the trail of the assignments stands.</summary>
/// <param name="Anchored">The number of the last row that a daily anchor holds; 0 for none.</param>
/// <param name="Version">Storage's own; null before the first row.</param>
public sealed record PeopleHead(AuditLink Audit, long Anchored, string? Version);

/// <summary>Who has been given which contracts, and the audit trail of that: one partition, so that what somebody is given and the row that
/// says so are one transaction.</summary>
public sealed class PeopleTable(StorageAccount account)
{
    /// <summary>The trail's name in anchors; no contract's code has a slash.</summary>
    public const string Trail = "access/assignments";

    // No contract's code, and no hash, begins so.
    private const string Partition = "_people", PersonPrefix = "1person~";

    private readonly TableClient _table = account.Access;

    /// <summary>Whoever is not known has been given nothing.</summary>
    public async Task<PersonAccess> Find(string person, CancellationToken cancellation = default)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, KeyOf(person), null, cancellation);
        return row.HasValue ? Read(row.Value!) : PersonAccess.NothingOf(person);
    }

    /// <summary>Some of all who have ever been given anything, in no order that says anything.</summary>
    /// <param name="after">The last of those before; null from the first.</param>
    public async Task<IReadOnlyList<PersonAccess>> Some(string? after, int most)
    {
        var from = after is null ? PersonPrefix : $"{KeyOf(after)}{RowKeys.Next}";
        return await Rows(RowKeys.Between(Partition, from, $"{PersonPrefix}{RowKeys.AfterAll}"), most, Read);
    }

    public async Task<PeopleHead> Head()
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, RowKeys.Head);
        return row.HasValue
            ? new(new(row.Value!.GetInt64("AuditNumber")!.Value, row.Value.GetString("AuditHash")), row.Value.GetInt64("Anchored")!.Value, row.Value.ETag.ToString())
            : new(AuditLink.First, 0, null);
    }

    /// <summary>Gives exactly this and says so in the trail, or does nothing. Where the answer was lost and the transaction sent again, its own
    /// audit row stands in its way; its hash in the head tells.</summary>
    /// <param name="before">As it was read: what the person had.</param>
    /// <returns>False where the person or the trail is not as it was read.</returns>
    public async Task<bool> TryGive(PersonAccess before, Assignments given, PeopleHead head, AuditEntry entry)
    {
        var audit = head.Audit.Next(entry);
        var give = new TableTransaction(Partition);
        Put(give, Row(before.Person, given), before.Version);
        Put(give, HeadRow(new(new(audit.Number, audit.Hash), head.Anchored, head.Version)), head.Version ?? "");
        give.Insert(Row(audit));
        return await give.TryCommit(_table) is not null || (await Head()).Audit == new AuditLink(audit.Number, audit.Hash);
    }

    /// <summary>Marks how far an anchor vouches for the trail; where somebody was given something meanwhile the next day does.</summary>
    public async Task Anchored(PeopleHead head, long number)
    {
        var mark = new TableTransaction(Partition);
        mark.Replace(HeadRow(head with { Anchored = number }), head.Version!);
        await mark.TryCommit(_table);
    }

    /// <summary>Rows of the trail below a number, the latest first. Their numbers have no gaps.</summary>
    public async Task<IReadOnlyList<AuditRow>> Audit(long below, int most) =>
        [.. (await Rows(RowKeys.Between(Partition, RowKeys.Audit(Math.Max(1, below - most)), RowKeys.Audit(below)), most, ReadAudit)).Reverse()];

    /// <summary>The whole trail from its first row.</summary>
    public Task<IReadOnlyList<AuditRow>> AuditTrail() => Rows(RowKeys.Under(Partition, RowKeys.AuditTrail), int.MaxValue, ReadAudit);

    private static void Put(TableTransaction give, TableEntity row, string version)
    {
        if (version.Length == 0) give.Insert(row);
        else give.Replace(row, version);
    }

    private async Task<IReadOnlyList<T>> Rows<T>(string filter, int most, Func<TableEntity, T> read)
    {
        var rows = new List<T>();
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, Math.Min(most, 1_000)).AsPages())
        {
            rows.AddRange(page.Values.Select(read));
            if (rows.Count >= most) break;
        }

        return rows;
    }

    /// <summary>Ids hold characters that keys may not.</summary>
    private static string KeyOf(string person) => $"{PersonPrefix}{ContentHash.Of(person)}";

    private static TableEntity Row(string person, Assignments given)
    {
        var row = new TableEntity(Partition, KeyOf(person)) { ["Person"] = person, ["Every"] = given.IsEvery };
        Packed.Write(row, "Contracts", string.Join('\n', given.Contracts));
        return row;
    }

    private static PersonAccess Read(TableEntity row) => new(
        row.GetString("Person"),
        row.GetBoolean("Every")!.Value ? Assignments.Every : Assignments.To(Packed.Read(row, "Contracts")!.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        row.ETag.ToString());

    private static TableEntity HeadRow(PeopleHead head) => new(Partition, RowKeys.Head)
    {
        ["AuditNumber"] = head.Audit.Number,
        ["AuditHash"] = head.Audit.Hash,
        ["Anchored"] = head.Anchored,
    };

    /// <summary>Thousands of codes are more than a text column holds.</summary>
    private static TableEntity Row(AuditRow audit)
    {
        var row = new TableEntity(Partition, RowKeys.Audit(audit.Number))
        {
            ["At"] = InstantPattern.ExtendedIso.Format(audit.Entry.At),
            ["By"] = audit.Entry.By,
            ["What"] = audit.Entry.What,
            ["To"] = audit.Entry.To,
            ["Hash"] = audit.Hash,
        };
        Packed.Write(row, "Detail", audit.Entry.Detail);
        return row;
    }

    private static AuditRow ReadAudit(TableEntity row) => new(
        long.Parse(row.RowKey.Split('~')[1], CultureInfo.InvariantCulture),
        new(InstantPattern.ExtendedIso.Parse(row.GetString("At")).Value, row.GetString("By"), row.GetString("What"), row.GetString("To"), Packed.Read(row, "Detail")!),
        row.GetString("Hash"));
}
