using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Makes a table of a return's worksheet, its lines and columns those of the sheet, and tells what in the cells that
/// are read is no plain value.</summary>
internal sealed class SheetTable
{
    private readonly ReturnSheet _sheet;
    private readonly ICollection<Problem> _problems;
    private readonly SheetCell[] _header;
    private readonly HashSet<int> _read;

    private SheetTable(ReturnSheet sheet, ICollection<Problem> problems)
    {
        _sheet = sheet;
        _problems = problems;
        _header = [.. sheet.Header.Cells];
        _read = [.. _header.Where(c => ReturnColumns.IsRead(c.Text)).Select(c => c.Column)];
    }

    public static Table Of(ReturnSheet sheet, ICollection<Problem> problems) => new SheetTable(sheet, problems).Table();

    private Table Table()
    {
        Outside();
        Merged();
        HiddenColumns();
        return new(new(_sheet.Header.Number, [.. _header.Select(c => new Cell(c.Text, c.Row, c.Column))]), [.. _sheet.Rows.Select(Row)]) { Sheet = _sheet.Sheet.Name };
    }

    private TableRow Row(SheetRow row)
    {
        var cells = row.Cells.ToDictionary(c => c.Column);
        var read = row.Cells.Where(c => _read.Contains(c.Column)).ToList();
        if (row.IsHidden && read.Count > 0) Report(WorkbookProblems.HiddenCells, row.Number, read[0].Column, "rows in sight", $"row {row.Number} hidden");
        foreach (var cell in read)
            if (cell.Fault is { } fault) Report(fault.Code, cell.Row, cell.Column, fault.Expected, fault.Found);
        return new(row.Number, [.. _header.Select(h => new Cell(cells.GetValueOrDefault(h.Column)?.Text ?? "", row.Number, h.Column))]);
    }

    /// <summary>One for each column.</summary>
    private void Outside()
    {
        var named = _header.Select(c => c.Column).ToHashSet();
        foreach (var column in _sheet.Rows.SelectMany(r => r.Cells).Where(c => !named.Contains(c.Column)).GroupBy(c => c.Column).OrderBy(g => g.Key))
            Report(WorkbookProblems.Outside, column.First().Row, column.Key, $"nothing, or a header in {CellName.Of(_sheet.Header.Number, column.Key)}", Excerpt.Quoted(column.First().Text));
    }

    private void Merged()
    {
        var last = _sheet.Rows.Count == 0 ? 0 : _sheet.Rows[^1].Number;
        foreach (var area in _sheet.Merged.Where(a => a.LastRow >= _sheet.Header.Number && a.FirstRow <= last && _read.Any(c => c >= a.FirstColumn && c <= a.LastColumn)))
            Report(WorkbookProblems.Merged, area.FirstRow, area.FirstColumn, "a cell for each row and column", $"{CellName.Of(area.FirstRow, area.FirstColumn)}:{CellName.Of(area.LastRow, area.LastColumn)} merged");
    }

    private void HiddenColumns()
    {
        foreach (var cell in _header.Where(c => _read.Contains(c.Column) && _sheet.HiddenColumns.Any(h => c.Column >= h.First && c.Column <= h.Last)))
            Report(WorkbookProblems.HiddenCells, cell.Row, cell.Column, "columns in sight", $"column {CellName.Column(cell.Column)} hidden");
    }

    private void Report(ProblemCode code, int row, int column, string expected, string found) =>
        _problems.Add(new(code, "", expected, found) { Line = row, Column = column });
}
