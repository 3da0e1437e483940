using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Register;

/// <summary>Something that happened to a contract and must be provable.</summary>
/// <param name="By">The stable id of whoever did it; <see cref="Service"/> for the service itself.</param>
/// <param name="What">What was done, in a few words of the field.</param>
/// <param name="To">What it was done to.</param>
/// <param name="Detail">Hashes, reasons, numbers; never names or addresses.</param>
public sealed record AuditEntry(Instant At, string By, string What, string To, string Detail)
{
    public const string Service = "service";
}

/// <summary>An entry in its place of the chain.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Hash">Of the entry, its number and the hash before it.</param>
public sealed record AuditRow(long Number, AuditEntry Entry, string Hash);

/// <summary>The last link of a chain: what the next one is hashed with.</summary>
public sealed record AuditLink(long Number, string Hash)
{
    public static readonly AuditLink First = new(0, new('0', 64));

    /// <summary>The chain with an entry added.</summary>
    public AuditRow Next(AuditEntry entry) => new(Number + 1, entry, HashOf(Number + 1, entry));

    /// <summary>The hash that an entry has at this place; fields are told apart by their lengths, so that none can be shifted into
    /// another.</summary>
    private string HashOf(long number, AuditEntry entry)
    {
        string[] fields = [Hash, number.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(entry.At), entry.By, entry.What, entry.To, entry.Detail];
        return ContentHash.Of(string.Concat(fields.Select(f => $"{f.Length}:{f}\n")));
    }
}
