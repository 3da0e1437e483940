using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Facts from the cells of a table, gathered into a tree in the order they came.</summary>
internal sealed class FactTree(ICollection<Problem> problems)
{
    private readonly Branch _root = new(1, 1);

    /// <summary>One more fact; one that is there already is a problem.</summary>
    public void Add(string[] path, Cell value, Cell named)
    {
        var branch = BranchOf(path, named);
        if (branch.TryAdd(path[^1], new Leaf(value))) return;
        problems.Add(new(ReturnFileProblems.FactTwice, string.Join('.', path), "one row for it", $"another in line {branch.LineOf(path[^1])}") { Line = named.Line, Column = named.Column });
    }

    /// <summary>Text that may come in several rows; each goes on a line of its own.</summary>
    public void Append(string[] path, Cell text)
    {
        var branch = BranchOf(path, text);
        if (!branch.TryAdd(path[^1], new Leaf(text))) branch.Extend(path[^1], text.Text);
    }

    public MapNode ToNode() => (MapNode)_root.ToNode();

    private Branch BranchOf(string[] path, Cell at) =>
        path[..^1].Aggregate(_root, (branch, key) => branch.Into(key, at));

    private abstract class Twig
    {
        public abstract int Line { get; }

        public abstract DocumentNode ToNode();
    }

    private sealed class Leaf(Cell cell) : Twig
    {
        private string _text = cell.Text;

        public override int Line => cell.Line;

        public void Extend(string text) => _text += "\n" + text;

        public override DocumentNode ToNode() => new ScalarNode(_text, ScalarKind.Text, cell.Line, cell.Column);
    }

    private sealed class Branch(int line, int column) : Twig
    {
        private readonly List<string> _order = [];
        private readonly Dictionary<string, Twig> _twigs = [];

        public override int Line => line;

        public bool TryAdd(string key, Twig twig)
        {
            if (!_twigs.TryAdd(key, twig)) return false;
            _order.Add(key);
            return true;
        }

        public Branch Into(string key, Cell at)
        {
            TryAdd(key, new Branch(at.Line, at.Column));
            return _twigs[key] as Branch ?? new Branch(at.Line, at.Column);
        }

        public int LineOf(string key) => _twigs[key].Line;

        public void Extend(string key, string text) => (_twigs[key] as Leaf)?.Extend(text);

        public override DocumentNode ToNode() => new MapNode(
            [.. _order.Select(key => KeyValuePair.Create(new ScalarNode(key, ScalarKind.Text, _twigs[key].Line, column), _twigs[key].ToNode()))], line, column);
    }
}
