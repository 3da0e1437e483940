namespace SlaMonitor.Service.Formats.Tables;

/// <summary>How much one table may hold, so that no file can exhaust the service.</summary>
public sealed record TableLimits
{
    public static readonly TableLimits Default = new();

    public int Bytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Rows below the header, those with problems included.</summary>
    public int Rows { get; init; } = 100_000;

    public int Columns { get; init; } = 200;

    /// <summary>Cells of all rows together.</summary>
    public int Cells { get; init; } = 2_000_000;

    /// <summary>The length of one cell in UTF-16 units.</summary>
    public int CellLength { get; init; } = 10_000;
}
