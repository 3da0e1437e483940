using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service;

/// <summary>What a file goes by among others: of a contract version the day it takes effect, of a return its period and
/// revision.</summary>
internal static class FileNumber
{
    /// <summary>Null where it has none: decisions, and files that cannot be made out.</summary>
    public static string? Of(NamedFile file) => file.Kind() switch
    {
        FileKind.Contract => Joined(DocumentFile.Read(file.Bytes, []), "contract", "effectiveFrom"),
        FileKind.Return when ReturnFile.Facts(file.Bytes) is { } facts => $"{Joined(facts, "contract", "period")} {(facts["revision"] as ScalarNode)?.Text ?? "1"}",
        _ => null,
    };

    private static string? Joined(DocumentNode? document, string first, string second) =>
        document is MapNode map && map[first] is ScalarNode one && map[second] is ScalarNode two ? $"{one.Text} {two.Text}" : null;
}
