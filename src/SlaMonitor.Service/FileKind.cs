using System.Text;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Sheets;

namespace SlaMonitor.Service;

/// <summary>What a file is, told by its name and by what it holds.</summary>
public enum FileKind
{
    Contract,
    Return,
    Decisions,
}

public static class FileKinds
{
    /// <summary>A workbook by what it holds, the others by their name where that tells; of the rest, and among YAML files, what holds 'decisions' holds decisions, and what
    /// holds 'effectiveFrom' is a contract.</summary>
    public static FileKind Kind(this NamedFile file) => WorkbookTable.Matches(file.Bytes) ? FileKind.Return : Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => Holds(file, "decisions") ? FileKind.Decisions : FileKind.Contract,
        ".csv" or ".xlsx" or ".xlsm" or ".xls" => FileKind.Return,
        ".json" => Holds(file, "effectiveFrom") ? FileKind.Contract : Holds(file, "decisions") ? FileKind.Decisions : FileKind.Return,
        _ when Encoding.UTF8.GetString(file.Bytes).Contains("effectiveFrom", StringComparison.Ordinal) => FileKind.Contract,
        _ => Holds(file, "decisions") ? FileKind.Decisions : FileKind.Return,
    };

    private static bool Holds(NamedFile file, string key) => DocumentFile.Read(file.Bytes, []) is MapNode map && map[key] is not null;
}
