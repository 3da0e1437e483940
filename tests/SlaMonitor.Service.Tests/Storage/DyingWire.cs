namespace SlaMonitor.Service.Tests.Storage;

/// <summary>How a process dies, or its network fails it, at one request.</summary>
public enum Death
{
    /// <summary>Before the request goes out.</summary>
    Before,

    /// <summary>After storage has done what it was asked to, before anybody hears of it.</summary>
    After,

    /// <summary>Nobody dies: the answer is lost, and the storage client sends the same again.</summary>
    AnswerLost,
}

/// <summary>The process is dead: what it would have done next it never does.</summary>
public sealed class DeadException() : Exception("Killed here.");

/// <summary>Carries requests to storage until one at which it all ends.</summary>
/// <param name="at">From 1; 0 for never.</param>
internal sealed class DyingWire(int at, Death how) : DelegatingHandler(Shared)
{
    private static readonly SocketsHttpHandler Shared = new();

    private int _count;
    private bool _dead;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (_dead) throw new DeadException();
        if (Interlocked.Increment(ref _count) != at) return await base.SendAsync(request, cancellation);
        if (how == Death.AnswerLost)
        {
            (await base.SendAsync(request, cancellation)).Dispose();
            throw new HttpRequestException("The answer was lost.");
        }

        if (how == Death.After) (await base.SendAsync(request, cancellation)).Dispose();
        _dead = true;
        throw new DeadException();
    }
}
