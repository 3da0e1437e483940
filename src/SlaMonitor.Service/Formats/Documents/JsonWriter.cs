using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Lays a tree out as JSON.</summary>
internal static class JsonWriter
{
    public static string Write(DocumentNode node, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Layout(indented))) Write(writer, node);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static JsonWriterOptions Layout(bool indented) => new()
    {
        Indented = indented,
        IndentSize = 2,
        NewLine = "\n",
        // Escapes quotes, backslashes, control characters and what lies beyond the basic plane; never letters or currency signs.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static void Write(Utf8JsonWriter writer, DocumentNode node)
    {
        switch (node)
        {
            case MapNode map:
                WriteMap(writer, map);
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.Text } text:
                writer.WriteStringValue(text.Text);
                break;
            case ScalarNode scalar:
                // An element keeps the spelling of its number, as no overload for numbers does; a raw value would not be indented.
                JsonElement.Parse(PlainScalar.Spelling(scalar)).WriteTo(writer);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, MapNode map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map.Entries)
        {
            writer.WritePropertyName(key.Text);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }
}
