namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Measures the answers of storage.</summary>
internal sealed class MeasuringWire() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The bytes of the longest answer.</summary>
    public long Longest { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var answer = await base.SendAsync(request, cancellation);
        await answer.Content.LoadIntoBufferAsync(cancellation);
        Longest = Math.Max(Longest, (await answer.Content.ReadAsByteArrayAsync(cancellation)).Length);
        return answer;
    }
}
