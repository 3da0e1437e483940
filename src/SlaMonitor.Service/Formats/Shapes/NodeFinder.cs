using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Finds where in a file a path stands.</summary>
public static class NodeFinder
{
    /// <summary>The place of the deepest node on the way of a path such as <c>indicators.KPI1.ladder.minor</c> or
    /// <c>caps[0].at</c>.</summary>
    public static (int Line, int Column) PlaceOf(DocumentNode node, string path)
    {
        var found = new NodeIndex(node).Find(path).Node;
        return (found.Line, found.Column);
    }
}
