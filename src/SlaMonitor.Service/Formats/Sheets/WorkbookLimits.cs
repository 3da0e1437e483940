namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>How much one workbook may hold, so that no file can exhaust the service. What is counted is what is really
/// read, whatever the file declares of itself.</summary>
public sealed record WorkbookLimits
{
    public static readonly WorkbookLimits Default = new();

    /// <summary>Of the file as it is sent.</summary>
    public int Bytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Files within the archive.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>What all files within the archive declare to hold together.</summary>
    public long DeclaredBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Of one file within the archive, unpacked.</summary>
    public int PartBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Of all files within the archive that are read, unpacked.</summary>
    public int ReadBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many times its packed size a file may hold once it is larger than <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Unpacked bytes from which <see cref="Ratio"/> counts.</summary>
    public int RatioFrom { get; init; } = 1024 * 1024;

    /// <summary>Bytes of one XML tag with the text after it.</summary>
    public int TagBytes { get; init; } = 256 * 1024;

    /// <summary>XML elements of one file within the archive.</summary>
    public int Elements { get; init; } = 2_000_000;

    /// <summary>How deep XML elements lie within one another.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Different names of XML elements and attributes in one file within the archive.</summary>
    public int Names { get; init; } = 5_000;

    public int Sheets { get; init; } = 100;

    /// <summary>Rows with a value, of the sheets as far as they are read.</summary>
    public int Rows { get; init; } = 50_000;

    /// <summary>The last column that is looked at: GR.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Cells with a value, of the sheets as far as they are read.</summary>
    public int Cells { get; init; } = 300_000;

    /// <summary>The length of one cell in UTF-16 units; spreadsheets allow 32,767.</summary>
    public int CellLength { get; init; } = 10_000;

    /// <summary>The length of all cells together: one long text may be shared by many.</summary>
    public int TextLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Rows in which a header is looked for.</summary>
    public int HeaderWithin { get; init; } = 100;
}
