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
internal sealed class CsvFacts
{
    private static readonly string[] OfReturn = ["contract", "period", "revision", "submittedOn", "signedOffBy", "comment", "charges"];
    private static readonly string[] OfIndicator = ["stated", "noActivity", "notSupplied"];
    private static readonly string[] MayBeEmpty = ["signedOffBy", "comment"];

    private readonly IReadOnlyList<FactRow> _rows;
    private readonly string? _ownPeriod;
    private readonly FactTree _facts;
    private readonly ICollection<Problem> _problems;

    private CsvFacts(Table table, ReturnColumns columns, ICollection<Problem> problems)
    {
        _rows = [.. table.Rows.Select(row => new FactRow(row, columns)).Where(row => !row.IsEmpty)];
        _ownPeriod = _rows.FirstOrDefault(row => row is { Indicator.Text: "", Key: "period" })?.Value.Text;
        _facts = new(table.Header.Line, problems);
        _problems = problems;
    }

    /// <summary>The tree, or null where columns are missing.</summary>
    public static MapNode? Tree(Table table, ICollection<Problem> problems) =>
        ReturnColumns.Of(table.Header, problems) is { } columns ? new CsvFacts(table, columns, problems).Tree() : null;

    private MapNode Tree()
    {
        foreach (var row in _rows)
        {
            if (!row.IsOnlyComment) Add(row);
            if (row.Comment.Text.Length > 0) _facts.Append(CommentPath(row), row.Comment);
        }

        return _facts.ToNode();
    }

    private void Add(FactRow row)
    {
        if (Lost(row) is { } problem)
            _problems.Add(problem);
        else if (row.Key == "comment" && row.Value.Text.Length > 0)
            _facts.Append(CommentPath(row), row.Value);
        else if (row.Value.Text.Length > 0)
            _facts.Add(PathOf(row), row.Value);
        else if (!MayBeEmpty.Contains(row.Key))
            Report(ReturnFileProblems.ValueMissing, FactTree.PathOf(PathOf(row)), "a value, or no row", "an empty cell", row.Value);
    }

    /// <summary>What is wrong with a row that says nothing of anything known.</summary>
    private static Problem? Lost(FactRow row)
    {
        if (row.Key.Length == 0)
            return At(ReturnFileProblems.FactUnknown, "", "the name of a figure, such as 'stated'", "an empty cell", row.Figure);
        if (row.Indicator.Text.Length > 0) return null;
        if (row.Member.Text.Length > 0)
            return At(ReturnFileProblems.FactUnknown, "", "an empty cell, or an indicator in the same row", Describe.Text(row.Member.Text), row.Member);
        return OfReturn.Contains(row.Key) ? null : At(ReturnFileProblems.FactUnknown, Spot.Step(row.Figure.Text), Known(row.Key), Describe.Text(row.Figure.Text), row.Figure);
    }

    private static string Known(string key) => Describe.Nearest(key, OfReturn) is { } nearest
        ? $"'{FactName.InTable(nearest)}'"
        : $"an indicator in the same row, or one of: {string.Join(", ", OfReturn.Select(FactName.InTable))}";

    private Step[] PathOf(FactRow row)
    {
        var last = new Step(row.Key, row.Figure);
        if (row.Indicator.Text.Length == 0) return [.. PeriodPath(row), last];
        Step[] path = [.. PeriodPath(row), new("indicators"), new(row.Indicator.Text, row.Indicator)];
        if (row.Member.Text.Length > 0) return [.. path, new("members"), new(row.Member.Text, row.Member), last];
        return OfIndicator.Contains(row.Key) ? [.. path, last] : [.. path, new("parts"), last];
    }

    /// <summary>A comment belongs to its indicator, and where there is none to the return.</summary>
    private Step[] CommentPath(FactRow row) => row.Indicator.Text.Length == 0
        ? [new("comment")]
        : [.. PeriodPath(row), new("indicators"), new(row.Indicator.Text, row.Indicator), new("comment")];

    /// <summary>The return's own period may stand in the column or not.</summary>
    private Step[] PeriodPath(FactRow row) =>
        row.Period.Text.Length == 0 || row.Period.Text == _ownPeriod ? [] : [new("restates"), new(row.Period.Text, row.Period)];

    private void Report(ProblemCode code, string path, string expected, string found, Cell at) =>
        _problems.Add(At(code, path, expected, found, at));

    private static Problem At(ProblemCode code, string path, string expected, string found, Cell at) =>
        new(code, path, expected, found) { Line = at.Line, Column = at.Column };
}
