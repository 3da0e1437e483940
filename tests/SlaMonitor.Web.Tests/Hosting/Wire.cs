using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>A connection to the service on which a test says byte for byte what goes over it, as no client of good manners would.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly SslStream _stream;

    private Wire(Socket socket, SslStream stream) => (_socket, _stream) = (socket, stream);

    public static async Task<Wire> To(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true), leaveInnerStreamOpen: false, Loopback.Trusts);
        await stream.AuthenticateAsClientAsync(address.Host);
        return new(socket, stream);
    }

    /// <param name="text">Line ends are made CR LF.</param>
    public async Task Send(string text)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));
        await _stream.FlushAsync();
    }

    /// <summary>All that comes until the service closes the connection; what it breaks off has come to its end too.</summary>
    public async Task<string> Answer()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = new MemoryStream();
        var some = new byte[4096];
        try
        {
            while (await _stream.ReadAsync(some, patience.Token) is > 0 and var count) answer.Write(some, 0, count);
        }
        catch (IOException)
        {
            // Closed in the midst of what was still being sent.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>As where a cable is pulled: without a farewell.</summary>
    public void Cut()
    {
        _socket.LingerState = new(enable: true, seconds: 0);
        _socket.Close();
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
