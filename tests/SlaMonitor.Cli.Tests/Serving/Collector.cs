using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>Takes what OpenTelemetry sends over HTTP, as it is.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = Take();
    }

    public string Address { get; }

    /// <summary>Everything that came so far of <c>traces</c>, <c>metrics</c> or <c>logs</c>, one byte a character.</summary>
    public string Taken(string what) =>
        string.Concat(_taken.Where(t => t.Path == $"/v1/{what}").Select(t => System.Text.Encoding.Latin1.GetString(t.Body)));

    public void Dispose() => _listener.Close();

    private async Task Take()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            _taken.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
            context.Response.Close();
        }
    }
}
