using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A value that may be written in short as a single value, where the rest of it is as usual.</summary>
/// <param name="asShort">The short form, or nothing where the value needs the long one.</param>
public sealed class ShorthandShape<T, S>(Shape<S> brief, Func<S, T> expand, Func<T, (bool IsShort, S Short)> asShort, Shape<T> full) : Shape<T>
{
    public override bool TryRead(DocumentNode node, Spot spot, out T value)
    {
        if (node is MapNode) return full.TryRead(node, spot, out value);
        value = default!;
        if (!brief.TryRead(node, spot, out var read)) return false;
        value = expand(read);
        return true;
    }

    public override DocumentNode Write(T value) => asShort(value) is (true, var found) ? brief.Write(found) : full.Write(value);

    public override MapNode Schema(SchemaBook book) => Map(("anyOf", new ListNode([brief.Schema(book), full.Schema(book)])));
}
