using Azure;
using NodaTime;

namespace SlaMonitor.Service.Storage;

/// <summary>Whether storage answers, work is done, and the daily run ran.</summary>
public sealed class StorageReadiness(Stores stores, IClock clock) : IReadiness
{
    /// <summary>Work that waits longer than this is stuck.</summary>
    public static readonly Duration Stuck = Duration.FromMinutes(5);

    public async ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return
        [
            await Check("queues", async () => await stores.Assess.PoisonCount() == 0),
            await Check("work", async () => (await stores.Index.Pending(now - Stuck)).Count == 0),
            await Check("daily run", async () => await stores.Index.Daily(now.InUtc().Date) is not null || await stores.Index.Daily(now.InUtc().Date.PlusDays(-1)) is not null),
        ];
    }

    private static async Task<ReadinessCheck> Check(string name, Func<Task<bool>> isReady)
    {
        try
        {
            return new(name, await isReady());
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException or HttpRequestException)
        {
            return new(name, false);
        }
    }
}
