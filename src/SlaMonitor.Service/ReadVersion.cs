using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>One version of a contract's terms as a file.</summary>
/// <param name="Draft">Null where it is in force.</param>
/// <param name="Json">The canonical file; null where a draft cannot be read as terms.</param>
/// <param name="AsHandedIn">The draft's own bytes; null where it is in force.</param>
public sealed record VersionFile(DraftTerms? Draft, string Sha256, string? Json, byte[]? AsHandedIn);

/// <summary>The step from a contract and a day to the version of that day: the one in force, else the draft.</summary>
public sealed class ReadVersion(Stores stores, HolidayBasis basis)
{
    /// <param name="drafts">Whether the asker may see drafts.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<VersionFile?> Of(RegisteredContract stored, LocalDate effectiveFrom, bool drafts)
    {
        if (stored.Terms.FirstOrDefault(t => t.EffectiveFrom == effectiveFrom) is { } terms) return new(null, terms.Sha256, terms.Json, null);
        if (!drafts || await stores.Register.Draft(stored.Code, effectiveFrom) is not { } draft) return null;
        var file = await stores.Raw.Get($"{stored.Code}/{draft.RawSha256}") ?? throw new InvalidOperationException($"The file {draft.RawSha256} of a draft of {stored.Code} is gone.");
        return new(draft, draft.RawSha256, ContractFile.Read(file, basis).Terms is { } read ? ContractFile.WriteJson(read) : null, file);
    }

    /// <summary>The same file as YAML, as people read it.</summary>
    public string Yaml(string json) => ContractFile.WriteYaml(ContractFile.Read(Encoding.UTF8.GetBytes(json), basis).Terms
        ?? throw new InvalidOperationException("A canonical contract file cannot be read."));
}
