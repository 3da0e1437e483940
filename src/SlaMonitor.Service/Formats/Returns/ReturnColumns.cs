using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Which column of a table holds what. Capitals and spaces around a name make no difference.</summary>
internal sealed class ReturnColumns
{
    public static readonly IReadOnlyList<string> Required = ["indicator", "figure", "value"];
    public static readonly IReadOnlyList<string> Optional = ["member", "period", "comment"];

    /// <summary>What templates say to whoever fills them in; nothing in these columns is read.</summary>
    public static readonly IReadOnlyList<string> ForInformation = ["title", "description", "unit", "previous"];

    private readonly Dictionary<string, int> _columns = [];

    private ReturnColumns()
    {
    }

    /// <summary>An unknown column is a problem by itself, and not one of every row.</summary>
    public static bool IsOptional(string name) => !Required.Contains(Plain(name));

    /// <summary>Whether what stands below the name is read.</summary>
    public static bool IsRead(string name) => Required.Contains(Plain(name)) || Optional.Contains(Plain(name));

    /// <summary>Whether the names are a header from which rows can be read.</summary>
    public static bool AreIn(IEnumerable<string> names) => !Required.Except(names.Select(Plain)).Any();

    /// <summary>The columns, or null where one that must be there is missing.</summary>
    public static ReturnColumns? Of(Table table, ICollection<Problem> problems)
    {
        var header = table.Header;
        var columns = new ReturnColumns();
        var named = header.Cells.Select(c => Plain(c.Text)).ToList();
        if (!named.Any(Required.Contains))
        {
            Report(ReturnFileProblems.ColumnMissing, "", new("", header.Line, 1), $"a header row with the columns {string.Join(", ", Required)}, separated by commas", Instead(header), problems);
            return null;
        }

        for (var i = 0; i < header.Cells.Count; i++) columns.Place(i, table, problems);
        foreach (var missing in Required.Except(named))
            Report(ReturnFileProblems.ColumnMissing, missing, new("", header.Line, 1), $"a column '{missing}'", Excerpt.Of(string.Join(", ", named.Take(12))), problems);
        return Required.All(named.Contains) ? columns : null;
    }

    /// <summary>A row's cell; one of a column that is not there is empty.</summary>
    public Cell Cell(TableRow row, string column) => _columns.TryGetValue(column, out var i)
        ? row.Cells[i] with { Text = CsvText.Unescaped(row.Cells[i].Text.Trim()) }
        : new("", row.Line, 1);

    private void Place(int index, Table table, ICollection<Problem> problems)
    {
        var cell = table.Header.Cells[index];
        var name = Plain(cell.Text);
        if (ForInformation.Contains(name)) return;
        if (!Required.Contains(name) && !Optional.Contains(name))
            Report(ReturnFileProblems.ColumnUnknown, Spot.Step(name), cell, Known(name), Describe.Text(cell.Text), problems);
        else if (!_columns.TryAdd(name, index))
            Report(TableProblems.DuplicateHeader, "", cell, "a name of its own for every column", $"'{name}' again, first in {table.ColumnInWords(table.Header.Cells[_columns[name]])}", problems);
    }

    private static string Known(string name) =>
        Describe.Nearest(name, Required.Concat(Optional)) is { } nearest ? $"'{nearest}'" : $"one of: {string.Join(", ", Required.Concat(Optional))}";

    private static string Instead(TableRow header)
    {
        var line = string.Join(", ", header.Cells.Take(12).Select(c => c.Text));
        var separator = header.Cells.Count > 1 ? null : line.Contains(';', StringComparison.Ordinal) ? "semicolons" : line.Contains('\t', StringComparison.Ordinal) ? "tabs" : null;
        return separator is null ? Excerpt.Quoted(line) : $"{separator} in {Excerpt.Quoted(line)}";
    }

    private static string Plain(string name) => name.Trim().ToLowerInvariant();

    private static void Report(ProblemCode code, string path, Cell at, string expected, string found, ICollection<Problem> problems) =>
        problems.Add(new(code, path, expected, found) { Line = at.Line, Column = at.Column });
}
