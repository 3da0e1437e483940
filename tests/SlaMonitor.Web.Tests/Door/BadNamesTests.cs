using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Web.Tests.Door;

/// <summary>Names in paths that would be something else to whoever does not look: a way up, a quote in a filter, a second segment. The
/// endpoints are those that are there, and not a list.</summary>
public sealed class BadNamesTests(DoorService door) : IClassFixture<DoorService>
{
    private static readonly string[] Names =
    [
        "%2e%2e%2f%2e%2e%2fraw", "a%2Fb", "%5C..%5C", "my-first'%20or%20PartitionKey%20ne%20'", "%27", "%25", "%2527", "MY-FIRST", "my-first%20", "my-first%0d%0aX-A:%20b",
        "%E2%80%AE", "%C0%AE%C0%AE", "-1", "0", "99999999999", "2026-13", "9999999-01", "2026-01-32", "null", "~", "*", new('a', 4_000),
    ];

    [Fact]
    public async Task A_name_that_is_none_is_refused_at_every_endpoint_and_leaves_nothing_behind()
    {
        using var manager = door.Api.As("manager");
        var (wrong, asked) = (new List<string>(), 0);
        await door.LeavesNothing(async () =>
        {
            foreach (var endpoint in door.Api.Endpoints.Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)))
                foreach (var parameter in endpoint.RoutePattern.Parameters)
                    foreach (var name in Names)
                    {
                        using var response = await manager.SendAsync(Request(endpoint, parameter.Name, name));
                        asked++;
                        if ((int)response.StatusCode is < 400 or >= 500) wrong.Add($"{endpoint.RoutePattern.RawText} with {parameter.Name} = {name}: {(int)response.StatusCode}");
                    }
        });
        Assert.Empty(wrong);
        Assert.True(asked > 50 * Names.Length, $"{asked} requests");
        door.ExpectsNothingUnexpected();
    }

    /// <summary>All but one of the names are good ones.</summary>
    private static HttpRequestMessage Request(RouteEndpoint endpoint, string bad, string name)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter when parameter.Name == bad => name,
            RoutePatternParameterPart { Name: "contract" } => "my-first",
            RoutePatternParameterPart { Name: "period" } => "2026-01",
            RoutePatternParameterPart { Name: "revision" or "number" or "assessment" } => "1",
            _ => "2026-01-01",
        }))));
        var request = ApiService.Request(new(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]), "/" + path, null, ("If-Match", "*"));
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Delete) request.Content = ApiService.Json("""{"reason":"a"}""");
        return request;
    }
}
