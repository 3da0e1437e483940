using System.Text.Json;
using Azure.Data.Tables;
using NodaTime.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Notices;

namespace SlaMonitor.Service.Storage;

/// <summary>Who is told of each contract's alerts: one small document a contract, apart from its records. The one place where addresses
/// are kept.</summary>
public sealed class RecipientsTable(StorageAccount account)
{
    private const string Key = "recipients";

    private sealed record Line(string Id, string Role, string Way, string? Address, string? AwayUntil, string? FarAhead = null);

    private readonly TableClient _table = account.Access;

    /// <returns>Null where nobody has been named: then the contract file says who.</returns>
    public async Task<Recipients?> Get(string contract)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(contract, Key);
        return found.HasValue ? new([.. JsonSerializer.Deserialize<Line[]>(Packed.Read(found.Value!, "Recipients")!)!.Select(Read)]) : null;
    }

    /// <summary>Names exactly these.</summary>
    /// <exception cref="ContradictionException">They have faults, see <see cref="Recipients.Problems"/>.</exception>
    public async Task Put(string contract, Recipients recipients)
    {
        ContradictionException.ThrowIfAny(recipients.Problems());
        var row = new TableEntity(contract, Key);
        Packed.Write(row, "Recipients", JsonSerializer.Serialize(recipients.All.Select(Write)));
        var put = new TableTransaction(contract);
        put.Upsert(row);
        await put.Commit(_table);
    }

    /// <summary>With the contract's records its people go too.</summary>
    public async Task Delete(string contract) => await _table.DeleteEntityAsync(contract, Key);

    private static Line Write(Recipient recipient) =>
        new(recipient.Id, recipient.Role.ToString(), recipient.Way.ToString(), recipient.Address, recipient.AwayUntil is { } day ? LocalDatePattern.Iso.Format(day) : null, recipient.FarAhead.ToString());

    private static Recipient Read(Line line) => new(line.Id, Enum.Parse<OfficerRole>(line.Role), Enum.Parse<NoticeWay>(line.Way), line.Address)
    {
        AwayUntil = line.AwayUntil is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
        FarAhead = line.FarAhead is { } far ? Enum.Parse<FarAhead>(far) : default,
    };
}
