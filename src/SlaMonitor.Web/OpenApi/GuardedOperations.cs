using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.OpenApi;

/// <summary>Says of each operation who may use it and how it fails, from the same metadata that the gate goes by.</summary>
internal sealed class GuardedOperations : IOpenApiOperationTransformer
{
    public const string Program = "program", UploadLink = "uploadLink";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), parameterDescription: null, cancellationToken);
        context.Document?.AddComponent(nameof(ApiProblem), problem);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Not done, and why",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) },
            },
        };

        var admissions = context.Description.ActionDescriptor.EndpointMetadata.OfType<Admission>().ToList();
        if (admissions is [Admission.Open] or []) return;
        operation.Security = [Requirement(Program, context)];
        if (admissions is [Admission.Needing(var permission)])
        {
            if (permission == Permission.SubmitReturn && context.Description.ActionDescriptor.EndpointMetadata.OfType<HoldsLinkToItsPeriod>().Any()) operation.Security.Add(Requirement(UploadLink, context));
            operation.Description = $"{operation.Description} Needs the permission {permission}.".TrimStart();
        }
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
