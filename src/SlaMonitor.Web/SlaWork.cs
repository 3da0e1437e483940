using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web;

/// <summary>What a worker needs, whether it serves people as well or not: the steps that queues and the clock set going.</summary>
public static class SlaWork
{
    /// <summary>Needs <see cref="NodaTime.IClock"/>, which the host registers.</summary>
    public static IServiceCollection AddSlaWork(this IServiceCollection services, StorageAccount account)
    {
        services.TryAddSingleton(account);
        services.TryAddSingleton(new Stores(account));
        services.TryAddSingleton(HolidayBasis.Adopted);
        services.TryAddSingleton<ReadTerms>();
        services.TryAddSingleton<AssessContract>();
        services.TryAddSingleton<AnnounceAlerts>();
        services.TryAddSingleton<DoWork>();
        services.TryAddSingleton<SweepPending>();
        services.TryAddSingleton<WatchWork>();
        services.TryAddSingleton<DailyRun>();
        return services;
    }
}
