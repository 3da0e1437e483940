using System.Text.Json;
using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>A request as it went over the wire.</summary>
/// <param name="Service"><c>table</c>, <c>blob</c> or <c>queue</c>.</param>
/// <param name="Path">Without the account.</param>
internal sealed record RecordedRequest(string Method, string Service, string Path, string Query, byte[] Body);

/// <summary>Every request of one contract: put into force and assessed, then each of its returns by itself, in order.</summary>
/// <param name="Returns">By month; ten requests each.</param>
internal sealed record Recording(IReadOnlyList<RecordedRequest> Setup, IReadOnlyList<IReadOnlyList<RecordedRequest>> Returns)
{
    /// <summary>The contract that was recorded; a replay puts another's code in its place.</summary>
    public const string Code = "recorded";

    public static async Task<Recording> Of(string connection, LoadContract contract, IClock clock)
    {
        using var wire = new RecordingWire(connection);
        var account = StorageAccount.Emulated(connection, new(), new(), wire);
        await account.EnsureCreated();
        var later = new LaterClock(clock);
        var steps = new Steps(account, contract, later);
        wire.Forget();
        await steps.PutIntoForce(Code);
        await steps.Work();
        var setup = wire.Kept;
        var returns = new List<IReadOnlyList<RecordedRequest>>();
        foreach (var month in contract.Periods)
        {
            wire.Forget();
            later.AdvanceMinute();
            await steps.Send(Code, month);
            await steps.Assess();
            var made = wire.Kept;
            if (made.Count != 10)
                throw new InvalidOperationException($"A return made {made.Count} requests:\n{string.Join('\n', made.Select(r => $"{r.Method} {r.Service} {r.Path}"))}");
            returns.Add(made);
        }

        return new(setup, returns);
    }

    public static Recording Read(string file) => JsonSerializer.Deserialize<Recording>(File.ReadAllBytes(file))!;

    public void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>What comes twice within ten seconds is looked at once more, which would be recorded too.</summary>
    private sealed class LaterClock(IClock clock) : IClock
    {
        private Duration _by = Duration.Zero;

        public void AdvanceMinute() => _by += Duration.FromMinutes(1);

        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + _by;
    }

    private sealed class RecordingWire(string connection) : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly Dictionary<int, string> _services = connection.Split(';')
            .Select(part => part.Split('=', 2)).Where(part => part[0].EndsWith("Endpoint", StringComparison.Ordinal))
            .ToDictionary(part => new Uri(part[1]).Port, part => part[0].Replace("Endpoint", "", StringComparison.Ordinal).ToLowerInvariant());

        private readonly List<RecordedRequest> _kept = [];

        public IReadOnlyList<RecordedRequest> Kept => [.. _kept];

        public void Forget() => _kept.Clear();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var body = Array.Empty<byte>();
            if (request.Content is { } content)
            {
                await content.LoadIntoBufferAsync(cancellation);
                body = await content.ReadAsByteArrayAsync(cancellation);
            }

            var uri = request.RequestUri!;
            _kept.Add(new(request.Method.Method, _services[uri.Port], Uri.UnescapeDataString(uri.AbsolutePath.Split('/', 3)[2]), uri.Query, body));
            return await base.SendAsync(request, cancellation);
        }
    }
}
