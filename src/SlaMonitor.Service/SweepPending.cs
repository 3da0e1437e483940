using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that finds what was begun and never announced: its message is sent again. It may come twice and do no harm.</summary>
public sealed class SweepPending(Stores stores, IClock clock)
{
    /// <summary>Longer than any request may take, so that nothing is swept that is still on its way.</summary>
    public static readonly Duration After = Duration.FromMinutes(2);

    /// <returns>What was found, the oldest first.</returns>
    public async Task<IReadOnlyList<PendingWork>> Run()
    {
        var pending = await stores.Index.Pending(clock.GetCurrentInstant() - After);
        foreach (var work in pending) await stores.Assess.Send(new(work.Contract, work.Key, null));
        return pending;
    }
}
