using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>True or false, without quotes.</summary>
public sealed class FlagShape : Shape<bool>
{
    public override bool TryRead(DocumentNode node, Spot spot, out bool value)
    {
        value = node is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" };
        if (node is ScalarNode { Kind: ScalarKind.Boolean }) return true;
        spot.Report(node, ShapeProblems.NotOneOf, "true, false", Describe.Kind(node));
        return false;
    }

    public override DocumentNode Write(bool value) => Flag(value);

    public override MapNode Schema(SchemaBook book) => Map(("type", Text("boolean")));
}
