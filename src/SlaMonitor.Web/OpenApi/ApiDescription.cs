using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.OpenApi;

/// <summary>The API's description, OpenAPI 3.1, at <c>/openapi/v1.json</c>; the same text is in the repository as <c>schema/openapi-1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer<NodaTimeSchemas>();
        options.AddOperationTransformer<GuardedOperations>();
        options.AddOperationTransformer<NotedOperations>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "SLA Monitor", Version = Name, Description = "Returns in, results, credits and breaches out." };
            // Where the service stands is not part of what it is.
            document.Servers = null;
            document.Components ??= new();
            document.Components.SecuritySchemes = SecuritySchemes();
            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").Open();

    private static Dictionary<string, IOpenApiSecurityScheme> SecuritySchemes() => new(StringComparer.Ordinal)
    {
        [GuardedOperations.Program] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Programs: an access token of Entra ID with one of the app roles.",
        },
        [GuardedOperations.UploadLink] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
            Description = $"Whoever was sent an upload link: `{Schemes.Link} <token>`.",
        },
    };
}
