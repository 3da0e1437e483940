using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A map with exactly one of several keys, which says of what kind the value is.</summary>
public sealed class UnionShape<T>(string description) : Shape<T>
    where T : class
{
    private readonly List<Case> _cases = [];

    private sealed record Case(string Key, TryReadCase TryRead, Func<T, DocumentNode?> Write, Func<SchemaBook, MapNode> Schema);

    private delegate bool TryReadCase(DocumentNode node, Spot spot, out T value);

    /// <summary>One more kind, by its key.</summary>
    public UnionShape<T> Or<K>(string key, Shape<K> shape)
        where K : class, T
    {
        _cases.Add(new(key, TryRead, owner => owner is K kind ? shape.Write(kind) : null, shape.Schema));
        return this;

        bool TryRead(DocumentNode node, Spot spot, out T value)
        {
            var read = shape.TryRead(node, spot, out var kind);
            value = kind;
            return read;
        }
    }

    public override bool TryRead(DocumentNode node, Spot spot, out T value)
    {
        value = default!;
        if (node is not MapNode { Entries.Count: 1 } map)
        {
            spot.Report(node, ShapeProblems.ChooseOne, $"one of: {Keys}", node is MapNode { Entries.Count: > 0 } several ? string.Join(", ", several.Entries.Select(e => e.Key.Text)) : Describe.Kind(node));
            return false;
        }

        var (key, content) = map.Entries[0];
        if (_cases.Find(c => c.Key == key.Text) is { } chosen) return chosen.TryRead(content, spot.Key(key.Text), out value);
        spot.Key(key.Text).Report(key, ShapeProblems.ChooseOne, $"one of: {Keys}", Describe.Text(key.Text));
        return false;
    }

    public override DocumentNode Write(T value)
    {
        foreach (var kind in _cases)
            if (kind.Write(value) is { } node)
                return Map((kind.Key, node));
        throw new InvalidOperationException($"{value.GetType().Name} has no key in its union.");
    }

    public override MapNode Schema(SchemaBook book) => Map(
        ("description", Text(description)),
        ("oneOf", new ListNode([.. _cases.Select(c => Map(
            ("type", Text("object")),
            ("additionalProperties", Flag(false)),
            ("required", Texts([c.Key])),
            ("properties", Map((c.Key, c.Schema(book))))))])));

    private string Keys => string.Join(", ", _cases.Select(c => c.Key));
}
