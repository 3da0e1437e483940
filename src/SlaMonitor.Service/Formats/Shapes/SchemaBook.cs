using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>The named parts of a JSON Schema, and small pieces to write one with.</summary>
public sealed class SchemaBook
{
    private readonly SortedDictionary<string, MapNode> _definitions = new(StringComparer.Ordinal);

    /// <summary>A reference to a named part, which is written down on first use.</summary>
    public MapNode Named(string name, Func<MapNode> schema)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = Map();
            _definitions[name] = schema();
        }

        return Map(("$ref", Text($"#/definitions/{name}")));
    }

    /// <summary>A whole schema document.</summary>
    public static MapNode Of<T>(Shape<T> shape, string id, string title)
    {
        var book = new SchemaBook();
        // Draft-07 passes over whatever stands beside a reference, so the reference goes below.
        var root = shape.Schema(book) is var schema && schema["$ref"] is null ? schema : Map(("allOf", new ListNode([schema])));
        return Map(
        [
            ("$schema", Text("http://json-schema.org/draft-07/schema#")),
            ("$id", Text(id)),
            ("title", Text(title)),
            .. root.Entries.Select(e => (e.Key.Text, e.Value)),
            ("definitions", Map([.. book._definitions.Select(d => (d.Key, (DocumentNode)d.Value))])),
        ]);
    }

    public static ScalarNode Text(string text) => new(text, ScalarKind.Text);

    public static ScalarNode Number(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), ScalarKind.Number);

    public static ScalarNode Flag(bool flag) => new(flag ? "true" : "false", ScalarKind.Boolean);

    public static ListNode Texts(IEnumerable<string> texts) => new([.. texts.Select(Text)]);

    public static MapNode Map(params (string Key, DocumentNode Value)[] entries) =>
        new([.. entries.Select(e => KeyValuePair.Create(Text(e.Key), e.Value))]);
}
