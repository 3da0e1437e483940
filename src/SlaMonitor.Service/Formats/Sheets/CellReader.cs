using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Makes of a cell as written the text that stands for its fact.</summary>
internal sealed class CellReader(IReadOnlyList<string> shared, ShownFormats formats, bool from1904, WorkbookLimits limits)
{
    /// <summary>Null for an empty cell.</summary>
    public SheetCell? Read(WrittenCell cell, int row, int column)
    {
        var (text, fault) = Meaning(cell);
        if (text.Length > limits.CellLength)
            (text, fault) = (text[..limits.CellLength], new(Tables.TableProblems.CellTooLong, $"at most {limits.CellLength} characters", $"{text.Length} characters"));
        return fault is null && string.IsNullOrWhiteSpace(text) ? null : new(row, column, text, fault);
    }

    private (string Text, SheetFault? Fault) Meaning(WrittenCell cell) => cell switch
    {
        { IsFormula: true, Value: null or "", Type: not "str" } =>
            ("", new(WorkbookProblems.NoCachedValue, "a figure typed in, or the file opened and saved once in a spreadsheet", "a formula that was never worked out")),
        { Value: null } => ("", null),
        { Type: "s" } => (int.TryParse(cell.Value, out var i) && i >= 0 && i < shared.Count ? shared[i] : throw UnreadableWorkbookException.Damaged("a text that is not in it"), null),
        { Type: "str" } => (SharedStrings.Unescaped(cell.Value), null),
        { Type: "inlineStr" } => (cell.Value, null),
        { Type: "b" } => (cell.Value is "1" or "true" ? "yes" : "no", null),
        { Type: "e" } => (cell.Value, new(WorkbookProblems.ErrorValue, "a figure", Excerpt.Of(cell.Value))),
        { Type: "d" } => (cell.Value.Split('T')[0], null),
        _ => Number(cell.Value, formats[cell.Style]),
    };

    private (string Text, SheetFault? Fault) Number(string text, ShownAs format)
    {
        if (!SheetFigure.TryParse(text, format.Kind == CellKind.PerCent ? 100 : 1, out var figure)) return (text, null);
        return format.Kind switch
        {
            CellKind.Day or CellKind.Month when SheetDay.Of(figure.Value, format.Kind, from1904) is { } day => (day, null),
            CellKind.Day or CellKind.Month => (text, new(WorkbookProblems.NotADay, "a day, such as 2024-04-01", Excerpt.Quoted(text))),
            CellKind.Time => (text, new(WorkbookProblems.TimeOfDay, "minutes as a number, such as 95, in a cell formatted as one", $"{Excerpt.Quoted(text)} of a day, shown as a time")),
            CellKind.PerCent => ($"{figure.ToText(format.Places)} %", Digits(figure, text, format.Places)),
            _ => (figure.ToText(format.Places), Digits(figure, text, format.Places)),
        };
    }

    private static SheetFault? Digits(SheetFigure figure, string text, int places) =>
        figure.IsRounded ? new(WorkbookProblems.Digits, "a figure as it is stated, typed in", $"{Excerpt.Quoted(text)}, read as {figure.ToText(places)}") : null;
}
