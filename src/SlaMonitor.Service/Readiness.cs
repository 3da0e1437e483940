namespace SlaMonitor.Service;

/// <summary>One thing the service cannot work without, and whether it answers.</summary>
/// <param name="Name">Such as <c>storage</c> or <c>daily run</c>; never an address.</param>
/// <param name="IsDegraded">It does its work, and somebody has to look at it.</param>
public sealed record ReadinessCheck(string Name, bool IsReady, bool IsDegraded = false);

/// <summary>Whether the service can do its work now.</summary>
public interface IReadiness
{
    /// <summary>Every check, whether it passed or not. Does not throw because of what it checks.</summary>
    ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation);
}
