using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>The same shape for a value that may be absent from its map.</summary>
internal sealed class Nullable<T>(Shape<T> shape) : Shape<T?>
    where T : class
{
    public override bool TryRead(DocumentNode node, Spot spot, out T? value)
    {
        var read = shape.TryRead(node, spot, out var found);
        value = found;
        return read;
    }

    public override DocumentNode Write(T? value) => shape.Write(value!);

    public override MapNode Schema(SchemaBook book) => shape.Schema(book);
}

/// <inheritdoc cref="Nullable{T}"/>
internal sealed class NullableValue<T>(Shape<T> shape) : Shape<T?>
    where T : struct
{
    public override bool TryRead(DocumentNode node, Spot spot, out T? value)
    {
        var read = shape.TryRead(node, spot, out var found);
        value = found;
        return read;
    }

    public override DocumentNode Write(T? value) => shape.Write(value!.Value);

    public override MapNode Schema(SchemaBook book) => shape.Schema(book);
}
