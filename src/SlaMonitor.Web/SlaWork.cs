using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web;

/// <summary>What a worker needs, whether it serves people as well or not: all steps, with those that queues and the clock set going.</summary>
public static class SlaWork
{
    /// <summary>Needs <see cref="NodaTime.IClock"/>, which the host registers, and logging.</summary>
    public static IServiceCollection AddSlaWork(this IServiceCollection services, StorageAccount account) => services
        .AddSlaSteps(account)
        .AddSingleton(account)
        .AddSingleton<AnnounceAlerts>()
        .AddSingleton<DoWork>()
        .AddSingleton<WatchWork>()
        .AddSingleton<DailyRun>();
}
