using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web;

/// <summary>The whole pipeline behind one endpoint of another host, as Azure Functions has it. What that host routed by is forgotten first.</summary>
public sealed class CatchAll(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = new ApplicationBuilder(services).UseSla().Build();

    public Task Answer(HttpContext context)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        return _pipeline(context);
    }
}
