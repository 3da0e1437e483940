using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>A request as the receiver got it.</summary>
internal sealed record SunkRequest(string Id, string Timestamp, string Signature, string Body);

/// <summary>A real HTTP server on loopback that keeps what it is sent.</summary>
internal sealed class WebhookSink : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<SunkRequest> _requests = [];

    private WebhookSink(int port)
    {
        Url = $"http://127.0.0.1:{port}/alerts";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
    }

    public string Url { get; }

    public int Status { get; set; } = 204;

    /// <summary>Where it sends its callers on; null where it does not.</summary>
    public string? Location { get; set; }

    public IReadOnlyList<SunkRequest> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    public static WebhookSink Open()
    {
        var sink = new WebhookSink(FreePort());
        sink._listener.Start();
        _ = sink.Serve();
        return sink;
    }

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true) await Answer(await _listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        string Header(string name) => context.Request.Headers[name] ?? "";
        lock (_requests) _requests.Add(new(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), body));
        context.Response.StatusCode = Status;
        if (Location is { } there) context.Response.RedirectLocation = there;
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
