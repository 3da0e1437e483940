using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Api;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Pages;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web;

/// <summary>Everything that people and programs can ask for, and the way there. Kestrel and Functions both rest on this.</summary>
public static class Routes
{
    /// <summary>All endpoints.</summary>
    public static IEndpointRouteBuilder MapSla(this IEndpointRouteBuilder routes)
    {
        HealthApi.Map(routes);
        ApiDescription.Map(routes);
        DigestsApi.Map(routes);
        PageRoutes.Map(routes);

        var api = routes.MapGroup("/api/v1").RefusesUnknownQueries().AnswersWhatIsAccepted();
        FeedsApi.Map(routes, api);
        MeApi.Map(api);
        OperationsApi.Map(api);
        var contract = api.MapContract();
        ContractsApi.Map(api, contract);
        VersionsApi.Map(contract);
        ReturnsApi.Map(contract);
        ExtractsApi.Map(contract);
        DecisionsApi.Map(contract);
        AssessmentsApi.Map(contract);
        CreditsApi.Map(api, contract);
        DatesApi.Map(contract);
        AlertsApi.Map(contract);
        RecipientsApi.Map(contract);
        FeedsApi.MapOfContract(contract);
        AuditApi.Map(contract);
        return routes;
    }

    /// <summary>What a request passes, in this order, and the endpoints at its end.</summary>
    public static IApplicationBuilder UseSla(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<SlaWebOptions>>().Value;
        app.UseMiddleware<Correlation>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemAnswers>();
        app.UseMiddleware<LoopbackOnly>();
        app.UseRateLimiter(RateLimits.ByAddress(options.Limits));
        app.UseMiddleware<PublicAddress>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CrossSite>();
        app.UseRateLimiter();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<BodyLimits>();
        app.UseEndpoints(endpoints => endpoints.MapSla());
        return app;
    }
}
