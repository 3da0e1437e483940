using System.Globalization;
using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both zero or more.</summary>
public sealed class WholeShape(int least, int most) : Shape<int>
{
    public override bool TryRead(DocumentNode node, Spot spot, out int value)
    {
        value = 0;
        if (node is ScalarNode scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;
        spot.Report(node, node is ScalarNode { Kind: not ScalarKind.Null } ? ShapeProblems.BadValue : ShapeProblems.WrongKind, $"a whole number from {least} to {most}", Describe.Kind(node));
        return false;
    }

    public override DocumentNode Write(int value) => Number(value);

    public override MapNode Schema(SchemaBook book) => Map(("type", Texts(["integer", "string"])), ("pattern", Text("^\\d+$")), ("minimum", Number(least)), ("maximum", Number(most)));
}
