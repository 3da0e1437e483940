namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Kinds of file that end up under the name of a CSV file, by their first bytes.</summary>
internal static class FileSignature
{
    /// <summary>What the file looks like, in words, or null when it may be CSV.</summary>
    public static string? Recognise(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) ? NameOfZip(bytes)
        : bytes.StartsWith("PK\x05\x06"u8) ? "an empty ZIP archive"
        : bytes.StartsWith("%PDF-"u8) ? "a PDF document"
        : bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? "an old Excel workbook or another Office file"
        : bytes.StartsWith<byte>([0x1F, 0x8B]) ? "a gzip archive"
        : null;

    private static string NameOfZip(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("xl/workbook"u8) >= 0 ? "an Excel workbook"
        : bytes.IndexOf("opendocument.spreadsheet"u8) >= 0 ? "an OpenDocument spreadsheet"
        : "a ZIP archive, as an Excel workbook is";
}
