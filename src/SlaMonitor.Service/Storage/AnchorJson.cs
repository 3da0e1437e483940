using System.Text.Json;
using NodaTime.Text;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Anchors as the blobs they are kept in.</summary>
internal static class AnchorJson
{
    private sealed record Written(string Day, string Previous, IReadOnlyList<AnchoredHead> Heads);

    public static string Write(DailyAnchor anchor) => JsonSerializer.Serialize(new Written(LocalDatePattern.Iso.Format(anchor.Day), anchor.Previous, anchor.Heads));

    public static DailyAnchor Read(string json)
    {
        var written = JsonSerializer.Deserialize<Written>(json)!;
        return new(LocalDatePattern.Iso.Parse(written.Day).Value, written.Previous, written.Heads);
    }
}
