using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Finds where in a file a path stands.</summary>
public static class NodeFinder
{
    /// <summary>The place of the deepest node on the way of a path such as <c>indicators.KPI1.ladder.minor</c> or
    /// <c>caps[0].at</c>.</summary>
    public static (int Line, int Column) PlaceOf(DocumentNode node, string path)
    {
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Next(node, step) is not { } next) break;
            node = next;
        }

        return (node.Line, node.Column);
    }

    private static DocumentNode? Next(DocumentNode node, string step) => node switch
    {
        MapNode map => map[step],
        ListNode list when step.EndsWith(']') && int.TryParse(step[..^1], out var i) && i < list.Items.Count => list.Items[i],
        _ => null,
    };
}
