using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Puts a description over a schema's own. Beside a reference draft-07 passes it over, so it goes around it.</summary>
internal static class Described
{
    public static MapNode With(MapNode schema, string about) => schema["$ref"] is not null
        ? Map(("description", Text(about)), ("allOf", new ListNode([schema])))
        : Map([("description", Text(about)), .. schema.Entries.Where(e => e.Key.Text != "description").Select(e => (e.Key.Text, e.Value))]);
}
