using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>
/// Stands between the service and its storage: every request passes through it, so it knows what the service writes of a contract, and
/// can end the service at any of these writes, before storage hears of it or after storage has done it.
/// </summary>
internal sealed partial class WatchedStorage : IDisposable
{
    /// <summary>Those that say how a request travels, and are made anew on the way.</summary>
    private static readonly HashSet<string> OfTheWay = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect" };

    private readonly HttpClient _onward = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly List<HttpListener> _doors = [];
    private readonly Lock _lock = new();
    private readonly List<string> _writes = [];
    private readonly Dictionary<string, string> _messages = [];
    private string _about = "(nothing)";
    private (int At, bool StorageDoesIt, Func<Task> End)? _end;

    /// <param name="connectionString">Of the emulator.</param>
    public WatchedStorage(string connectionString) => ConnectionString = Endpoint().Replace(connectionString, at =>
        $"{at.Groups["service"].Value}Endpoint=http://127.0.0.1:{Open(at.Groups["service"].Value.ToLowerInvariant(), int.Parse(at.Groups["port"].ValueSpan))}/");

    /// <summary>What the service is given in place of the emulator's.</summary>
    public string ConnectionString { get; }

    /// <summary>What has been written of the contract so far, in order, such as <c>blob PUT raw</c>.</summary>
    public IReadOnlyList<string> Writes
    {
        get
        {
            lock (_lock) return [.. _writes];
        }
    }

    /// <summary>Begins to look at one contract alone, and forgets what it saw.</summary>
    public void LookAt(string contract)
    {
        lock (_lock)
        {
            _about = contract;
            _writes.Clear();
            _end = null;
        }
    }

    /// <summary>Ends the service, once, at a write of that contract.</summary>
    /// <param name="at">From 1.</param>
    /// <param name="storageDoesIt">Storage does what it was asked to first, and nobody hears of it.</param>
    public void EndAt(int at, bool storageDoesIt, Func<Task> end)
    {
        lock (_lock) _end = (at, storageDoesIt, end);
    }

    public void Dispose()
    {
        foreach (var door in _doors) door.Close();
        _onward.Dispose();
    }

    private int Open(string service, int onward)
    {
        var port = FreePort();
        var door = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" }, IgnoreWriteExceptions = true };
        door.Start();
        _doors.Add(door);
        _ = Task.Run(async () =>
        {
            while (true)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await door.GetContextAsync();
                }
                catch (Exception) when (!door.IsListening)
                {
                    return;
                }

                _ = Task.Run(() => Pass(asked, service, onward));
            }
        });
        return port;
    }

    private async Task Pass(HttpListenerContext asked, string service, int onward)
    {
        try
        {
            using var held = new MemoryStream();
            await asked.Request.InputStream.CopyToAsync(held);
            var body = held.ToArray();
            var end = Noted(asked.Request, service, body);
            if (end is { StorageDoesIt: false })
            {
                await end.Value.End();
                asked.Response.Abort();
                return;
            }

            using var answer = await _onward.SendAsync(Onward(asked.Request, body, onward));
            if (end is not null)
            {
                await end.Value.End();
                asked.Response.Abort();
                return;
            }

            var told = await answer.Content.ReadAsByteArrayAsync();
            if (service == "queue") Keep(Encoding.UTF8.GetString(told));
            await Answer(asked.Response, answer, told);
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpListenerException or IOException or ObjectDisposedException)
        {
            asked.Response.Abort();
        }
    }

    private (int At, bool StorageDoesIt, Func<Task> End)? Noted(HttpListenerRequest request, string service, byte[] body)
    {
        if (request.HttpMethod is "GET" or "HEAD") return null;
        lock (_lock)
        {
            if (!Concerns(request, service, body)) return null;
            _writes.Add(Named(request, service, body));
            if (_end is not { } end || end.At != _writes.Count) return null;
            _end = null;
            return end;
        }
    }

    /// <summary>To delete a message does not name its contract, so what messages said when they were received is kept.</summary>
    private void Keep(string received)
    {
        lock (_lock)
            foreach (Match message in Received().Matches(received)) _messages[message.Groups["id"].Value] = Unpacked(message.Groups["text"].Value);
    }

    private bool Concerns(HttpListenerRequest request, string service, byte[] body)
    {
        var (path, text) = (Uri.UnescapeDataString(request.Url!.AbsolutePath), Encoding.UTF8.GetString(body));
        if (service == "queue") text = request.HttpMethod == "DELETE" ? _messages.GetValueOrDefault(path.Split('/')[^1], "") : Unpacked(Message().Match(text).Groups[1].Value);
        return $"{path} {text}".Contains(_about, StringComparison.Ordinal);
    }

    private static string Unpacked(string message) => Encoding.UTF8.GetString(Convert.FromBase64String(message));

    /// <summary>Service, method, and which table, container or queue; without the account and what is new each time.</summary>
    private static string Named(HttpListenerRequest request, string service, byte[] body)
    {
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
        if (path == "$batch") path = TableInBatch().Match(Encoding.UTF8.GetString(body)).Groups[1].Value;
        return $"{service} {request.HttpMethod} {path.Split('(')[0]}";
    }

    private static HttpRequestMessage Onward(HttpListenerRequest asked, byte[] body, int port)
    {
        var onward = new HttpRequestMessage(new(asked.HttpMethod), $"http://127.0.0.1:{port}{asked.RawUrl}") { Content = new ByteArrayContent(body) };
        foreach (var name in asked.Headers.AllKeys.OfType<string>().Where(n => !OfTheWay.Contains(n)))
            if (!onward.Headers.TryAddWithoutValidation(name, asked.Headers[name])) onward.Content.Headers.TryAddWithoutValidation(name, asked.Headers[name]);
        return onward;
    }

    private static async Task Answer(HttpListenerResponse response, HttpResponseMessage answer, byte[] body)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !OfTheWay.Contains(h.Key)))
            foreach (var value in values) response.AppendHeader(name, value);
        if (response.StatusCode is not (204 or 304))
        {
            response.ContentLength64 = body.Length;
            await response.OutputStream.WriteAsync(body);
        }

        response.Close();
    }

    private static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(?<service>Blob|Queue|Table)Endpoint=http://127\.0\.0\.1:(?<port>\d+)/")]
    private static partial Regex Endpoint();

    [GeneratedRegex("<MessageText>([^<]*)</MessageText>")]
    private static partial Regex Message();

    [GeneratedRegex("<MessageId>(?<id>[^<]*)</MessageId>.*?<MessageText>(?<text>[^<]*)</MessageText>", RegexOptions.Singleline)]
    private static partial Regex Received();

    [GeneratedRegex(@"(?:POST|PUT|PATCH|MERGE|DELETE) http://[^/]+/[^/]+/(\w+)")]
    private static partial Regex TableInBatch();
}
