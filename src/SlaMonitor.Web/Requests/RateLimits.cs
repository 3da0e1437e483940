using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>So many requests a minute: of one address before anybody is looked up, of one caller after, and of one caller's uploads
/// by themselves, so that a supplier who sends a year at once keeps nobody from reading. Each instance counts for itself.</summary>
internal static class RateLimits
{
    /// <summary>The policy of endpoints that take returns.</summary>
    public const string Uploads = "uploads";

    /// <summary>So that a window's end does not let two windows' requests through at once.</summary>
    private const int SegmentsAMinute = 6;

    public static RateLimiterOptions ByAddress(LimitOptions limits) => new()
    {
        OnRejected = Reject,
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            Partition(context.Connection.RemoteIpAddress?.ToString() ?? "", limits.RequestsPerMinuteOfAddress)),
    };

    public static void Add(IServiceCollection services) =>
        services.AddRateLimiter(_ => { }).AddOptions<RateLimiterOptions>().Configure<IOptions<SlaWebOptions>>((rates, options) =>
        {
            var limits = options.Value.Limits;
            rates.OnRejected = Reject;
            rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Caller.Of(context) is { } caller
                ? Partition(caller.Id, limits.RequestsPerMinute)
                : RateLimitPartition.GetNoLimiter(""));
            rates.AddPolicy(Uploads, context => Partition(Caller.Of(context)?.Id ?? "", limits.UploadsPerMinute));
        });

    private static RateLimitPartition<string> Partition(string key, int aMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = aMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = SegmentsAMinute,
            QueueLimit = 0,
        });

    private static async ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        Log.OverRateLimit(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RateLimits)), Caller.Of(context)?.Id);
        // The sliding window does not tell; one segment later something has run out of it.
        context.Response.Headers.RetryAfter = (60 / SegmentsAMinute).ToString(CultureInfo.InvariantCulture);
        await KnownProblems.TooManyRequests.WriteTo(context);
    }
}

public static class RateLimitConventions
{
    public static TBuilder CountsAsUpload<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireRateLimiting(RateLimits.Uploads);
}
