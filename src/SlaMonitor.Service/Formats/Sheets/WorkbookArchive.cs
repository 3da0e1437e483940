using System.IO.Compression;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The files within a workbook, guarded: nothing is unpacked before what the archive says of itself is found
/// harmless, and everything that is unpacked is counted.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private readonly WorkbookLimits _limits;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private long _unpacked;

    /// <exception cref="UnreadableWorkbookException">Not a workbook, or not one to be read.</exception>
    public WorkbookArchive(byte[] bytes, WorkbookLimits limits)
    {
        _limits = limits;
        if (bytes.Length > limits.Bytes) throw UnreadableWorkbookException.TooLarge($"at most {limits.Bytes} bytes", $"{bytes.Length} bytes");
        WorkbookSignature.RefuseCompoundFile(bytes);
        if (EntriesIn(bytes) is var entries && entries > limits.Entries)
            throw UnreadableWorkbookException.TooLarge($"at most {limits.Entries} files within it", $"{entries}");
        _zip = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        try
        {
            _entries = ByName(_zip.Entries);
            WorkbookKind.Refuse(_entries.Keys);
            RefuseSizes();
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>The part as XML; its name as in <c>xl/workbook.xml</c>.</summary>
    /// <exception cref="UnreadableWorkbookException">There is no such part.</exception>
    public PartXml Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry)) throw UnreadableWorkbookException.Damaged($"no {part} within it");
        return new(new CountedStream(entry.Open(), entry, _limits, Unpacked), _limits);
    }

    public void Dispose() => _zip.Dispose();

    private void Unpacked(int bytes)
    {
        if ((_unpacked += bytes) > _limits.ReadBytes)
            throw UnreadableWorkbookException.TooLarge($"at most {_limits.ReadBytes} bytes unpacked", "more");
    }

    /// <summary>Counted before the list is read, which takes memory for each. Packed bytes may look like the mark of an entry, but
    /// not a thousand times.</summary>
    private static int EntriesIn(ReadOnlySpan<byte> bytes) => bytes.Count("PK\x01\x02"u8);

    /// <summary>Where two files have one name, programs differ on which of them counts.</summary>
    private static Dictionary<string, ZipArchiveEntry> ByName(IEnumerable<ZipArchiveEntry> entries)
    {
        var byName = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            if (!byName.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw UnreadableWorkbookException.Damaged("two files of one name within it");
        return byName;
    }

    private void RefuseSizes()
    {
        var declared = 0L;
        foreach (var entry in _entries.Values)
        {
            if (entry.IsEncrypted) throw new UnreadableWorkbookException(WorkbookProblems.Encrypted, "a workbook without a password to open it", "encrypted files within it");
            declared += entry.Length;
            if (entry.Length < 0 || declared > _limits.DeclaredBytes)
                throw UnreadableWorkbookException.TooLarge($"at most {_limits.DeclaredBytes} bytes unpacked", "more");
            if (CountedStream.IsPackedTooTightly(entry.Length, entry.CompressedLength, _limits))
                throw UnreadableWorkbookException.TooLarge(CountedStream.RatioAllowed(_limits), "more");
        }
    }
}
