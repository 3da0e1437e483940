using System.Text.Json;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Failures as they are kept in rows of the index.</summary>
internal static class FailuresJson
{
    public static string Write(IReadOnlyList<FailureInSum> failures) => JsonSerializer.Serialize(failures);

    public static IReadOnlyList<FailureInSum> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<FailureInSum>>(json)!;
}
