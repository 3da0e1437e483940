using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What a supplier may ask of a result.</summary>
public enum ClaimKind
{
    Relief,
    Dispute,
}

/// <summary>A file that is to bear a claim out.</summary>
/// <param name="Name">As its sender calls it; only letters, digits and <c>. _ -</c> of it are kept.</param>
public sealed record Evidence(string Name, byte[] Bytes);

/// <summary>A claim as it is raised.</summary>
/// <param name="Reason">One line.</param>
public sealed record Claim(ClaimKind Kind, YearMonth Period, string Indicator, string Reason, Evidence? Evidence);

/// <summary>The step by which a supplier asks to be excused, or disputes a result. It is recorded like any decision and changes no figure; what
/// is decided about it is another's. Raised again on the same day in the same words it is the same claim.</summary>
public sealed class RaiseClaim(Stores stores, ReadTerms terms, HolidayBasis basis, RecordDecisions record, IClock clock)
{
    private const string By = "the supplier", EvidenceIs = " Evidence: ", HashIs = ", SHA-256 ";

    private const int MostCharactersOfName = 80;

    /// <returns>What stands in its way; null where there is no such contract.</returns>
    public async Task<DecisionsRecorded?> Of(string contract, Claim claim, string by, string? trace)
    {
        var stored = await stores.Register.Load(contract);
        if (terms.Of(stored, basis) is not { } known) return null;
        var reason = claim.Reason;
        if (claim.Evidence is { } evidence)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(evidence.Bytes));
            await stores.Raw.Put($"{contract}/{hash}", evidence.Bytes, "application/octet-stream");
            reason = $"{reason}{EvidenceIs}{NameOf(evidence)}{HashIs}{hash}";
        }

        var today = clock.GetCurrentInstant().InZone(known.Latest.Zone).Date;
        var taken = new Taken(contract, today, By, reason, null);
        Decision decision = claim.Kind == ClaimKind.Relief
            ? new Decision.ReliefClaimed(claim.Period, claim.Indicator, taken)
            : new Decision.DisputeOpened(claim.Period, claim.Indicator, taken);
        return await record.Of(contract, System.Text.Encoding.UTF8.GetBytes(DecisionFile.WriteJson(new(contract, [decision]))), new(by, claim.Reason, trace));
    }

    /// <summary>The evidence that a claim's reason names; null where it names none.</summary>
    public static (string Words, string Name, string Sha256)? EvidenceIn(string reason)
    {
        var (at, hash) = (reason.LastIndexOf(EvidenceIs, StringComparison.Ordinal), reason.LastIndexOf(HashIs, StringComparison.Ordinal));
        if (at < 0 || hash < at) return null;
        var name = reason[(at + EvidenceIs.Length)..hash];
        return (reason[..at], name, reason[(hash + HashIs.Length)..]);
    }

    private static string NameOf(Evidence evidence)
    {
        var kept = new string([.. evidence.Name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')]);
        return kept.Length == 0 ? "file" : kept[Math.Max(0, kept.Length - MostCharactersOfName)..];
    }
}
