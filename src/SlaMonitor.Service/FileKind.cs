using System.Text;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Sheets;

namespace SlaMonitor.Service;

/// <summary>Tells contract files from returns.</summary>
public static class FileKind
{
    /// <summary>A workbook by what it holds, the others by their name where that tells; JSON and what has no name by what they
    /// hold.</summary>
    public static bool IsReturn(NamedFile file) => WorkbookTable.Matches(file.Bytes) || Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => false,
        ".csv" or ".xlsx" or ".xlsm" or ".xls" => true,
        ".json" => JsonText.Read(file.Bytes, []) is not MapNode map || map["effectiveFrom"] is null,
        _ => !Encoding.UTF8.GetString(file.Bytes).Contains("effectiveFrom", StringComparison.Ordinal),
    };
}
