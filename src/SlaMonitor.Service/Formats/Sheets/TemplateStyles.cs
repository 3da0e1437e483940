using DocumentFormat.OpenXml.Spreadsheet;
using SlaMonitor.Service.Formats.Templates;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>How the cells of a template look, and which of them may be filled in.</summary>
internal static class TemplateStyles
{
    private const uint AsText = 49;
    private const uint WholeNumber = 1;
    private const uint TwoPlaces = 4;
    private const uint IsoDay = 164;

    private const uint BoldFont = 1;
    private const uint TitleFont = 2;
    private const uint GreyFont = 3;
    private const uint HeaderFill = 2;
    private const uint ToFillIn = 3;
    private const uint OptionalFill = 4;

    private const uint AllRound = 1;
    private const uint LineAbove = 2;

    public const uint Plain = 1;
    public const uint Title = 2;
    public const uint Header = 3;
    public const uint Information = 4;
    public const uint Note = 5;

    /// <summary>Of the first row of an indicator.</summary>
    public const uint FirstInformation = 6;
    private const uint FirstToFillIn = 7;

    /// <summary>The formats of cells to fill in; each once wanted and once optional.</summary>
    private static readonly uint[] Formats = [WholeNumber, 0, TwoPlaces, IsoDay, AsText];

    /// <summary>Levels are text, so that 97.0 % stays what was typed: a number would lose the decimal place, and a per cent
    /// become a hundredth.</summary>
    public static uint Of(TemplateRow row) => row.Filling switch
    {
        Filling.Given => Plain,
        Filling.Whole => ToFill(WholeNumber, row.IsOptional),
        Filling.Amount => ToFill(0, row.IsOptional),
        Filling.Pounds => ToFill(TwoPlaces, row.IsOptional),
        Filling.Day or Filling.Date => ToFill(IsoDay, row.IsOptional),
        _ => ToFill(AsText, row.IsOptional),
    };

    public static uint Comment => ToFill(AsText, isOptional: true);

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = IsoDay, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(Font(), Font(bold: true), Font(bold: true, size: "14"), Font(colour: "FF505A5F")) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFD9E1F2"), Solid("FFFFF2CC"), Solid("FFFFFBEF"))
        { Count = 5 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                Line(new LeftBorder()), Line(new RightBorder()), Line(new TopBorder()), Line(new BottomBorder()), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), Line(new TopBorder()), new BottomBorder(), new DiagonalBorder()))
        { Count = 3 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats([
            new CellFormat(),
            Cell(AsText), Cell(AsText, font: TitleFont, wraps: false), Cell(AsText, font: BoldFont, fill: HeaderFill), Cell(AsText, font: GreyFont),
            Cell(AsText, wraps: false), Cell(AsText, font: GreyFont, border: LineAbove),
            .. Formats.SelectMany(f => new[] { Cell(f, fill: ToFillIn, locked: false), Cell(f, fill: OptionalFill, locked: false) })]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static uint ToFill(uint format, bool isOptional) =>
        FirstToFillIn + (2 * (uint)Array.IndexOf(Formats, format)) + (isOptional ? 1u : 0);

    private static CellFormat Cell(uint format, uint font = 0, uint fill = 0, uint border = 0, bool locked = true, bool wraps = true) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps },
        new Protection { Locked = locked })
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = fill == 0 ? border : AllRound,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };

    private static Font Font(bool bold = false, string size = "11", string? colour = null)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = Measure.Of(size) });
        if (colour is not null) font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static BorderPropertiesType Line(BorderPropertiesType border)
    {
        border.Style = BorderStyleValues.Thin;
        border.Append(new Color { Rgb = "FFB1B4B6" });
        return border;
    }
}
