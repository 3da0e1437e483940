using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Web.Requests;

/// <summary>Has every address that a response names (sign-in's way back, status URLs) start as configured and not as the request's
/// Host header says, which is the caller's to choose.</summary>
internal sealed class PublicAddress(RequestDelegate next, IOptions<SlaWebOptions> options)
{
    private readonly Uri? _address = options.Value.PublicAddress;

    public Task InvokeAsync(HttpContext context)
    {
        if (_address is not null)
        {
            context.Request.Scheme = _address.Scheme;
            context.Request.Host = new(_address.Authority);
        }

        return next(context);
    }
}
