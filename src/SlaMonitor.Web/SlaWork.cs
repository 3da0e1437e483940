using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Digests;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web;

/// <summary>What a worker needs, whether it serves people as well or not: all steps, with those that queues and the clock set going.</summary>
public static class SlaWork
{
    /// <summary>Needs <see cref="IClock"/>, which the host registers, and logging.</summary>
    /// <param name="configuration">Its section <c>Notices</c> is <see cref="NoticeOptions"/>, checked on start; from <c>Web:PublicAddress</c> comes where a message
    /// links to.</param>
    public static IServiceCollection AddSlaWork(this IServiceCollection services, StorageAccount account, IConfiguration configuration)
    {
        var notices = configuration.GetSection(NoticeOptions.Section).Get<NoticeOptions>() ?? new();
        notices.Site = configuration.GetSection(SlaWebOptions.Section).Get<SlaWebOptions>()?.PublicAddress;
        if (notices.Digest is { } digest && notices.Faults().Count == 0) services.AddSingleton(new DigestLinks(digest));
        return services
            .AddSlaSteps(account)
            .AddSingleton(s => notices.Channels(s.GetRequiredService<IClock>()))
            .AddHostedService<ChannelsCheck>()
            .AddSingleton<DeliverAlerts>()
            .AddSingleton<DoWork>()
            .AddSingleton<WatchWork>()
            .AddSingleton<DailyRun>();
    }

    /// <summary>Has a wrong setting end the start, and not the first alert.</summary>
    private sealed class ChannelsCheck(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<NoticeChannels>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
