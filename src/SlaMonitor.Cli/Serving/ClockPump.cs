using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Service;

namespace SlaMonitor.Cli.Serving;

/// <summary>What the timers of Azure Functions do: every minute what was begun and not announced is swept up and the work is looked
/// after; once a day of UTC the daily run runs. Several workers may do so at once, since doing it twice changes nothing.</summary>
internal sealed class ClockPump(SweepPending sweep, WatchWork watch, DailyRun daily, IClock clock, ILogger<ClockPump> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LocalDate? ran = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var today = clock.GetCurrentInstant().InUtc().Date;
            if (ran != today && await Done(nameof(DailyRun), daily.Run)) ran = today;
            await Done(nameof(SweepPending), sweep.Run);
            await Done(nameof(WatchWork), watch.Run);
            try
            {
                await Task.Delay(Every, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> Done(string step, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure)
        {
            Log.ClockStepFailed(log, failure, step);
            return false;
        }
    }
}
