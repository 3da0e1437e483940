using Azure;
using NodaTime;

namespace SlaMonitor.Service.Storage;

/// <summary>Whether storage answers, and whether its operator has to look at something. Whatever is put aside or late, the service
/// goes on taking returns; so only storage decides whether it is ready.</summary>
public sealed class StorageReadiness(Stores stores, IClock clock) : IReadiness
{
    public async ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        return await Task.WhenAll(
            Check("queues", async () => await stores.Assess.PoisonCount() > 0 || await stores.Alerts.PoisonCount() > 0),
            Check("operator alerts", async () => (await stores.Operator.Standing()).Count > 0),
            Check("daily run", async () => await stores.Index.LastDaily(today) is null));
    }

    private static async Task<ReadinessCheck> Check(string name, Func<Task<bool>> isDegraded)
    {
        try
        {
            return new(name, true, await isDegraded());
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException or HttpRequestException)
        {
            return new(name, false);
        }
    }
}
