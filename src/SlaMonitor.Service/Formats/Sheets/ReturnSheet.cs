using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The rows of a worksheet from its header on; what stands above, such as a title, is passed over.</summary>
/// <param name="Header">The row that names the columns.</param>
internal sealed record ReturnSheet(
    SheetEntry Sheet, SheetRow Header, IReadOnlyList<SheetRow> Rows, IReadOnlyList<SheetArea> Merged, IReadOnlyList<(int First, int Last)> HiddenColumns)
{
    /// <summary>Null where the sheet has no header to find a return by.</summary>
    public static ReturnSheet? Find(SheetEntry sheet, SheetReader reader, WorkbookLimits limits)
    {
        SheetRow? header = null;
        var rows = new List<SheetRow>();
        foreach (var row in reader.Rows())
        {
            if (header is not null) rows.Add(row);
            else if (row.Number > limits.HeaderWithin) return null;
            else if (ReturnColumns.AreIn(row.Cells.Select(c => c.Text))) header = row;
        }

        return header is null ? null : new(sheet, header, rows, reader.Merged, reader.HiddenColumns);
    }
}
