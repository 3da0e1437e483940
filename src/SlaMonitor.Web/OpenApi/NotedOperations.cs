using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.OpenApi;

/// <summary>Writes into the description what endpoints note of themselves.</summary>
internal sealed class NotedOperations : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var notes = context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationNote>().ToList();
        foreach (var note in notes) Write(note, operation);
        foreach (var status in notes.OfType<OperationNote.Failing>().SelectMany(f => f.Problems).DistinctBy(p => p.Type).GroupBy(p => p.Status).OrderBy(g => g.Key))
            (operation.Responses ??= [])[Text(status.Key)] = Problem(string.Join(' ', status.Select(p => p.Title)), context);
        return Task.CompletedTask;
    }

    private static void Write(OperationNote note, OpenApiOperation operation)
    {
        switch (note)
        {
            case OperationNote.TakingFile file:
                operation.RequestBody = Body(file);
                break;
            case OperationNote.TakingHeader header:
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = header.Name,
                    In = ParameterLocation.Header,
                    Description = header.Description,
                    Schema = String(),
                });
                break;
            case OperationNote.AlsoAs also when operation.Responses?.GetValueOrDefault("200") is OpenApiResponse response:
                (response.Content ??= new Dictionary<string, OpenApiMediaType>())[also.ContentType] = new() { Schema = String(also.Description) };
                break;
            case OperationNote.WithHeader says when operation.Responses?.GetValueOrDefault(Text(says.Status)) is OpenApiResponse response:
                (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[says.Name] = new OpenApiHeader { Description = says.Description, Schema = String() };
                break;
        }
    }

    private static OpenApiRequestBody Body(OperationNote.TakingFile file)
    {
        var content = file.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema() });
        if (file.FormFields is { } fields)
        {
            content["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = fields.Prepend("file").ToDictionary(f => f, f => (IOpenApiSchema)String(f == "file" ? "One file." : null)),
                },
            };
        }

        return new() { Required = true, Description = file.Description, Content = content };
    }

    private static OpenApiResponse Problem(string titles, OpenApiOperationTransformerContext context) => new()
    {
        Description = titles,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) },
        },
    };

    private static OpenApiSchema String(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
