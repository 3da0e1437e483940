using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Api;

/// <summary>For whoever keeps the process running: does it live, and can it work.</summary>
internal static class HealthApi
{
    public sealed record Health(string Status);

    /// <param name="Degraded">It can do its work, and its operator has to look at something: <c>/api/v1/operations/alerts</c> says at what.</param>
    public sealed record Readiness(bool Ready, bool Degraded, IReadOnlyList<ReadinessCheck> Checks);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Health("alive"))).Open()
            .WithName("health").WithSummary("Whether the process lives").WithTags("Health");
        routes.MapGet("/readyz", Ready).Open()
            .WithName("readiness").WithSummary("Whether the service can do its work now").WithTags("Health")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<Readiness>> Ready(IReadiness readiness, CancellationToken cancellation)
    {
        var checks = await readiness.Look(cancellation);
        var isReady = checks.All(c => c.IsReady);
        return TypedResults.Json(new Readiness(isReady, !isReady || checks.Any(c => c.IsDegraded), checks),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
