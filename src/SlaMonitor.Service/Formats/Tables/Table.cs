namespace SlaMonitor.Service.Formats.Tables;

/// <summary>One value of a table: the line it starts on and its number within the row, both from 1.</summary>
public sealed record Cell(string Text, int Line, int Column);

/// <param name="Line">The line the row starts on, from 1.</param>
public sealed record TableRow(int Line, IReadOnlyList<Cell> Cells);

/// <summary>A header and rows that have exactly as many cells as the header.</summary>
public sealed record Table(TableRow Header, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The worksheet whose rows and columns the cells are counted by; null where the table was a text.</summary>
    public string? Sheet { get; init; }

    /// <summary>Line 7; cell D7.</summary>
    public string PlaceInWords(Cell cell) => Sheet is null ? $"line {cell.Line}" : $"cell {CellName.Of(cell.Line, cell.Column)}";

    /// <summary>Column 4; cell D1.</summary>
    public string ColumnInWords(Cell cell) => Sheet is null ? $"column {cell.Column}" : PlaceInWords(cell);
}
