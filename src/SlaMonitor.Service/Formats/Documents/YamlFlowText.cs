using System.Text;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Maps and lists on one line: <c>{ from: 99.5 %, points: 1 }</c>, <c>[1 year, 1 year]</c>.</summary>
internal static class YamlFlowText
{
    /// <summary>The node on one line of at most <paramref name="width"/> characters, or null when it is longer or of another kind.
    /// A list holds scalars; a map holds scalars and such lists.</summary>
    public static string? Of(DocumentNode node, int width)
    {
        var line = new StringBuilder();
        var fits = node switch
        {
            MapNode map => AppendMap(line, map, width),
            ListNode list => AppendList(line, list, width),
            _ => false,
        };
        return fits && line.Length <= width ? line.ToString() : null;
    }

    private static bool AppendMap(StringBuilder line, MapNode map, int width)
    {
        var before = "{ ";
        foreach (var (key, value) in map.Entries)
        {
            line.Append(before).Append(YamlScalarText.Of(key, inFlow: true)).Append(": ");
            if (!AppendValue(line, value, width) || line.Length > width) return false;
            before = ", ";
        }
        line.Append(" }");
        return true;
    }

    private static bool AppendValue(StringBuilder line, DocumentNode value, int width)
    {
        if (value is ListNode list) return AppendList(line, list, width);
        if (value is not ScalarNode scalar) return false;
        line.Append(YamlScalarText.Of(scalar, inFlow: true));
        return true;
    }

    private static bool AppendList(StringBuilder line, ListNode list, int width)
    {
        line.Append('[');
        var before = "";
        foreach (var item in list.Items)
        {
            if (item is not ScalarNode scalar || line.Length > width) return false;
            line.Append(before).Append(YamlScalarText.Of(scalar, inFlow: true));
            before = ", ";
        }
        line.Append(']');
        return true;
    }
}
