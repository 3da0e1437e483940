using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Cli.Serving;

/// <summary>The service as one process: Web on Kestrel, the queues worked off, the clock heeded. A worker is the same without Web.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    /// <summary>Long enough to finish what is in hand.</summary>
    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(30);

    private readonly IHost _host;

    private ServeHost(IHost host) => _host = host;

    /// <summary>Where it answers, such as <c>http://127.0.0.1:5080</c>.</summary>
    public string Address => _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public bool HasDevelopmentSignIn => _host.Services.GetRequiredService<IHostEnvironment>().IsDevelopment();

    /// <param name="port">0 is any free one.</param>
    /// <param name="isQuiet">Nothing but what is wrong is logged.</param>
    /// <returns>Null where it cannot start; the reason has then been written to the error stream.</returns>
    public static async Task<ServeHost?> Web(int port, StorageAccount storage, Surroundings surroundings, bool isQuiet = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = EnvironmentName() });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        if (builder.Environment.IsDevelopment()) builder.Services.AddDevelopmentSignIn(builder.Environment);
        else builder.Services.AddSingleton<IAssignments, BelievedAssignments>();
        builder.Services.AddSingleton<IUploadLinks>(services => services.GetRequiredService<AccessTable>());
        builder.Services.AddSingleton<IReadiness, StorageReadiness>();
        builder.Services.AddSingleton<IXmlRepository, CookieKeys>();
        builder.Services.AddSlaWeb(builder.Configuration);
        AddWork(builder, storage, surroundings, "sla-serve");
        if (isQuiet) builder.Logging.AddFilter("SlaMonitor", LogLevel.Warning);
        var app = builder.Build();
        app.UseSla();
        return await Started(app, surroundings);
    }

    /// <summary>A worker alone; it works on the same storage as any number of others.</summary>
    /// <inheritdoc cref="Web"/>
    public static async Task<ServeHost?> Worker(StorageAccount storage, Surroundings surroundings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        AddWork(builder, storage, surroundings, "sla-worker");
        return await Started(builder.Build(), surroundings);
    }

    /// <summary>Until Ctrl+C or SIGTERM; then to its end.</summary>
    public Task WaitForEnd() => _host.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
    }

    /// <summary>On a developer's machine nothing is configured, and then it is Development. Whoever configures a sign-in means it.</summary>
    private static string EnvironmentName()
    {
        var variables = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return variables["ASPNETCORE_ENVIRONMENT"] ?? variables["DOTNET_ENVIRONMENT"]
            ?? (variables.GetSection($"{SlaWebOptions.Section}:{nameof(SlaWebOptions.SignIn)}").Exists() ? Environments.Production : Environments.Development);
    }

    private static void AddWork(IHostApplicationBuilder builder, StorageAccount storage, Surroundings surroundings, string role)
    {
        var services = builder.Services;
        services.AddSingleton(surroundings.Clock);
        services.AddSingleton(surroundings.Random);
        services.AddSlaWork(storage, builder.Configuration);
        services.AddSlaObservability(builder.Configuration, role);
        services.AddSingleton(Settings(builder.Configuration));
        services.AddSingleton<IHostedService>(s => Pump(s, s.GetRequiredService<Stores>().Assess, s.GetRequiredService<DoWork>().Assess));
        services.AddSingleton<IHostedService>(s => Pump(s, s.GetRequiredService<Stores>().Alerts, s.GetRequiredService<DoWork>().Alert));
        services.AddHostedService<ClockPump>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = OrderlyEnd);
        AddLogs(builder.Logging, surroundings);
    }

    private static QueuePump Pump(IServiceProvider services, WorkQueue queue, Func<string, Task> step) => new(
        queue, step, services.GetRequiredService<WatchWork>(), services.GetRequiredService<QueueSettings>(), services.GetRequiredService<ILogger<QueuePump>>());

    /// <summary>The section <c>Work</c> of the configuration, such as <c>Work__ComesAgainAfter=00:00:05</c>.</summary>
    private static QueueSettings Settings(IConfiguration configuration)
    {
        var usual = new QueueSettings();
        var section = configuration.GetSection("Work");
        return new()
        {
            BatchSize = section.GetValue(nameof(usual.BatchSize), usual.BatchSize),
            NewBatchThreshold = section.GetValue(nameof(usual.NewBatchThreshold), usual.NewBatchThreshold),
            ComesAgainAfter = Duration.FromTimeSpan(section.GetValue(nameof(usual.ComesAgainAfter), usual.ComesAgainAfter.ToTimeSpan())),
            MostTries = section.GetValue(nameof(usual.MostTries), usual.MostTries),
            LongestPause = Duration.FromTimeSpan(section.GetValue(nameof(usual.LongestPause), usual.LongestPause.ToTimeSpan())),
        };
    }

    /// <summary>To standard error, a line each: for people on a terminal, as JSON for programs; of the framework only what is wrong.</summary>
    private static void AddLogs(ILoggingBuilder logs, Surroundings surroundings)
    {
        logs.ClearProviders();
        logs.SetMinimumLevel(LogLevel.Information);
        logs.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        // Keys are protected by the storage they are in, and it says on every start that nothing else protects them.
        logs.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logs.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        // It would put the address asked for beside every line.
        logs.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (surroundings.IsTerminal)
        {
            logs.AddFilter("SlaMonitor", LogLevel.Warning);
            logs.AddSimpleConsole(console => console.SingleLine = true);
        }
        else logs.AddJsonConsole(console => (console.IncludeScopes, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", true));
        logs.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static async Task<ServeHost?> Started(IHost host, Surroundings surroundings)
    {
        try
        {
            await host.StartAsync();
            return new(host);
        }
        catch (Exception fault) when (fault is IOException or OptionsValidationException or InvalidOperationException)
        {
            surroundings.Error.WriteLine(fault.Message);
            host.Dispose();
            return null;
        }
    }
}
