using System.Text.Json.Nodes;
using NJsonSchema;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>Holds every response against the description that the same service serves: its status and content type are described, and
/// its body is as described. What is not in the description (sign-in, an endpoint of a test) may answer with problems only as they are.</summary>
internal sealed class ConformingHandler(HttpMessageHandler inner, Uri address) : DelegatingHandler(inner)
{
    private const string ProblemType = "application/problem+json";

    private JsonNode? _description;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var response = await base.SendAsync(request, cancellation);
        await response.Content.LoadIntoBufferAsync(cancellation);
        var type = response.Content.Headers.ContentType?.MediaType;
        if ((int)response.StatusCode >= 400) Assert.Equal(type is "application/json" ? type : ProblemType, type);

        _description ??= await Describe(cancellation);
        var place = $"{request.Method} {request.RequestUri!.AbsolutePath} {(int)response.StatusCode} {type}";
        var body = await response.Content.ReadAsStringAsync(cancellation);
        if (type == ProblemType) await Judge(new JsonObject { ["$ref"] = "#/definitions/ApiProblem" }, body, place);
        else if (Operation(request) is { } operation) await JudgeOperation(operation, response, type, body, place);
        return response;
    }

    private async Task JudgeOperation(JsonNode operation, HttpResponseMessage response, string? type, string body, string place)
    {
        var described = operation["responses"]![((int)response.StatusCode).ToString()];
        Assert.True(described is not null, $"{place} is not described.");
        if (body.Length == 0) return;
        var content = described["content"]?[type!];
        Assert.True(content is not null, $"{place} has a content type that is not described.");
        if (type == "application/json" && content["schema"] is { } schema) await Judge(schema.DeepClone().AsObject(), body, place);
    }

    private async Task Judge(JsonObject schema, string body, string place)
    {
        // Wrapped, as the judge loses its way where its root is a reference to what is referred to from elsewhere too.
        var whole = new JsonObject { ["allOf"] = new JsonArray(schema), ["definitions"] = _description!["components"]!["schemas"]!.DeepClone() };
        var judge = await JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/"));
        var faults = judge.Validate(body);
        Assert.True(faults.Count == 0, $"{place}: {string.Join("; ", faults)} in {body}");
    }

    private JsonNode? Operation(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/');
        return _description!["paths"]!.AsObject().Where(p => IsOf(p.Key.Split('/'), path))
            .Select(p => p.Value![request.Method.Method.ToLowerInvariant()]).FirstOrDefault(o => o is not null);
    }

    private static bool IsOf(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(part => part.First.StartsWith('{') || part.First == part.Second);

    private async Task<JsonNode> Describe(CancellationToken cancellation)
    {
        using var response = await base.SendAsync(new(HttpMethod.Get, new Uri(address, "/openapi/v1.json")), cancellation);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
    }
}
