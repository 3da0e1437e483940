using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>Leads on to a page after a form was done, so that loading it anew sends nothing again.</summary>
/// <param name="path">Of ours, from <c>/</c>.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (path is not ['/', not ('/' or '\\'), ..]) throw new InvalidOperationException($"'{path}' is no path of ours.");
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
