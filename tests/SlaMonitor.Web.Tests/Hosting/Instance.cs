using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>The service on Kestrel as a host would run it, on loopback with TLS.</summary>
public sealed class Instance : IAsyncDisposable
{
    /// <summary>In a response: how the gate answered.</summary>
    public const string VerdictHeader = "X-Test-Verdict";

    private readonly WebApplication _app;

    private Instance(WebApplication app) => _app = app;

    public Uri Address => Loopback.AddressOf(_app);

    public IServiceProvider Services => _app.Services;

    public IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<Instance> Start(Issuer? issuer, InstanceSetup? setup = null)
    {
        setup ??= new();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = setup.Environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Settings(issuer));
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(setup.Logs);
        (setup.Listen ?? Loopback.Listen)(builder);

        builder.Services.AddSingleton<IClock>(setup.Clock);
        builder.Services.AddSingleton<RandomBytes>(count => new byte[count]);
        builder.Services.AddSingleton<IUploadLinks>(setup.Links);
        builder.Services.AddSingleton<IReadiness>(setup.Readiness);
        builder.Services.AddSingleton<IXmlRepository>(new FileSystemXmlRepository(setup.Keys, NullLoggerFactory.Instance));
        if (setup.HasDevelopmentSignIn) builder.Services.AddDevelopmentSignIn(builder.Environment);
        else builder.Services.AddSingleton<IAssignments>(setup.Given);
        builder.Services.AddSlaSteps(setup.Storage ?? await OwnStorage.Shared);
        setup.Also(builder.Services);
        builder.Services.AddSlaWeb(builder.Configuration);
        builder.Services.Configure<JwtBearerOptions>("Bearer", options => options.BackchannelHttpHandler = Loopback.Handler());
        builder.Services.Configure<OpenIdConnectOptions>("browser", options => options.BackchannelHttpHandler = Loopback.Handler());

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Features.Get<GateAnswer>() is { } answer) context.Response.Headers[VerdictHeader] = answer.Verdict.ToString();
                return Task.CompletedTask;
            });
            return next(context);
        });
        if (setup.IsBehindCatchAll) PutBehindCatchAll(app);
        else app.UseSla();
        setup.More(app);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A client with cookies of its own. Every response it gets is held against the served description.</summary>
    /// <param name="authorization">The whole header; null for none.</param>
    public HttpClient Client(string? authorization = null)
    {
        var client = new HttpClient(new ConformingHandler(Loopback.Handler(), Address)) { BaseAddress = Address };
        if (authorization is not null) client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void PutBehindCatchAll(WebApplication app)
    {
        var pipeline = new ApplicationBuilder(app.Services).UseSla().Build();
        app.Map("/{**path}", context =>
        {
            context.SetEndpoint(null);
            context.Request.RouteValues = [];
            return pipeline(context);
        });
    }

    private static Dictionary<string, string?> Settings(Issuer? issuer) => issuer is null ? [] : new()
    {
        ["Web:SignIn:Authority"] = issuer.Authority,
        ["Web:SignIn:Audiences:0"] = Issuer.Audience,
        ["Web:SignIn:ClientId"] = Issuer.ClientId,
        ["Web:SignIn:ClientSecret"] = Issuer.ClientSecret,
        ["Web:Limits:RequestsPerMinute"] = "100000",
        ["Web:Limits:RequestsPerMinuteOfAddress"] = "100000",
    };
}

public sealed record InstanceSetup
{
    public string Environment { get; init; } = "Production";

    public Dictionary<string, string?> Settings { get; init; } = [];

    public FakeClock Clock { get; init; } = new(Issuer.Now);

    public GivenContracts Given { get; init; } = new();

    public KeptLinks Links { get; init; } = new();

    public Checks Readiness { get; init; } = new();

    public HeardLogs Logs { get; init; } = new();

    public bool HasDevelopmentSignIn { get; init; }

    /// <summary>As a Functions host has it.</summary>
    public bool IsBehindCatchAll { get; init; }

    public Action<WebApplicationBuilder>? Listen { get; init; }

    /// <summary>Tables and blobs of the test's own; null where others' do not disturb it.</summary>
    public StorageAccount? Storage { get; init; }

    /// <summary>Services of the test's own.</summary>
    public Action<IServiceCollection> Also { get; init; } = _ => { };

    /// <summary>Endpoints of the test's own.</summary>
    public Action<WebApplication> More { get; init; } = _ => { };

    public DirectoryInfo Keys { get; init; } = Directory.CreateTempSubdirectory("sla-web-keys-");
}
