using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>
/// A return as a table, one fact a row, turned into the same tree of facts that JSON is, each with its cell. Columns:
/// <c>indicator</c> (empty for facts of the return itself), <c>figure</c>, <c>value</c>, and where needed <c>member</c> of a
/// breakdown, <c>period</c> restated, and <c>comment</c>.
/// </summary>
internal static class CsvFacts
{
    public static readonly IReadOnlyList<string> Required = ["indicator", "figure", "value"];
    public static readonly IReadOnlyList<string> Optional = ["member", "period", "comment"];

    /// <summary>Facts whose name in a table is more than one word.</summary>
    public static readonly IReadOnlyList<(string InTable, string InTree)> Names =
    [
        ("submitted on", "submittedOn"), ("signed off by", "signedOffBy"), ("no activity", "noActivity"), ("not supplied", "notSupplied"),
    ];

    private static readonly string[] OfReturn = ["contract", "period", "revision", "submittedOn", "signedOffBy", "comment", "charges"];
    private static readonly string[] OfIndicator = ["stated", "noActivity", "notSupplied", "comment"];

    /// <summary>The tree, or null where columns are missing.</summary>
    public static MapNode? Tree(Table table, ICollection<Problem> problems)
    {
        if (!ColumnsFit(table.Header, problems)) return null;
        var columns = table.Header.Cells.Select((cell, i) => (cell.Text, i)).ToDictionary(c => c.Text, c => c.i);
        var facts = new FactTree(problems);
        foreach (var row in table.Rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c.Text)))) Add(new Row(row, columns), facts, problems);
        return facts.ToNode();
    }

    private static bool ColumnsFit(TableRow header, ICollection<Problem> problems)
    {
        var found = header.Cells.Select(c => c.Text).ToList();
        foreach (var column in Required.Except(found))
            problems.Add(new(ReturnFileProblems.ColumnMissing, column, $"a column '{column}'", string.Join(", ", found.Take(12))) { Line = header.Line, Column = 1 });
        foreach (var cell in header.Cells.Where(c => !Required.Contains(c.Text) && !Optional.Contains(c.Text)))
            problems.Add(new(ReturnFileProblems.ColumnUnknown, cell.Text, $"one of: {string.Join(", ", Required.Concat(Optional))}", Describe.Text(cell.Text)) { Line = cell.Line, Column = cell.Column });
        return Required.All(found.Contains);
    }

    private static void Add(Row row, FactTree facts, ICollection<Problem> problems)
    {
        var figure = row["figure"];
        var key = Names.FirstOrDefault(n => n.InTable == figure.Text).InTree ?? figure.Text;
        if (row["value"].Text.Length == 0)
            problems.Add(new(ReturnFileProblems.ValueMissing, figure.Text, "a value, or no row", "an empty cell") { Line = row["value"].Line, Column = row["value"].Column });
        else if (PathOf(row, key) is { } path)
            facts.Add(path, row["value"], figure);
        else
            problems.Add(new(ReturnFileProblems.FactUnknown, figure.Text, $"one of: {string.Join(", ", OfReturn.Select(InTable))}", Describe.Text(figure.Text)) { Line = figure.Line, Column = figure.Column });
        if (row["comment"].Text.Length > 0 && row["indicator"].Text.Length > 0)
            facts.Append([.. PeriodPath(row), "indicators", row["indicator"].Text, "comment"], row["comment"]);
    }

    private static string[]? PathOf(Row row, string key)
    {
        var (indicator, member) = (row["indicator"].Text, row["member"].Text);
        if (indicator.Length == 0)
            return OfReturn.Contains(key) ? [.. PeriodPath(row), key] : null;
        string[] path = [.. PeriodPath(row), "indicators", indicator];
        if (member.Length > 0) return [.. path, "members", member, key];
        return OfIndicator.Contains(key) ? [.. path, key] : [.. path, "parts", key];
    }

    private static string[] PeriodPath(Row row) => row["period"].Text is { Length: > 0 } period ? ["restates", period] : [];

    /// <summary>A fact's name as a table writes it.</summary>
    public static string InTable(string key) => Names.FirstOrDefault(n => n.InTree == key).InTable ?? key;

    /// <summary>A row's cells by column; a column that is not there is empty.</summary>
    private sealed class Row(TableRow row, Dictionary<string, int> columns)
    {
        public Cell this[string column] => columns.TryGetValue(column, out var i)
            ? row.Cells[i] with { Text = CsvText.Unescaped(row.Cells[i].Text.Trim()) }
            : new Cell("", row.Line, 1);
    }
}
