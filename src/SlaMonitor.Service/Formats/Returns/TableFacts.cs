using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>
/// A return as a table, one fact a row, turned into the same tree of facts that JSON is, each with its cell. Columns:
/// <c>indicator</c> (empty for facts of the return itself), <c>figure</c>, <c>value</c>, and where needed <c>member</c> of a
/// breakdown, <c>period</c> restated, and <c>comment</c>. A row with an empty value says nothing, as if it were not there.
/// </summary>
internal sealed class TableFacts
{
    private static readonly string[] OfReturn = ["contract", "period", "termsFrom", "revision", "submittedOn", "signedOffBy", "comment", "charges"];
    private static readonly string[] OfIndicator = ["stated", "noActivity", "notSupplied", "asAt"];

    /// <summary>One outage; as many rows as there were.</summary>
    private const string Outage = "outage";

    private readonly IReadOnlyList<FactRow> _rows;
    private readonly string? _ownPeriod;
    private readonly FactTree _facts;
    private readonly EmptyCells _empty;
    private readonly ICollection<Problem> _problems;

    private TableFacts(Table table, ReturnColumns columns, EmptyCells empty, ICollection<Problem> problems)
    {
        _rows = [.. table.Rows.Select(row => new FactRow(row, columns)).Where(row => !row.IsEmpty)];
        _ownPeriod = _rows.FirstOrDefault(row => row is { Indicator.Text: "", Key: "period" })?.Value.Text;
        _facts = new(table, problems);
        _empty = empty;
        _problems = problems;
    }

    /// <summary>The tree, or null where columns are missing.</summary>
    /// <param name="empty">Gathers where a value could have stood.</param>
    public static MapNode? Tree(Table table, EmptyCells empty, ICollection<Problem> problems) =>
        ReturnColumns.Of(table, problems) is { } columns ? new TableFacts(table, columns, empty, problems).Tree() : null;

    private MapNode Tree()
    {
        foreach (var row in _rows)
        {
            if (!row.IsOnlyComment) Add(row);
            if (row.Comment.Text.Length > 0) _facts.Append(CommentPath(row), row.Comment);
        }

        var tree = _facts.ToNode();
        foreach (var problem in _empty.NothingSaid(tree)) _problems.Add(problem);
        return tree;
    }

    private void Add(FactRow row)
    {
        if (Lost(row) is { } problem)
            _problems.Add(problem);
        else if (row.Value.Text.Length == 0)
            _empty.Add(PathOf(row), row.Value);
        else if (row is { Key: Outage, Indicator.Text.Length: > 0, Member.Text.Length: 0 })
            _facts.AddItem(PathOf(row), row.Value);
        else if (row.Key == "comment")
            _facts.Append(CommentPath(row), row.Value);
        else
            _facts.Add(PathOf(row), row.Value);
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
        if (OfIndicator.Contains(row.Key) && row.Member.Text.Length == 0) return [.. path, last];
        if (row is { Key: Outage, Member.Text.Length: 0 }) return [.. path, new("outages", row.Figure)];
        return row.Member.Text.Length > 0 ? [.. path, new("members"), new(row.Member.Text, row.Member), last] : [.. path, new("parts"), last];
    }

    /// <summary>A comment belongs to its indicator, and where there is none to the return.</summary>
    private Step[] CommentPath(FactRow row) => row.Indicator.Text.Length == 0
        ? [new("comment")]
        : [.. PeriodPath(row), new("indicators"), new(row.Indicator.Text, row.Indicator), new("comment")];

    /// <summary>The return's own period may stand in the column or not.</summary>
    private Step[] PeriodPath(FactRow row) =>
        row.Period.Text.Length == 0 || row.Period.Text == _ownPeriod ? [] : [new("restates"), new(row.Period.Text, row.Period)];

    private static Problem At(ProblemCode code, string path, string expected, string found, Cell at) =>
        new(code, path, expected, found) { Line = at.Line, Column = at.Column };
}
