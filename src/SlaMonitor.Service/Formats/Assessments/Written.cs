using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>A value that is only ever written: assessments go out and never come in.</summary>
internal sealed class Written<T>(Func<T, DocumentNode> write, Func<SchemaBook, MapNode> schema) : Shape<T>
{
    public override bool TryRead(DocumentNode node, Spot spot, out T value) =>
        throw new InvalidOperationException("An assessment is only written, never read.");

    public override DocumentNode Write(T value) => write(value);

    public override MapNode Schema(SchemaBook book) => schema(book);
}
