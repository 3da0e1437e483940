using System.Text;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>The daily anchors of the audit trail: write-once, each with the hash of the one before it.</summary>
public sealed class AuditAnchors
{
    private readonly WriteOnceBlobs _blobs;

    internal AuditAnchors(WriteOnceBlobs blobs) => _blobs = blobs;

    /// <summary>Every anchor there is, the first first, with its own hash.</summary>
    public async Task<IReadOnlyList<(DailyAnchor Anchor, string Sha256)>> All()
    {
        var all = new List<(DailyAnchor, string)>();
        foreach (var name in (await _blobs.Names("")).Order(StringComparer.Ordinal))
        {
            var json = Encoding.UTF8.GetString(await _blobs.Get(name) ?? []);
            all.Add((AnchorJson.Read(json), ContentHash.Of(json)));
        }

        return all;
    }

    /// <returns>Null where the day is not anchored.</returns>
    public async Task<DailyAnchor?> Find(LocalDate day) =>
        await _blobs.Get(LocalDatePattern.Iso.Format(day)) is { } bytes ? AnchorJson.Read(Encoding.UTF8.GetString(bytes)) : null;

    /// <summary>The hash of the last anchor before a day; 64 zeros where there is none.</summary>
    public async Task<string> LastBefore(LocalDate day)
    {
        var last = (await _blobs.Names("")).Where(n => string.CompareOrdinal(n, LocalDatePattern.Iso.Format(day)) < 0).Max(StringComparer.Ordinal);
        return last is null ? AuditLink.First.Hash : ContentHash.Of(Encoding.UTF8.GetString(await _blobs.Get(last) ?? []));
    }

    /// <summary>A day that is anchored stays as it is.</summary>
    public Task<bool> Put(DailyAnchor anchor) => _blobs.Put(LocalDatePattern.Iso.Format(anchor.Day), Encoding.UTF8.GetBytes(AnchorJson.Write(anchor)), "application/json");
}
