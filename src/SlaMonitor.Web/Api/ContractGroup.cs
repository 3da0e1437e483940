using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Everything under one contract.</summary>
internal static class ContractGroup
{
    /// <summary>What can be no contract's code is no contract, and comes nowhere near storage.</summary>
    public static RouteGroupBuilder MapContract(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/contracts/{contract}").Fails(KnownProblems.NoSuchContract);
        group.AddEndpointFilter((context, next) => InPath.IsContract(context.HttpContext.Request.RouteValues["contract"] as string)
            ? next(context)
            : new(KnownProblems.NoSuchContract));
        return group;
    }
}
