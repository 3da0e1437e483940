using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Finds the nodes of one document by their paths, such as <c>indicators.KPI1.ladder.minor</c> or <c>caps[0].at</c>,
/// however large its maps are.</summary>
internal sealed class NodeIndex(DocumentNode root)
{
    private readonly Dictionary<MapNode, Dictionary<string, NamedNode>> _maps = new(ReferenceEqualityComparer.Instance);

    /// <summary>The deepest node on the way of the path.</summary>
    public NamedNode Find(string path)
    {
        var found = new NamedNode(null, root);
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Next(found.Node, step) is not { } next) break;
            found = next;
        }

        return found;
    }

    private NamedNode? Next(DocumentNode node, string step) => node switch
    {
        MapNode map => Entries(map).GetValueOrDefault(step),
        ListNode list when step.EndsWith(']') && int.TryParse(step[..^1], out var i) && i < list.Items.Count => new(null, list.Items[i]),
        _ => null,
    };

    private Dictionary<string, NamedNode> Entries(MapNode map)
    {
        if (_maps.TryGetValue(map, out var entries)) return entries;
        entries = [];
        foreach (var (key, value) in map.Entries) entries.TryAdd(key.Text, new(key, value));
        return _maps[map] = entries;
    }
}

/// <param name="Name">Its key; null for the document itself and the items of a list.</param>
internal sealed record NamedNode(ScalarNode? Name, DocumentNode Node);
