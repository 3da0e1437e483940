using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellName = SlaMonitor.Service.Formats.Tables.CellName;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Cells to write.</summary>
internal static class SheetCells
{
    /// <summary>In points.</summary>
    private const int LineHeight = 15;

    public static Cell Text(int row, int column, string text, uint style) => text.Length == 0
        ? Empty(row, column, style)
        : new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = CellName.Of(row, column),
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    /// <param name="figure">A plain decimal figure.</param>
    public static Cell Number(int row, int column, string figure, uint style) =>
        new(new CellValue(figure)) { CellReference = CellName.Of(row, column), StyleIndex = style };

    public static Cell Empty(int row, int column, uint style) => new() { CellReference = CellName.Of(row, column), StyleIndex = style };

    /// <param name="lines">Of text in the highest cell.</param>
    public static Row Row(int number, int lines, IEnumerable<Cell> cells) =>
        new(cells) { RowIndex = (uint)number, Height = Measure.Of($"{lines * LineHeight}"), CustomHeight = true };

    public static Columns Widths(IReadOnlyList<int> widths) => new(widths.Select((width, i) => new Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        Width = Measure.Of($"{width}"),
        CustomWidth = true,
    }));

    public static IEnumerable<OpenXmlElement> Print(string header, OrientationValues orientation) =>
    [
        new PageMargins { Left = Measure.Of("0.4"), Right = Measure.Of("0.4"), Top = Measure.Of("0.7"), Bottom = Measure.Of("0.7"), Header = Measure.Of("0.3"), Footer = Measure.Of("0.3") },
        new PageSetup { PaperSize = 9, Orientation = orientation, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddHeader($"&L{header.Replace("&", "&&", StringComparison.Ordinal)}"), new OddFooter("&RPage &P of &N")),
    ];

    /// <summary>Printed as wide as the paper.</summary>
    public static SheetProperties FitToWidth() => new(new PageSetupProperties { FitToPage = true });
}
