using System.Text;
using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Makes the tree out of what a parser meets, in the order it meets it; knows the path of the place reached, finds
/// duplicate keys and holds the limits. Once <see cref="Stopped"/>, the parser must stop.</summary>
internal sealed class TreeBuilder(ICollection<Problem> problems)
{
    private readonly List<TreeFrame> open = [];
    private int nodes;
    private int reported;

    public DocumentNode? Root { get; private set; }

    public bool Stopped { get; private set; }

    public bool IsOutside => open.Count == 0;

    /// <summary>Where the innermost map or list begins that is not closed yet; the start of the text outside of any.</summary>
    public TextPosition InnermostStart => IsOutside ? TextPosition.Start : open[^1].Start;

    public void OpenMap(TextPosition at) => Open(new MapFrame(at), at);

    public void OpenList(TextPosition at) => Open(new ListFrame(at), at);

    public void Add(ScalarNode scalar)
    {
        if (IsCounted(new(scalar.Line, scalar.Column))) Place(scalar);
    }

    public void Close()
    {
        var closed = open[^1];
        open.RemoveAt(open.Count - 1);
        Place(closed.ToNode());
    }

    public void Report(ProblemCode code, TextPosition at, string expected, string found)
    {
        problems.Add(new(code, Path(), expected, found) { Line = at.Line, Column = at.Column });
        if (++reported != DocumentLimits.Problems) return;
        problems.Add(new(DocumentProblems.TooManyProblems, "", $"fewer than {DocumentLimits.Problems} problems", "more; reading stopped here")
        {
            Line = at.Line,
            Column = at.Column,
        });
        Stopped = true;
    }

    private void Open(TreeFrame frame, TextPosition at)
    {
        if (!IsCounted(at)) return;
        if (open.Count == DocumentLimits.Depth)
        {
            Stop(DocumentProblems.TooDeep, at, $"at most {DocumentLimits.Depth} maps and lists inside one another", "one more");
            return;
        }
        if (open.LastOrDefault() is MapFrame { AwaitsKey: true })
            Report(DocumentProblems.KeyNotScalar, at, "a name as the key", frame is MapFrame ? "a map as the key" : "a list as the key");
        open.Add(frame);
    }

    private bool IsCounted(TextPosition at)
    {
        if (++nodes <= DocumentLimits.Nodes) return true;
        Stop(DocumentProblems.TooManyNodes, at, $"at most {DocumentLimits.Nodes} keys, values, maps and lists", "more");
        return false;
    }

    private void Stop(ProblemCode code, TextPosition at, string expected, string found)
    {
        Report(code, at, expected, found);
        Stopped = true;
    }

    private void Place(DocumentNode node)
    {
        if (IsOutside) Root = node;
        else if (open[^1].Take(node) is { } firstLine) ReportDuplicate((ScalarNode)node, firstLine);
    }

    private void ReportDuplicate(ScalarNode key, int firstLine) =>
        Report(DocumentProblems.DuplicateKey, new(key.Line, key.Column), "every key once",
            $"{Excerpt.Quoted(key.Text)} again, first on line {firstLine}");

    private string Path()
    {
        var path = new StringBuilder();
        foreach (var frame in open) frame.AppendStep(path);
        return path.ToString();
    }
}
