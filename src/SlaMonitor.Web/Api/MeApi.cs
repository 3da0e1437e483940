using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Api;

/// <summary>Who the service takes the caller for: the first thing to ask when something is refused.</summary>
internal static class MeApi
{
    /// <param name="Id">As it stands in the audit trail.</param>
    /// <param name="EveryContract">Whether the caller has been given every contract; <paramref name="Contracts"/> is empty then.</param>
    public sealed record Me(
        string Id, IReadOnlyList<AppRole> Roles, IReadOnlyList<Permission> Permissions, bool EveryContract, IReadOnlyList<string> Contracts);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/me", Get).NeedsAnyRole()
        .WithName("me").WithSummary("Who you are, and what you may do").WithTags("Access");

    private static async Task<Ok<Me>> Get(HttpContext context, IAssignments assignments, CancellationToken cancellation)
    {
        var caller = Caller.Of(context)!;
        var given = await assignments.Of(caller.Id, cancellation);
        return TypedResults.Ok(new Me(
            caller.Id, caller.Roles, [.. Enum.GetValues<Permission>().Where(caller.May)], given.IsEvery, given.Contracts));
    }
}
