using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>How many bytes a request's body may have: what the endpoint says, else the general limit. The server counts while
/// reading; what says beforehand that it is larger is not read at all.</summary>
internal sealed class BodyLimits(RequestDelegate next, IOptions<SlaWebOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? options.Value.Limits.BodyBytes;
        if (context.Request.ContentLength > limit) return KnownProblems.TooLarge.WriteTo(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = limit;
        return next(context);
    }
}

public static class BodyLimitConventions
{
    /// <summary>For endpoints that take files; the others take what <see cref="LimitOptions.BodyBytes"/> says.</summary>
    public static TBuilder TakesAtMost<TBuilder>(this TBuilder endpoints, long bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new BodyLimit(bytes));

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
