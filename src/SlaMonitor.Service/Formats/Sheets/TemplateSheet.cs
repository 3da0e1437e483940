using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SlaMonitor.Service.Formats.Templates;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellName = SlaMonitor.Service.Formats.Tables.CellName;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The sheet to fill in: a title, a header that stays in sight, and a row for every fact. Only the cells to fill in can
/// be changed; there is no password, so that rows can be added by who has to.</summary>
internal sealed class TemplateSheet
{
    public const int HeaderRow = 4;

    private readonly ReturnTemplate _template;
    private readonly IReadOnlyList<TemplateColumn> _columns;
    private readonly int _value;

    private TemplateSheet(ReturnTemplate template)
    {
        _template = template;
        _columns = TemplateColumn.Of(template);
        _value = _columns.Select(c => c.Name).ToList().IndexOf(TemplateColumn.Value) + 1;
    }

    private string Headline => $"{_template.Terms.Terms.Title}: return for {_template.Terms.Period.InWords()}";

    private int LastRow => HeaderRow + _template.Rows.Count;

    public static Worksheet Of(ReturnTemplate template) => new TemplateSheet(template).Sheet();

    private Worksheet Sheet() => new(
    [
        SheetCells.FitToWidth(),
        new SheetViews(new SheetView(Frozen(), Cursor()) { WorkbookViewId = 0, ShowGridLines = false }),
        SheetCells.Widths([.. _columns.Select(c => c.Width)]),
        new SheetData([Line(1, Headline, TemplateStyles.Title), Line(2, Instruction(), TemplateStyles.Note), Header(), .. Enumerable.Range(0, _template.Rows.Count).Select(Row)]),
        new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false },
        TemplateValidations.Of(_template, _value, HeaderRow + 1),
        .. SheetCells.Print(Headline, OrientationValues.Landscape),
        new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new ListValue<StringValue>([$"A{HeaderRow + 1}:{CellName.Of(LastRow, _columns.Count)}"]), NumberStoredAsText = true,
        }),
    ]);

    /// <summary>Long text runs on over the empty cells beside it.</summary>
    private static Row Line(int row, string text, uint style) => SheetCells.Row(row, style == TemplateStyles.Title ? 2 : 1, [SheetCells.Text(row, 1, text, style)]);

    private string Instruction() =>
        $"{_template.Terms.Terms.Draft.Supplier} to {_template.Terms.Terms.Draft.Client}. Fill in the yellow cells; the pale ones may stay empty. The sheet Notes says how."
        + (_template.Previous is { } previous ? $" Previous: {previous.InWords()}." : "");

    private Row Header() => SheetCells.Row(HeaderRow, 1, _columns.Select((column, i) => SheetCells.Text(HeaderRow, i + 1, column.Name, TemplateStyles.Header)));

    private Row Row(int index)
    {
        var row = _template.Rows[index];
        var isFirst = index > 0 && row.Indicator != _template.Rows[index - 1].Indicator;
        return SheetCells.Row(HeaderRow + 1 + index, LinesOf(row), Cells(row, HeaderRow + 1 + index, isFirst ? TemplateStyles.FirstInformation : TemplateStyles.Information));
    }

    /// <summary>Spreadsheets do not all make room for text that is wrapped.</summary>
    private int LinesOf(TemplateRow row) => _columns.Max(c => (c.Text(row).Length / c.Width) + 1);

    private IEnumerable<Cell> Cells(TemplateRow row, int number, uint information) => _columns.Select((column, i) => column.Name switch
    {
        TemplateColumn.Value when row is { Filling: Filling.Whole, Value.Length: > 0 } => SheetCells.Number(number, i + 1, row.Value, TemplateStyles.Of(row)),
        TemplateColumn.Value => SheetCells.Text(number, i + 1, row.Value, TemplateStyles.Of(row)),
        TemplateColumn.Comment when row.Filling != Filling.Given => SheetCells.Empty(number, i + 1, TemplateStyles.Comment),
        _ => SheetCells.Text(number, i + 1, column.Text(row), information),
    });

    private static Pane Frozen() => new()
    {
        VerticalSplit = Measure.Of($"{HeaderRow}"),
        TopLeftCell = $"A{HeaderRow + 1}",
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    };

    /// <summary>On the first cell to fill in.</summary>
    private Selection Cursor()
    {
        var first = _template.Rows.Select((row, i) => (row, i)).First(r => r.row is { Filling: not Filling.Given, Value: "" }).i;
        var cell = CellName.Of(HeaderRow + 1 + first, _value);
        return new() { Pane = PaneValues.BottomLeft, ActiveCell = cell, SequenceOfReferences = new ListValue<StringValue>([cell]) };
    }
}
