using System.Text;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>A map or list that is not closed yet.</summary>
internal abstract class TreeFrame(TextPosition start)
{
    public TextPosition Start { get; } = start;

    /// <summary>Takes the next node. Returns the line of the first such key when the node is a key that was there before.</summary>
    public abstract int? Take(DocumentNode node);

    public abstract DocumentNode ToNode();

    public abstract void AppendStep(StringBuilder path);
}

internal sealed class ListFrame(TextPosition start) : TreeFrame(start)
{
    private readonly List<DocumentNode> items = [];

    public override int? Take(DocumentNode node)
    {
        items.Add(node);
        return null;
    }

    public override DocumentNode ToNode() => new ListNode(items, Start.Line, Start.Column);

    public override void AppendStep(StringBuilder path) => path.Append('[').Append(items.Count).Append(']');
}

internal sealed class MapFrame(TextPosition start) : TreeFrame(start)
{
    private readonly List<KeyValuePair<ScalarNode, DocumentNode>> entries = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private ScalarNode? key;
    private bool keepsValue;

    public bool AwaitsKey => key is null;

    public override int? Take(DocumentNode node)
    {
        if (AwaitsKey) return TakeKey(node);
        if (keepsValue) entries.Add(new(key!, node));
        key = null;
        return null;
    }

    public override DocumentNode ToNode() => new MapNode(entries, Start.Line, Start.Column);

    public override void AppendStep(StringBuilder path)
    {
        if (key is null) return;
        if (path.Length > 0) path.Append('.');
        path.Append(Excerpt.Of(key.Text));
    }

    private int? TakeKey(DocumentNode node)
    {
        key = node as ScalarNode ?? new ScalarNode("?", ScalarKind.Text);
        keepsValue = node is ScalarNode && lines.TryAdd(key.Text, key.Line);
        return node is ScalarNode && !keepsValue ? lines[key.Text] : null;
    }
}
