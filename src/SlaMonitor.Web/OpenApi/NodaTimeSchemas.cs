using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Web.OpenApi;

/// <summary>Instants, days and money as they are written: texts, which the framework cannot know.</summary>
internal sealed class NodaTimeSchemas : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, (string? Format, string Example)> Written = new()
    {
        [typeof(Instant)] = ("date-time", "2026-04-14T09:30:00Z"),
        [typeof(LocalDate)] = ("date", "2026-04-14"),
        [typeof(YearMonth)] = (null, "2026-04"),
        [typeof(Money)] = (null, "9412.50"),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (!Written.TryGetValue(type, out var written)) return Task.CompletedTask;
        var isNullable = type != context.JsonTypeInfo.Type;
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = written.Format;
        schema.Examples = [JsonValue.Create(written.Example)];
        schema.Properties = null;
        schema.Required = null;
        return Task.CompletedTask;
    }
}
