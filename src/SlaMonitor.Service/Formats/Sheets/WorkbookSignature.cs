namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Tells workbooks from other files by their first bytes, whatever they are called.</summary>
internal static class WorkbookSignature
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> EmptyZip => "PK\x05\x06"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>In UTF-16, as the directory of a compound file writes it.</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <summary>A workbook of any kind, or what is packed like one.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip) || bytes.StartsWith(EmptyZip) || bytes.StartsWith(CompoundFile);

    /// <exception cref="UnreadableWorkbookException">The file is one before .xlsx, or encrypted.</exception>
    public static void RefuseCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(CompoundFile)) return;
        if (bytes.IndexOf(EncryptedPackage) >= 0)
            throw new UnreadableWorkbookException(WorkbookProblems.Encrypted, "a workbook without a password to open it", "an encrypted one");
        throw new UnreadableWorkbookException(WorkbookProblems.OldWorkbook, "an Excel workbook (.xlsx)", "an old Excel workbook (.xls) or another Office file of that time");
    }
}
