namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Counts what the sheets of one workbook hold together.</summary>
internal sealed class SheetBudget(WorkbookLimits limits)
{
    private int _rows;
    private int _cells;
    private long _length;

    public void Row()
    {
        if (++_rows > limits.Rows) throw UnreadableWorkbookException.TooLarge($"at most {limits.Rows} rows", "more");
    }

    public void Cell(string text)
    {
        if (++_cells > limits.Cells) throw UnreadableWorkbookException.TooLarge($"at most {limits.Cells} cells", "more");
        if ((_length += text.Length) > limits.TextLength) throw UnreadableWorkbookException.TooLarge($"at most {limits.TextLength} characters in all cells", "more");
    }
}
