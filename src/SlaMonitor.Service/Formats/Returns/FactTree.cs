using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>One step on the way to a fact.</summary>
/// <param name="At">The cell that names it; null where no cell does, so that it stands where what it belongs to stands.</param>
internal readonly record struct Step(string Key, Cell? At = null);

/// <summary>Facts from the cells of a table, gathered into a tree in the order they came: every map and every key stands at the
/// cell that names it, every value at its own.</summary>
internal sealed class FactTree(Table table, ICollection<Problem> problems)
{
    private readonly Branch _root = new(new Cell("", table.Header.Line, 1));

    /// <summary>One more fact; one that is there already is a problem.</summary>
    public void Add(IReadOnlyList<Step> path, Cell value)
    {
        var (key, at) = (path[^1].Key, path[^1].At ?? value);
        if (BranchOf(path).FirstOrNew(key, () => new Leaf(at, value)) is { } first)
            problems.Add(new(ReturnFileProblems.FactTwice, PathOf(path), "one row for it", $"another, the first in {table.PlaceInWords(first.Name)}") { Line = at.Line, Column = at.Column });
    }

    /// <summary>One more of a list of facts, each in a row of its own.</summary>
    public void AddItem(IReadOnlyList<Step> path, Cell value)
    {
        var (key, at) = (path[^1].Key, path[^1].At ?? value);
        if (BranchOf(path).FirstOrNew(key, () => new Several(at, value)) is Several others) others.Add(value);
    }

    /// <summary>Text that may come in several rows; each goes on a line of its own.</summary>
    public void Append(IReadOnlyList<Step> path, Cell text)
    {
        if (BranchOf(path).FirstOrNew(path[^1].Key, () => new Leaf(path[^1].At ?? text, text)) is Leaf first) first.Extend(text.Text);
    }

    public MapNode ToNode() => (MapNode)_root.ToNode();

    public static string PathOf(IEnumerable<Step> path) => string.Join('.', path.Select(step => Spot.Step(step.Key)));

    private Branch BranchOf(IReadOnlyList<Step> path)
    {
        var branch = _root;
        foreach (var step in path.Take(path.Count - 1)) branch = branch.Into(step);
        return branch;
    }

    private abstract class Twig(Cell name)
    {
        /// <summary>The cell that names it.</summary>
        public Cell Name { get; } = name;

        public abstract DocumentNode ToNode();
    }

    private sealed class Leaf(Cell name, Cell value) : Twig(name)
    {
        private readonly List<string> _texts = [value.Text];

        public void Extend(string text) => _texts.Add(text);

        public override DocumentNode ToNode() => new ScalarNode(string.Join('\n', _texts), ScalarKind.Text, value.Line, value.Column);
    }

    private sealed class Several(Cell name, Cell first) : Twig(name)
    {
        private readonly List<Cell> _cells = [first];

        public void Add(Cell cell) => _cells.Add(cell);

        public override DocumentNode ToNode() =>
            new ListNode([.. _cells.Select(c => new ScalarNode(c.Text, ScalarKind.Text, c.Line, c.Column))], Name.Line, Name.Column);
    }

    private sealed class Branch(Cell name) : Twig(name)
    {
        private readonly OrderedDictionary<string, Twig> _twigs = [];

        /// <summary>What is there under the key already, or null where the new twig took the place.</summary>
        public Twig? FirstOrNew(string key, Func<Twig> twig)
        {
            if (_twigs.TryGetValue(key, out var first)) return first;
            _twigs.Add(key, twig());
            return null;
        }

        /// <summary>The branch of the step; its key never names a fact, so that no leaf is in the way.</summary>
        public Branch Into(Step step)
        {
            FirstOrNew(step.Key, () => new Branch(step.At ?? Name));
            return (Branch)_twigs[step.Key];
        }

        public override DocumentNode ToNode() => new MapNode(
            [.. _twigs.Select(t => KeyValuePair.Create(new ScalarNode(t.Key, ScalarKind.Text, t.Value.Name.Line, t.Value.Name.Column), t.Value.ToNode()))],
            Name.Line, Name.Column);
    }
}
