using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>
/// The cells of a table that were left empty. An empty cell says nothing; what is then missing is told at the cell. An
/// indicator that the table names without saying anything of it is a slip: to say that there is no figure there are
/// 'no activity' and 'not supplied'. The same goes for one member beside others that have figures.
/// </summary>
internal sealed class EmptyCells
{
    private readonly Dictionary<string, Cell> _cells = [];
    private readonly OrderedDictionary<string, EmptyFigures> _indicators = [];

    public void Add(IReadOnlyList<Step> path, Cell cell)
    {
        if (!_cells.TryAdd(FactTree.PathOf(path), cell) || IndexOfIndicator(path) is not ({ } at and > 0)) return;
        var indicator = FactTree.PathOf(path.Take(at + 1));
        if (!_indicators.TryGetValue(indicator, out var empty)) _indicators.Add(indicator, empty = new([.. path.Take(at + 1).Select(s => s.Key)]));
        empty.Add([.. path.Skip(at + 1)], cell);
    }

    /// <summary>The problem at the cell where what it misses was left out.</summary>
    public Problem Placed(Problem problem)
    {
        if (_cells.TryGetValue(problem.Path, out var cell)) return problem with { Line = cell.Line, Column = cell.Column };
        return problem.Code == Shapes.ShapeProblems.MissingKey && Key(problem) is var key && _cells.TryGetValue(key, out cell)
            ? new(ReturnFileProblems.ValueMissing, key, $"a value for '{FactName.InTable(key)}'", "an empty cell") { Line = cell.Line, Column = cell.Column }
            : problem;
    }

    /// <summary>A map that misses a key names it as what was expected.</summary>
    private static string Key(Problem problem) => problem.Path.Length == 0 ? problem.Expected.Trim('\'') : "";

    /// <summary>What the table names and says nothing of.</summary>
    public IEnumerable<Problem> NothingSaid(MapNode tree) => _indicators.SelectMany(i => i.Value.NothingSaid(i.Key, tree));

    /// <summary>Where on the way the code of an indicator stands; null for facts of the return.</summary>
    private static int? IndexOfIndicator(IReadOnlyList<Step> path) =>
        path is [{ Key: "indicators" }, ..] ? 1 : path is [{ Key: "restates" }, _, { Key: "indicators" }, ..] ? 3 : null;

    /// <summary>The empty cells of one indicator.</summary>
    private sealed class EmptyFigures(IReadOnlyList<string> way)
    {
        private readonly List<(string? Member, string Key, Cell Cell)> _figures = [];

        public void Add(IReadOnlyList<Step> rest, Cell cell) =>
            _figures.Add((rest is [{ Key: "members" }, var member, ..] ? member.Key : null, rest[^1].Key, cell));

        public IEnumerable<Problem> NothingSaid(string path, MapNode tree)
        {
            var said = way.Aggregate((DocumentNode?)tree, (node, step) => (node as MapNode)?[step]) as MapNode;
            if (Says(said, "noActivity") || Says(said, "notSupplied")) return [];
            if (said?["stated"] is null && said?["parts"] is null && said?["members"] is null && said?["outages"] is null)
                return [Problem(path, _figures.OrderBy(f => f.Key is "noActivity" or "notSupplied" or "stated" or "comment"))];
            return said["members"] is not MapNode members ? [] : _figures
                .Where(f => f.Member is { } name && members[name] is null)
                .GroupBy(f => f.Member)
                .Select(member => Problem($"{path}.{Shapes.Spot.Step("members")}.{Shapes.Spot.Step(member.Key!)}", member));
        }

        private static bool Says(MapNode? said, string silence) => said?[silence] is ScalarNode { Text: "yes" or "true" };

        private static Problem Problem(string path, IEnumerable<(string? Member, string Key, Cell Cell)> figures)
        {
            var cell = figures.First().Cell;
            var names = figures.Where(f => f.Key is not ("noActivity" or "notSupplied" or "comment")).Select(f => FactName.InTable(f.Key)).Distinct().ToList();
            var wanted = names.Count > 0 ? $"a figure for {string.Join(", ", names.Select(n => $"'{n}'"))}, or " : "";
            return new(ReturnFileProblems.ValueMissing, path, $"{wanted}yes for 'no activity' or 'not supplied'", "empty cells") { Line = cell.Line, Column = cell.Column };
        }
    }
}
