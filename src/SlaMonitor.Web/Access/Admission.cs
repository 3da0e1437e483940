using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SlaMonitor.Web.Access;

/// <summary>What an endpoint says of who may come in. An endpoint that says nothing lets nobody in.</summary>
internal abstract record Admission
{
    private Admission() { }

    /// <summary>Whoever comes.</summary>
    public sealed record Open : Admission;

    /// <summary>Whoever has signed in with at least one role.</summary>
    public sealed record AnyRole : Admission;

    /// <summary>Whoever has the permission and, where the path names a contract, has been given that contract.</summary>
    public sealed record Needing(Permission Permission) : Admission;
}

/// <summary>The endpoint itself refuses a return of another period than its upload link's.</summary>
internal sealed record HoldsLinkToItsPeriod;

public static class AdmissionConventions
{
    /// <summary>For sign-in, health and the API's description only.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Admission.Open());

    /// <summary>For what concerns the caller alone.</summary>
    public static TBuilder NeedsAnyRole<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Admission.AnyRole());

    /// <summary>The rule for all others. Where the path has a contract (<c>contracts/{...}</c>), the caller must have been given it.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Admission.Needing(permission));

    /// <summary>Lets upload links in though the path names no period (<c>periods/{...}</c>): the endpoint compares it with
    /// <see cref="Caller.Link"/> itself.</summary>
    public static TBuilder HoldsLinkToItsPeriod<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new HoldsLinkToItsPeriod());
}

/// <summary>What a path names: what follows <c>contracts/</c> is a contract's code, whatever the parameter is called, so that no
/// endpoint escapes the check by a name of its own.</summary>
internal static class NamedInPath
{
    public static string? Contract(HttpContext context, RouteEndpoint endpoint) => Value(context, endpoint, "contracts");

    public static string? Period(HttpContext context, RouteEndpoint endpoint) => Value(context, endpoint, "periods");

    public static bool IsOfContract(RouteEndpoint endpoint) => Parameter(endpoint.RoutePattern, "contracts") is not null;

    private static string? Value(HttpContext context, RouteEndpoint endpoint, string collection) =>
        Parameter(endpoint.RoutePattern, collection) is { } name ? context.Request.RouteValues[name] as string : null;

    private static string? Parameter(RoutePattern pattern, string collection) => pattern.PathSegments
        .Zip(pattern.PathSegments.Skip(1))
        .Where(pair => pair.First.Parts is [RoutePatternLiteralPart literal] && literal.Content.Equals(collection, StringComparison.OrdinalIgnoreCase))
        .SelectMany(pair => pair.Second.Parts.OfType<RoutePatternParameterPart>())
        .FirstOrDefault()?.Name;
}
