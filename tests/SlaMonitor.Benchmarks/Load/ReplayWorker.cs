using Azure.Storage.Queues.Models;
using SlaMonitor.Service;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>A process that works the replay's queue off with as many messages in hand as the service's worker; it ends with its standard
/// input.</summary>
internal static class ReplayWorker
{
    public static async Task Run(string recording, string connection)
    {
        var (replay, settings) = (new Replay(Recording.Read(recording), connection), new QueueSettings());
        var end = Task.Run(Console.In.ReadToEnd);
        var inHand = new List<Task>();
        Console.WriteLine("Works.");
        while (!end.IsCompleted)
        {
            foreach (var done in inHand.Where(work => work.IsCompleted)) await done;
            inHand.RemoveAll(work => work.IsCompleted);
            if (inHand.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(inHand);
                continue;
            }

            var received = (await replay.Queue.ReceiveMessagesAsync(settings.BatchSize, settings.ComesAgainAfter.ToTimeSpan())).Value;
            inHand.AddRange(received.Select(message => Handle(replay, message)));
            if (received.Length == 0) await Task.Delay(50);
        }
    }

    private static async Task Handle(Replay replay, QueueMessage message)
    {
        await replay.Work(message.Body.ToString());
        await replay.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
