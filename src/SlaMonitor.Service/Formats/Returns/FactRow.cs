using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>One row of a return as a table, its cells by what they hold.</summary>
internal sealed class FactRow(TableRow row, ReturnColumns columns)
{
    private static readonly string[] Words = ["yes", "no", "true", "false"];

    private readonly Cell _value = columns.Cell(row, "value");

    public Cell Indicator { get; } = columns.Cell(row, "indicator");

    public Cell Member { get; } = columns.Cell(row, "member");

    public Cell Period { get; } = columns.Cell(row, "period");

    public Cell Figure { get; } = columns.Cell(row, "figure");

    public Cell Value => IsProse ? _value : InSmallLetters(_value);

    public Cell Comment { get; } = columns.Cell(row, "comment");

    /// <summary>The name of the fact as the tree has it.</summary>
    public string Key => FactName.InTree(Figure.Text);

    public bool IsEmpty => row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Text));

    public bool IsOnlyComment => Figure.Text.Length == 0 && _value.Text.Length == 0 && Comment.Text.Length > 0;

    private bool IsProse => Key is "comment" or "signedOffBy";

    /// <summary>Spreadsheets write TRUE where true was typed.</summary>
    private static Cell InSmallLetters(Cell cell) =>
        Words.Contains(cell.Text, StringComparer.OrdinalIgnoreCase) ? cell with { Text = cell.Text.ToLowerInvariant() } : cell;
}
