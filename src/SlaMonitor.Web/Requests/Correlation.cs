using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web.Requests;

/// <summary>One id from the upload to the alert: the trace of the caller's <c>traceparent</c> (W3C Trace Context), or a new one.
/// It goes back in the same header, and stands in every problem.</summary>
internal sealed class Correlation(RequestDelegate next)
{
    private const string Header = "traceparent";

    public async Task InvokeAsync(HttpContext context)
    {
        // The server has begun one already where somebody listens; who does is not for the id to depend on.
        using var own = Activity.Current is null ? Begin(context.Request) : null;
        context.Response.Headers[Header] = Activity.Current?.Id;
        await next(context);
    }

    private static Activity Begin(HttpRequest request)
    {
        var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C);
        if (request.Headers[Header] is [{ } parent] && ActivityContext.TryParse(parent, traceState: null, out _)) activity.SetParentId(parent);
        return activity.Start();
    }
}
