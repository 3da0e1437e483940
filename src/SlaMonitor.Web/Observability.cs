using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SlaMonitor.Service;

namespace SlaMonitor.Web;

/// <summary>Traces, metrics and logs to whoever is configured to take them, and to nobody else.</summary>
public static class Observability
{
    /// <summary>Of an OpenTelemetry collector; the other <c>OTEL_EXPORTER_OTLP_...</c> settings count as well.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Of Application Insights.</summary>
    public const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <param name="configuration">Where neither is set, nothing is registered and nothing is collected.</param>
    /// <param name="role">What this process is, such as <c>sla-serve</c>.</param>
    public static IServiceCollection AddSlaObservability(this IServiceCollection services, IConfiguration configuration, string role)
    {
        var toCollector = !string.IsNullOrEmpty(configuration[Collector]);
        var toAzure = !string.IsNullOrEmpty(configuration[AzureMonitor]);
        if (!toCollector && !toAzure) return services;

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(role, autoGenerateServiceInstanceId: true))
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation(Requests))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddMeter("Microsoft.AspNetCore.Hosting"))
            .WithLogging();
        if (toCollector) telemetry.UseOtlpExporter();
        if (toAzure)
        {
            telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter())
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter())
                .WithLogging(logs => logs.AddAzureMonitorLogExporter());
        }

        return services;
    }

    /// <summary>The route tells what was asked for; the address itself may hold a token, and who asked is told by the id in the log.</summary>
    private static void Requests(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = context => context.Request.Path != "/healthz" && context.Request.Path != "/readyz";
        options.EnrichWithHttpResponse = (activity, _) =>
        {
            foreach (var tag in (string[])["url.path", "url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"]) activity.SetTag(tag, null);
        };
    }
}
