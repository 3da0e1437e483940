using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that finds what was begun and never announced: its message is sent again. It may come twice and do no harm.</summary>
public sealed class SweepPending(Stores stores, IClock clock)
{
    /// <summary>Longer than any request may take, so that nothing is swept that is still on its way.</summary>
    public static readonly Duration After = Duration.FromMinutes(2);

    /// <summary>Ten times two minutes doubled are more than a day.</summary>
    private const int MostDoubled = 9;

    /// <returns>All that is pending for so long, the oldest first.</returns>
    public async Task<IReadOnlyList<PendingWork>> Run()
    {
        var now = clock.GetCurrentInstant();
        var pending = await stores.Index.Pending(now - After);
        foreach (var work in pending.Where(w => now - w.Since >= Wait(w)))
        {
            await stores.Assess.Send(new(work.Contract, work.Key, null));
            await stores.Index.Swept(work);
        }

        return pending;
    }

    /// <summary>After 2 minutes, 4, 8 and so on, every 17 hours at last: what fails again and again must not fill the queues.</summary>
    private static Duration Wait(PendingWork work) =>
        work.Sweeps <= MostDoubled ? After * (1 << work.Sweeps) : After * (1 << MostDoubled) * (work.Sweeps - MostDoubled + 1);
}
