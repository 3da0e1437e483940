using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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
        if (context.Request.ContentLength > limit) return KnownProblems.LargerThan(limit).WriteTo(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = limit;
        return next(context);
    }
}

/// <summary>What the server itself refuses before there is a request: said here, so that it does not change with a version of the framework.
/// Its answer is a status without a document, as nobody has read yet what would be answered.</summary>
internal sealed class ServerLimits : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>A slower body is given up, once it had so long to begin.</summary>
    private const double BytesPerSecond = 240;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5), ForHeaders = TimeSpan.FromSeconds(30);

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MinRequestBodyDataRate = new(BytesPerSecond, Grace);
        options.Limits.RequestHeadersTimeout = ForHeaders;
        options.Limits.MaxRequestLineSize = 8 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        options.Limits.MaxRequestHeaderCount = 100;
    }
}

public static class BodyLimitConventions
{
    /// <summary>For endpoints that take files; the others take what <see cref="LimitOptions.BodyBytes"/> says.</summary>
    public static TBuilder TakesAtMost<TBuilder>(this TBuilder endpoints, long bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new BodyLimit(bytes));

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
