using Azure;
using NodaTime;
using SlaMonitor.Service.Notices;

namespace SlaMonitor.Service.Storage;

/// <summary>Whether storage answers, and whether its operator has to look at something. Whatever is put aside or late, the service
/// goes on taking returns; so only storage decides whether it is ready.</summary>
/// <param name="channels">Null where this process delivers nothing. Without a mail server alerts are on screen only, and that is said.</param>
public sealed class StorageReadiness(Stores stores, IClock clock, NoticeChannels? channels = null) : IReadiness
{
    public async ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var storage = await Task.WhenAll(
            Check("queues", async () => await stores.Assess.PoisonCount() > 0 || await stores.Alerts.PoisonCount() > 0),
            Check("operator alerts", async () => (await stores.Operator.Standing()).Count > 0),
            Check("daily run", async () => await stores.Index.LastDaily(today) is null));
        return channels is null ? storage : [.. storage, new("alerts by mail", true, channels.By(NoticeWay.Mail) is null)];
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
