using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SlaMonitor.Service.Storage;

/// <summary>Counts every request to storage, because each costs money: as a metric, and in tests one by one.</summary>
public sealed class StorageRequests : HttpPipelineSynchronousPolicy
{
    private static readonly Counter<long> Sent = Telemetry.Meter.CreateCounter<long>("sla.storage.requests", "{request}", "Requests to storage, by service and verb.");

    private readonly ConcurrentQueue<string>? _kept;

    /// <param name="keep">True to keep each request for <see cref="Kept"/>.</param>
    public StorageRequests(bool keep = false) => _kept = keep ? new() : null;

    /// <summary>The requests so far, such as <c>POST table $batch</c>, in order; empty where none are kept.</summary>
    public IReadOnlyList<string> Kept => _kept is null ? [] : [.. _kept];

    public void Forget() => _kept?.Clear();

    /// <summary>Every try counts, as every try is charged.</summary>
    public override void OnSendingRequest(HttpMessage message)
    {
        var (service, what) = Named(message.Request.Uri);
        Sent.Add(1, new("service", service), new("verb", message.Request.Method.Method));
        _kept?.Enqueue($"{message.Request.Method} {service} {what}");
    }

    /// <summary>The emulator tells its services apart by port, Azure by host name.</summary>
    private static (string Service, string What) Named(RequestUriBuilder uri)
    {
        var path = Uri.UnescapeDataString(uri.Path ?? "");
        var first = path.TrimStart('/');
        return (uri.Host ?? "") switch
        {
            var host when host.Contains(".table.", StringComparison.Ordinal) => ("table", first),
            var host when host.Contains(".blob.", StringComparison.Ordinal) => ("blob", first),
            var host when host.Contains(".queue.", StringComparison.Ordinal) => ("queue", first),
            _ => (Emulated(first), first.Contains('/') ? first[(first.IndexOf('/') + 1)..] : first),
        };
    }

    private static string Emulated(string path) =>
        path.EndsWith("/messages", StringComparison.Ordinal) || path.Contains("/messages/", StringComparison.Ordinal) ? "queue"
        : path.Contains('(') || path.EndsWith("$batch", StringComparison.Ordinal) ? "table"
        : "blob";
}
