using System.Text;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Lays a tree out as YAML. YamlDotNet's emitter is not used: it decides quotes and line breaks by rules of its own and
/// writes flow maps without inner spaces.</summary>
internal sealed class YamlWriter
{
    private const int Indent = 2;
    private const int LongestLine = 100;
    private const int OutermostFlowDepth = 2;

    /// <summary>YAML ends a key that stands before its colon on one line after 1,024 characters.</summary>
    private const int LongestSimpleKey = 1_000;

    private readonly StringBuilder output = new();

    public string Write(DocumentNode root)
    {
        if (OneLine(root, column: 0, depth: 1) is { } line) output.Append(line).Append('\n');
        else if (root is ScalarNode scalar) WriteScalar(scalar, column: 0);
        else WriteBlock(root, column: 0, depth: 1);
        return output.ToString();
    }

    /// <summary>Writes a map or list whose first entry starts where the output stands, at <paramref name="column"/>.</summary>
    private void WriteBlock(DocumentNode node, int column, int depth)
    {
        if (node is MapNode map) WriteEntries(map, column, depth);
        else WriteItems((ListNode)node, column, depth);
    }

    private void WriteEntries(MapNode map, int column, int depth)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (i > 0) StartLine(column);
            var (key, value) = map.Entries[i];
            WriteKey(YamlScalarText.Of(key, inFlow: false), column, out var valueColumn);
            WriteValue(value, column, valueColumn, depth + 1);
        }
    }

    private void WriteKey(string key, int column, out int valueColumn)
    {
        valueColumn = column + key.Length + 1;
        if (key.Length <= LongestSimpleKey)
        {
            output.Append(key).Append(':');
            return;
        }
        output.Append("? ").Append(key).Append('\n');
        StartLine(column);
        output.Append(':');
        valueColumn = column + 1;
    }

    private void WriteValue(DocumentNode value, int column, int valueColumn, int depth)
    {
        if (OneLine(value, valueColumn + 1, depth) is { } line) output.Append(' ').Append(line).Append('\n');
        else if (value is ScalarNode scalar) WriteScalar(scalar, column, " ");
        else
        {
            output.Append('\n');
            StartLine(column + Indent);
            WriteBlock(value, column + Indent, depth);
        }
    }

    private void WriteItems(ListNode list, int column, int depth)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) StartLine(column);
            output.Append("- ");
            var item = list.Items[i];
            if (OneLine(item, column + Indent, depth + 1) is { } line) output.Append(line).Append('\n');
            else if (item is ScalarNode scalar) WriteScalar(scalar, column);
            else WriteBlock(item, column + Indent, depth + 1);
        }
    }

    private void WriteScalar(ScalarNode scalar, int column, string before = "")
    {
        output.Append(before);
        if (YamlScalarText.CanBeLiteral(scalar)) WriteLiteral(scalar.Text, column + Indent);
        else output.Append(YamlScalarText.Of(scalar, inFlow: false)).Append('\n');
    }

    private void WriteLiteral(string text, int column)
    {
        var endsItsLine = text.EndsWith('\n');
        output.Append(endsItsLine ? "|\n" : "|-\n");
        foreach (var line in (endsItsLine ? text[..^1] : text).Split('\n'))
        {
            if (line.Length > 0) StartLine(column);
            output.Append(line).Append('\n');
        }
    }

    /// <summary>The map or list on one line, when it is empty or short enough at this place; null otherwise and for scalars.</summary>
    private static string? OneLine(DocumentNode node, int column, int depth)
    {
        if (node is MapNode { Entries.Count: 0 }) return "{}";
        if (node is ListNode { Items.Count: 0 }) return "[]";
        if (depth < OutermostFlowDepth || YamlFlowText.Of(node, LongestLine - column) is not { } line) return null;
        return line;
    }

    private void StartLine(int column) => output.Append(' ', column);
}
