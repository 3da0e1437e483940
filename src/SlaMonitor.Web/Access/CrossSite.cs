using Microsoft.AspNetCore.Http;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Access;

/// <summary>Refuses what another site has a browser send with our cookie. SameSite=Lax keeps most of it out; this stops the rest
/// (a sibling host of the same site), by what the browser itself says of where a request comes from.</summary>
internal sealed class CrossSite(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        IsUnsafe(context.Request.Method) && !IsByHeader(context) && IsFromElsewhere(context.Request)
            ? KnownProblems.CrossSite.WriteTo(context)
            : next(context);

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>Browsers attach no Authorization header by themselves.</summary>
    private static bool IsByHeader(HttpContext context) => Caller.Of(context) is { CameByCookie: false };

    /// <summary>By Sec-Fetch-Site, which no page can set; by Origin where a browser is too old for that.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site]
        ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin] && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
