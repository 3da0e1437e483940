using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SlaMonitor.Service.Storage;

/// <summary>Counts every request to storage, because each costs money: as a metric, and in tests one by one.</summary>
public sealed class StorageRequests
{
    private static readonly Counter<long> Sent = Telemetry.Meter.CreateCounter<long>("sla.storage.requests", "{request}", "Requests to storage, by service and verb.");

    private readonly ConcurrentQueue<string>? _kept;

    /// <param name="keep">True to keep each request for <see cref="Kept"/>.</param>
    public StorageRequests(bool keep = false) => _kept = keep ? new() : null;

    /// <summary>The requests so far, such as <c>PUT blob raw/my-first/9f86...</c> or <c>POST table $batch</c>, in order; empty where
    /// none are kept.</summary>
    public IReadOnlyList<string> Kept => _kept is null ? [] : [.. _kept];

    public void Forget() => _kept?.Clear();

    /// <param name="service"><c>table</c>, <c>blob</c> or <c>queue</c>.</param>
    internal HttpPipelinePolicy Of(string service) => new Counting(this, service);

    /// <summary>The path without the account, which the emulator puts before it and Azure into the host name.</summary>
    private static string What(string service, RequestUriBuilder uri)
    {
        var path = Uri.UnescapeDataString(uri.Path ?? "").TrimStart('/');
        return (uri.Host ?? "").Contains($".{service}.", StringComparison.Ordinal) ? path : path[(path.IndexOf('/') + 1)..];
    }

    /// <summary>Every try counts, as every try is charged.</summary>
    private sealed class Counting(StorageRequests requests, string service) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            Sent.Add(1, new("service", service), new("verb", message.Request.Method.Method));
            requests._kept?.Enqueue($"{message.Request.Method} {service} {What(service, message.Request.Uri)}");
        }
    }
}
