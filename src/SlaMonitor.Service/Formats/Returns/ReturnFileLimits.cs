using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>How many bytes a return may have, by what it is.</summary>
public sealed record ReturnFileLimits(long Csv, long Workbook, long Json)
{
    public static readonly ReturnFileLimits Default = new(TableLimits.Default.Bytes, WorkbookLimits.Default.Bytes, DocumentLimits.Bytes);

    /// <summary>What is larger is no return whatever it is.</summary>
    public long Most => Math.Max(Csv, Math.Max(Workbook, Json));
}
