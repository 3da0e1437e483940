namespace SlaMonitor.Service.Formats.Tables;

/// <summary>One value of a table: the line it starts on and its number within the row, both from 1.</summary>
public sealed record Cell(string Text, int Line, int Column);

/// <param name="Line">The line the row starts on, from 1.</param>
public sealed record TableRow(int Line, IReadOnlyList<Cell> Cells);

/// <summary>A header and rows that have exactly as many cells as the header.</summary>
public sealed record Table(TableRow Header, IReadOnlyList<TableRow> Rows);
