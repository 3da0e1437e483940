using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web.Requests;

/// <summary>What every response says, unless its endpoint has said otherwise.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Two years, in seconds.</summary>
    private const string Transport = "max-age=63072000; includeSubDomains";

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // With no-referrer, browsers would say of our own forms that they come from nowhere.
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            foreach (var (name, value) in Always) context.Response.Headers.TryAdd(name, value);
            if (context.Request.IsHttps) context.Response.Headers.TryAdd("Strict-Transport-Security", Transport);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
