using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Api;

/// <summary>For whoever keeps the service running.</summary>
internal static class OperationsApi
{
    public sealed record StandingAlerts(IReadOnlyList<OperatorAlert> Alerts);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/operations/alerts", Alerts).Needs(Permission.Operate)
        .WithName("operatorAlerts").WithSummary("What the operator has to look at, and what to do").WithTags("Operations");

    private static async Task<Ok<StandingAlerts>> Alerts([FromServices] Stores stores) => TypedResults.Ok(new StandingAlerts(await stores.Operator.Standing()));
}
