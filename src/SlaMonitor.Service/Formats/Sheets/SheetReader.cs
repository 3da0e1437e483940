using System.Globalization;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Sheets;

/// <param name="Cells">Those that hold something, in the order of their columns.</param>
internal sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<SheetCell> Cells);

/// <summary>Cells from one corner to the other, both included.</summary>
internal readonly record struct SheetArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>What a worksheet holds: its rows, as far as a reader wants them, and after them what is merged.</summary>
internal sealed class SheetReader(PartXml xml, CellReader cells, SheetBudget budget, WorkbookLimits limits)
{
    private int _lastRow;

    public List<SheetArea> Merged { get; } = [];

    public List<(int First, int Last)> HiddenColumns { get; } = [];

    /// <summary>Rows that hold something. What is merged is known once all have been taken.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        while (xml.NextElement())
        {
            switch (xml.Name)
            {
                case "col" when xml["hidden"] is "1" or "true":
                    HiddenColumns.Add((Number(xml["min"]) ?? 1, Number(xml["max"]) ?? CellName.LastColumn));
                    break;
                case "row":
                    if (Row() is { Cells.Count: > 0 } row) yield return row;
                    break;
                case "mergeCell" when Area(xml["ref"] ?? "") is { } area:
                    if (Merged.Count >= limits.Rows) throw UnreadableWorkbookException.TooLarge($"at most {limits.Rows} merged cells", "more");
                    Merged.Add(area);
                    break;
                default:
                    break;
            }
        }
    }

    private SheetRow Row()
    {
        var number = Number(xml["r"]) ?? _lastRow + 1;
        if (number <= _lastRow || number > CellName.LastRow) throw UnreadableWorkbookException.Damaged("rows out of order");
        _lastRow = number;
        var isHidden = xml["hidden"] is "1" or "true";
        var found = new SortedDictionary<int, SheetCell>();
        if (!xml.IsEmpty) ReadCells(number, found);
        if (found.Count > 0) budget.Row();
        return new(number, isHidden, [.. found.Values]);
    }

    private void ReadCells(int row, SortedDictionary<int, SheetCell> found)
    {
        var (depth, last) = (xml.Depth, 0);
        while (xml.NextWithin(depth))
        {
            if (xml.Name != "c") continue;
            last = ColumnOf(xml["r"], row, last + 1);
            var (type, style) = (xml["t"], Number(xml["s"]) ?? 0);
            var written = Written(type, style);
            if (last > limits.Columns || cells.Read(written, row, last) is not { } cell) continue;
            budget.Cell(cell.Text);
            if (!found.TryAdd(last, cell)) throw UnreadableWorkbookException.Damaged("two cells in one place");
        }
    }

    private WrittenCell Written(string? type, int style)
    {
        if (xml.IsEmpty) return new(type, style, null, false);
        var (depth, isFormula) = (xml.Depth, false);
        string? value = null;
        while (xml.NextWithin(depth))
        {
            if (xml.Name == "f") isFormula = true;
            else if (xml.Name == "v") value = xml.Text();
            else if (xml.Name == "is") value = SharedStrings.RichText(xml);
        }

        return new(type, style, value, isFormula);
    }

    /// <summary>A cell that does not say where it stands follows the one before it.</summary>
    private static int ColumnOf(string? name, int row, int next)
    {
        if (name is null) return next;
        if (!CellName.TryParse(name, out var named, out var column) || named != row) throw UnreadableWorkbookException.Damaged("a cell in the wrong row");
        return column;
    }

    private static SheetArea? Area(string reference)
    {
        var colon = reference.IndexOf(':');
        return colon > 0 && CellName.TryParse(reference.AsSpan(0, colon), out var row, out var column) && CellName.TryParse(reference.AsSpan(colon + 1), out var lastRow, out var lastColumn)
            ? new(row, column, lastRow, lastColumn)
            : null;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
