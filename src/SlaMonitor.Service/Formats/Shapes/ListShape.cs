using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>A list of at least one.</summary>
public sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>
{
    public override bool TryRead(DocumentNode node, Spot spot, out IReadOnlyList<T> value)
    {
        var items = new List<T>();
        value = items;
        if (node is not ListNode list)
        {
            spot.Report(node, ShapeProblems.WrongKind, "a list: [in brackets], or each item on a line of its own after a dash", Describe.Kind(node));
            return false;
        }

        if (list.Items.Count == 0) spot.Report(node, ShapeProblems.EmptyList, "at least one item, or leave the key out", "none");
        var complete = list.Items.Count > 0;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (item.TryRead(list.Items[i], spot.Item(i), out var read)) items.Add(read);
            else complete = false;
        }

        return complete;
    }

    public override DocumentNode Write(IReadOnlyList<T> value) => new ListNode([.. value.Select(item.Write)]);

    public override MapNode Schema(SchemaBook book) =>
        Map(("type", Text("array")), ("minItems", Number(1)), ("items", item.Schema(book)));
}
