using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Access;

/// <summary>Signing in as an illustration, without a password. It refuses to exist anywhere but in the environment Development on
/// loopback; a Functions host never has it, since there every request seems to come from loopback.</summary>
public static class DevelopmentSignIn
{
    /// <summary>To be called before <c>AddSlaWeb</c>, by <c>sla serve</c> alone.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development.</exception>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException($"The development sign-in exists in the environment Development only, and this is {environment.EnvironmentName}.");
        services.AddSingleton<IAssignments, EveryContract>();
        services.AddSingleton<DevelopmentMark>();
        services.AddHostedService<LoopbackCheck>();
        return services;
    }

    internal static bool IsIn(IServiceCollection services) => services.Any(s => s.ServiceType == typeof(DevelopmentMark));

    /// <summary>From this machine, by a name of this machine, and not passed on by a proxy. The name is looked at because a page
    /// elsewhere can have its own name resolve to 127.0.0.1.</summary>
    internal static bool IsFromLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLoopbackName(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    internal static bool IsLoopbackName(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private sealed class EveryContract : IAssignments
    {
        public ValueTask<Assignments> Of(string personId, CancellationToken cancellation) => ValueTask.FromResult(Assignments.Every);
    }
}

/// <summary>Says that the development sign-in exists.</summary>
internal sealed class DevelopmentMark;

/// <summary>Refuses whatever does not come from this machine, sign-in or not.</summary>
internal sealed class LoopbackOnly(RequestDelegate next, DevelopmentMark? mark = null)
{
    public Task InvokeAsync(HttpContext context) =>
        mark is null || DevelopmentSignIn.IsFromLoopback(context) ? next(context) : KnownProblems.LoopbackOnly.WriteTo(context);
}

/// <summary>Ends the start where the server listens to more than this machine.</summary>
internal sealed class LoopbackCheck(IServer server) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.Count == 0 || !addresses.All(a => DevelopmentSignIn.IsLoopbackName(new Uri(a).Host)))
            throw new InvalidOperationException($"The development sign-in exists on loopback only, and this listens on {string.Join(", ", addresses)}.");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Programs on this machine: <c>Authorization: Development supplier</c>.</summary>
internal sealed class DevelopmentHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        AuthorizationHeader.Parameter(Request, Schemes.Development) is not { } name ? AuthenticateResult.NoResult()
        : DevelopmentSignIn.IsFromLoopback(Context) && DevelopmentIdentities.All.TryGetValue(name, out var caller)
            ? AuthenticateResult.Success(new(caller.Principal(Schemes.Development), Schemes.Development))
            : AuthenticateResult.Fail("No such identity."));
}
