using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace SlaMonitor.Service.Storage;

/// <summary>
/// Text in a table row: gzipped, in as many binary properties of up to 64 KiB as it takes. A string property would hold 32 K characters
/// and cost two bytes for each.
/// </summary>
internal static class Packed
{
    /// <summary>The most that Azure takes in one property, in bytes.</summary>
    private const int PropertyLimit = 64 * 1024;

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Gunzip(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(gzip, Encoding.UTF8);
        return text.ReadToEnd();
    }

    public static void Write(TableEntity row, string name, string text) => WriteBytes(row, name, Gzip(text));

    public static void WriteBytes(TableEntity row, string name, byte[] bytes)
    {
        for (var i = 0; i == 0 || i * PropertyLimit < bytes.Length; i++)
            row[$"{name}{i}"] = bytes[(i * PropertyLimit)..Math.Min((i + 1) * PropertyLimit, bytes.Length)];
    }

    public static string? Read(TableEntity row, string name) => ReadBytes(row, name) is { } bytes ? Gunzip(new MemoryStream(bytes)) : null;

    public static byte[]? ReadBytes(TableEntity row, string name)
    {
        if (row.GetBinary($"{name}0") is not { } first) return null;
        var bytes = first.ToList();
        for (var i = 1; row.GetBinary($"{name}{i}") is { } more; i++) bytes.AddRange(more);
        return [.. bytes];
    }
}
