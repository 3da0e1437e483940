using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
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
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation(options => options.Filter = context =>
                !context.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/readyz", StringComparison.Ordinal)))
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
}
