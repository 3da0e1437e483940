using System.Text;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service;

/// <summary>Tells contract files from returns.</summary>
public static class FileKind
{
    /// <summary>By its name where that tells; JSON and what has no name by what it holds.</summary>
    public static bool IsReturn(NamedFile file) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".yaml" or ".yml" => false,
        ".csv" => true,
        ".json" => JsonText.Read(file.Bytes, []) is not MapNode map || map["effectiveFrom"] is null,
        _ => !Encoding.UTF8.GetString(file.Bytes).Contains("effectiveFrom", StringComparison.Ordinal),
    };
}
