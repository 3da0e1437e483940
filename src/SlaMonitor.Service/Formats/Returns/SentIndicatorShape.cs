using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>What a file that is sent says of one indicator: as it is stored, but for what tickets come to. That is counted from the extract
/// itself, and what a file says of it is refused, or a supplier could write its own evidence.</summary>
internal sealed class SentIndicatorShape(Shape<ReturnedIndicator> said) : Shape<ReturnedIndicator>
{
    public override bool TryRead(DocumentNode node, Spot spot, out ReturnedIndicator value)
    {
        value = null!;
        if (node is not MapNode map || map[MeasurementShape.Tickets] is not { } tickets) return said.TryRead(node, spot, out value);
        spot.Key(MeasurementShape.Tickets).Report(tickets, ReturnFileProblems.TicketsSaid, "the ticket extract itself beside the return, and no word of what it comes to", Describe.Kind(tickets));
        said.TryRead(new MapNode([.. map.Entries.Where(e => e.Key.Text != MeasurementShape.Tickets)], map.Line, map.Column), spot, out _);
        return false;
    }

    public override DocumentNode Write(ReturnedIndicator value) => said.Write(value);

    public override MapNode Schema(SchemaBook book) => said.Schema(book);
}
