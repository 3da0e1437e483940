using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A map from names of the writer's choosing to values of one shape, in the order written.</summary>
public sealed class MapShape<T>(ScalarShape<string> name, Shape<T> item) : Shape<IReadOnlyList<KeyValuePair<string, T>>>
{
    public override bool TryRead(DocumentNode node, Spot spot, out IReadOnlyList<KeyValuePair<string, T>> value)
    {
        var entries = new List<KeyValuePair<string, T>>();
        value = entries;
        if (node is not MapNode map)
        {
            spot.Report(node, ShapeProblems.WrongKind, "a map: names, each followed by a colon and what it stands for", Describe.Kind(node));
            return false;
        }

        if (map.Entries.Count == 0) spot.Report(node, ShapeProblems.EmptyList, "at least one entry, or leave the key out", "none");
        var complete = map.Entries.Count > 0;
        foreach (var (key, entry) in map.Entries)
        {
            var named = name.TryRead(key, spot.Key(key.Text), out _);
            if (item.TryRead(entry, spot.Key(key.Text), out var read) && named) entries.Add(KeyValuePair.Create(key.Text, read));
            else complete = false;
        }

        return complete;
    }

    public override DocumentNode Write(IReadOnlyList<KeyValuePair<string, T>> value) =>
        Map([.. value.Select(e => (e.Key, item.Write(e.Value)))]);

    public override MapNode Schema(SchemaBook book) =>
        Map(("type", Text("object")), ("minProperties", Number(1)), ("patternProperties", Map((name.Pattern, item.Schema(book)))), ("additionalProperties", Flag(false)));
}
