using System.Text.Json;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Findings as they are kept in rows and blobs.</summary>
internal static class FindingsJson
{
    public static string Write(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings);

    public static IReadOnlyList<Finding> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<Finding>>(json)!;
}
