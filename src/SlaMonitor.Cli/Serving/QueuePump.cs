using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Serving;

/// <summary>
/// Works one queue off as a queue trigger of Azure Functions does: several messages at a time, each given back to come again where its
/// work fails, and put aside after so many tries. What this process itself sends is seen at once. On the way out it takes no more
/// and finishes what it has in hand.
/// </summary>
internal sealed class QueuePump(WorkQueue queue, Func<string, Task> step, WatchWork watch, QueueSettings settings, ILogger<QueuePump> log) : BackgroundService
{
    private static readonly Duration ShortestPause = Duration.FromMilliseconds(50);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private bool _isAway;

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var inHand = new List<Task>();
        var pause = ShortestPause;
        queue.Sent += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            inHand.RemoveAll(work => work.IsCompleted);
            if (inHand.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(inHand);
                continue;
            }

            var received = await Receive();
            inHand.AddRange(received.Select(Handle));
            pause = received.Count > 0 ? ShortestPause : await Pause(pause, stoppingToken);
        }

        queue.Sent -= Wake;
        await Task.WhenAll(inHand);
    }

    private async Task<IReadOnlyList<ReceivedMessage>> Receive()
    {
        try
        {
            var received = await queue.Receive(settings.BatchSize, settings.ComesAgainAfter);
            if (_isAway) Log.CanRead(log, queue.Name);
            _isAway = false;
            return received;
        }
        catch (Exception failure)
        {
            // Once is enough, however long storage stays away.
            if (!_isAway) Log.CannotRead(log, failure, queue.Name);
            _isAway = true;
            return [];
        }
    }

    /// <returns>The pause to make after this one; the shortest where it was cut short.</returns>
    private async Task<Duration> Pause(Duration pause, CancellationToken stopping)
    {
        try
        {
            return await _wake.WaitAsync(pause.ToTimeSpan(), stopping) ? ShortestPause : Duration.Min(pause * 2, settings.LongestPause);
        }
        catch (OperationCanceledException)
        {
            return pause;
        }
    }

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0) _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in the same moment.
        }
    }

    private async Task Handle(ReceivedMessage message)
    {
        try
        {
            // What kills its worker fails as well, and nobody is left to say so.
            if (message.Tries > settings.MostTries) await PutAside(message);
            else await queue.Delete(await Done(message));
        }
        catch (Exception failure)
        {
            Log.ComesAgain(log, failure, queue.Name, message.Id, message.Tries);
        }
    }

    /// <returns>The message, to be deleted.</returns>
    private async Task<ReceivedMessage> Done(ReceivedMessage message)
    {
        var work = step(message.Text);
        while (await Task.WhenAny(work, Task.Delay(settings.ComesAgainAfter.ToTimeSpan() / 2)) != work) message = await queue.Keep(message, settings.ComesAgainAfter);
        try
        {
            await work;
        }
        catch (Exception) when (message.Tries >= settings.MostTries)
        {
            await PutAside(message);
        }

        return message;
    }

    private async Task PutAside(ReceivedMessage message)
    {
        await queue.Poison(message);
        Log.SetAside(log, queue.Name, message.Id);
        await watch.Run();
    }
}
