namespace SlaMonitor.Service;

/// <summary>One thing the service cannot work without, and whether it answers.</summary>
/// <param name="Name">Such as <c>tables</c>, <c>blobs</c> or <c>queues</c>; never an address.</param>
public sealed record ReadinessCheck(string Name, bool IsReady);

/// <summary>Whether the service can do its work now.</summary>
public interface IReadiness
{
    /// <summary>Every check, whether it passed or not. Does not throw because of what it checks.</summary>
    ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation);
}
