using System.IO.Compression;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>A file within an archive, counted while it is unpacked. It is also held to UTF-8 and to XML tags of a bearable
/// length: an XML reader takes in a whole tag before anybody can object.</summary>
internal sealed class CountedStream(Stream unpacked, ZipArchiveEntry entry, WorkbookLimits limits, Action<int> count) : ReadOnceStream
{
    private long _bytes;
    private int _sinceTag;

    public static bool IsPackedTooTightly(long unpacked, long packed, WorkbookLimits limits) =>
        unpacked > limits.RatioFrom && unpacked / Math.Max(1, packed) > limits.Ratio;

    public static string RatioAllowed(WorkbookLimits limits) =>
        $"files packed to no less than a {limits.Ratio}th of what they hold, once that is more than {limits.RatioFrom} bytes";

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        count(read);
        if ((_bytes += read) > limits.PartBytes) throw UnreadableWorkbookException.TooLarge($"at most {limits.PartBytes} bytes in each file within it", "more");
        if (IsPackedTooTightly(_bytes, entry.CompressedLength, limits)) throw UnreadableWorkbookException.TooLarge(RatioAllowed(limits), "more");
        RefuseLongTags(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void RefuseLongTags(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var tag = bytes.IndexOf((byte)'<');
            _sinceTag += tag < 0 ? bytes.Length : tag;
            if (_sinceTag > limits.TagBytes) throw UnreadableWorkbookException.TooLarge($"XML tags and texts of at most {limits.TagBytes} bytes", "a longer one");
            if (tag < 0) return;
            _sinceTag = 0;
            bytes = bytes[(tag + 1)..];
        }
    }
}
