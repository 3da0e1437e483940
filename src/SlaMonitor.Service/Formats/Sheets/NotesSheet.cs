using DocumentFormat.OpenXml.Spreadsheet;
using SlaMonitor.Service.Formats.Templates;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The sheet that says how to fill in the other.</summary>
internal static class NotesSheet
{
    private const int Width = 85;

    public static Worksheet Of(ReturnTemplate template) => new(
    [
        SheetCells.FitToWidth(),
        new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
        SheetCells.Widths([Width]),
        new SheetData([Row(1, "How to fill in this return", TemplateStyles.Title), .. TemplateNotes.Of(template).Select((note, i) => Row(i + 3, note, TemplateStyles.Plain))]),
        .. SheetCells.Print("Notes", OrientationValues.Portrait),
    ]);

    private static Row Row(int number, string text, uint style) => SheetCells.Row(number, (text.Length / Width) + (style == TemplateStyles.Title ? 2 : 1), [SheetCells.Text(number, 1, text, style)]);
}
