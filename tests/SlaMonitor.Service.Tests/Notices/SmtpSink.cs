using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>A message as the server took it.</summary>
/// <param name="Raw">Headers and body, dots unstuffed, lines ended by LF.</param>
internal sealed record SunkMail(string From, IReadOnlyList<string> To, string Raw, bool WasEncrypted, string? User)
{
    /// <summary>A header's value, unfolded.</summary>
    public string Header(string name) => Raw.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal)
        .Split('\n').First(l => l.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    /// <summary>The plain text, as its reader sees it.</summary>
    public string Text => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Raw))).TextBody!;
}

/// <summary>A real SMTP server on loopback that keeps what it takes: EHLO, STARTTLS, AUTH PLAIN, MAIL, RCPT, DATA, RSET, NOOP, QUIT.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly List<SunkMail> _mails = [];
    private readonly CancellationTokenSource _closing = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    private SmtpSink()
    {
    }

    /// <param name="certificate">What it presents after STARTTLS; null where it offers none.</param>
    public static SmtpSink Open(X509Certificate2? certificate = null)
    {
        var sink = new SmtpSink { Certificate = certificate };
        sink._listener.Start();
        sink.Port = ((IPEndPoint)sink._listener.LocalEndpoint).Port;
        _ = sink.Serve(sink._listener);
        return sink;
    }

    public int Port { get; private set; }

    public IReadOnlyList<SunkMail> Mails
    {
        get
        {
            lock (_mails) return [.. _mails];
        }
    }

    public X509Certificate2? Certificate { get; private init; }

    /// <summary>The answer to RCPT by address; 250 as a rule.</summary>
    public Func<string, string> OnRecipient { get; set; } = _ => "250 ok";

    /// <summary>What happens when a message has been taken and before the sender hears of it.</summary>
    public Action OnAccepted { get; set; } = () => { };

    /// <summary>The answer to the end of DATA.</summary>
    public string DataAnswer { get; set; } = "250 taken";

    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Nobody answers at the port any more.</summary>
    public void GoDown() => _listener.Stop();

    public void ComeBack()
    {
        _listener = new(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _ = Serve(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        Certificate?.Dispose();
        _closing.Dispose();
    }

    private async Task Serve(TcpListener listener)
    {
        try
        {
            while (true) _ = Talk(await listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Down.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var socket = client;
        Stream stream = client.GetStream();
        try
        {
            await Conversation(stream);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client left.
        }
    }

    private async Task Conversation(Stream stream)
    {
        var (encrypted, user, from) = (false, (string?)null, "");
        var to = new List<string>();
        await Say(stream, "220 sink");
        while (await Line(stream) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await Say(stream, "250-sink");
                    if (Certificate is not null && !encrypted) await Say(stream, "250-STARTTLS");
                    if (encrypted) await Say(stream, "250-AUTH PLAIN");
                    await Say(stream, "250 8BITMIME");
                    break;
                case "STARTTLS" when Certificate is not null:
                    await Say(stream, "220 go");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(Certificate);
                    (stream, encrypted) = (secure, true);
                    break;
                case "AUTH":
                    var parts = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
                    user = parts[2] == "right" ? parts[1] : null;
                    await Say(stream, user is null ? "535 no" : "235 yes");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await Say(stream, "250 ok");
                    break;
                case "RCPT":
                    var answer = OnRecipient(Address(line));
                    if (answer.StartsWith('2')) to.Add(Address(line));
                    await Say(stream, answer);
                    break;
                case "DATA":
                    await Say(stream, "354 go on");
                    var raw = await Data(stream);
                    if (DataAnswer.StartsWith('2'))
                    {
                        lock (_mails) _mails.Add(new(from, to, raw, encrypted, user));
                        OnAccepted();
                    }

                    await Say(stream, DataAnswer);
                    break;
                case "QUIT":
                    await Say(stream, "221 bye");
                    return;
                case "RSET" or "NOOP":
                    await Say(stream, "250 ok");
                    break;
                default:
                    await Say(stream, "502 not here");
                    break;
            }
        }
    }

    private static string Address(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    private static async Task<string> Data(Stream stream)
    {
        var text = new StringBuilder();
        while (await Line(stream) is { } line && line != ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        return text.ToString();
    }

    private static async Task Say(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));

    private static async Task<string?> Line(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
