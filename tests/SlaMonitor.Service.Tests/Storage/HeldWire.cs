namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Holds one request back until it is let go, as a slow network does.</summary>
/// <param name="at">Which, from 1.</param>
internal sealed class HeldWire(int at) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    /// <summary>Done when the request has come to be held.</summary>
    public Task Reached => _reached.Task;

    public void LetGo() => _letGo.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _count) == at)
        {
            _reached.SetResult();
            await _letGo.Task;
        }

        return await base.SendAsync(request, cancellation);
    }
}
