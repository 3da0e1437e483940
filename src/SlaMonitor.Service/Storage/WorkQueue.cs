using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NodaTime;

namespace SlaMonitor.Service.Storage;

/// <summary>"Look at this contract": keys and no data, so that it may come twice, late, or after its work is done.</summary>
/// <param name="Pending">The row that says it is to be done, see <see cref="PendingWork.Key"/>; null where there is none.</param>
/// <param name="Trace">The W3C traceparent of what asked for it.</param>
public sealed record WorkMessage(string Contract, string? Pending, string? Trace)
{
    public string ToText() => JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">The text is no message of ours.</exception>
    public static WorkMessage Parse(string text) => JsonSerializer.Deserialize<WorkMessage>(text) ?? throw new JsonException("No message.");
}

/// <summary>A message as it was received, to be deleted once its work is done.</summary>
/// <param name="Tries">How often it has been received, this time included.</param>
public sealed record ReceivedMessage(string Id, string PopReceipt, string Text, long Tries);

/// <summary>A queue of work, with the queue beside it for what failed too often.</summary>
public sealed class WorkQueue
{
    private readonly QueueClient _queue;
    private readonly QueueClient _poison;

    internal WorkQueue(StorageAccount account, string name, string step)
    {
        _queue = account.Queue(name);
        _poison = account.Queue(StorageNames.PoisonOf(name));
        (Name, Step) = (name, step);
    }

    public string Name { get; }

    /// <summary>What it is called on the command line, whatever its name in storage.</summary>
    public string Step { get; }

    /// <summary>Something was sent by this process, so that a worker within it need not wait for its next look.</summary>
    public event Action? Sent;

    /// <param name="after">How long nobody shall see it.</param>
    public async Task Send(WorkMessage message, Duration? after = null)
    {
        await _queue.SendMessageAsync(message.ToText(), after?.ToTimeSpan(), TimeSpan.FromSeconds(-1));
        if (after is null) Sent?.Invoke();
    }

    /// <summary>Up to 32 messages; each comes again after a while unless it is deleted.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> Receive(int most, Duration comesAgainAfter) =>
        [.. (await _queue.ReceiveMessagesAsync(most, comesAgainAfter.ToTimeSpan())).Value.Select(Received)];

    /// <summary>Keeps a message from coming again while its work goes on.</summary>
    /// <returns>With the receipt it is to be deleted by; as it was where somebody else has it meanwhile.</returns>
    public async Task<ReceivedMessage> Keep(ReceivedMessage message, Duration comesAgainAfter)
    {
        try
        {
            var kept = await _queue.UpdateMessageAsync(message.Id, message.PopReceipt, visibilityTimeout: comesAgainAfter.ToTimeSpan());
            return message with { PopReceipt = kept.Value.PopReceipt };
        }
        catch (Azure.RequestFailedException failed) when (failed.IsNotFound())
        {
            return message;
        }
    }

    /// <summary>A message that somebody else has meanwhile is theirs.</summary>
    public async Task Delete(ReceivedMessage message)
    {
        try
        {
            await _queue.DeleteMessageAsync(message.Id, message.PopReceipt);
        }
        catch (Azure.RequestFailedException failed) when (failed.IsNotFound())
        {
            // Its time ran out and it was received again: whoever has it now finds the work done and deletes it.
        }
    }

    /// <summary>Puts a message aside for good, until somebody looks at it.</summary>
    public async Task Poison(ReceivedMessage message)
    {
        await _poison.SendMessageAsync(message.Text, timeToLive: TimeSpan.FromSeconds(-1));
        await Delete(message);
    }

    /// <summary>How many wait or are in hand, about.</summary>
    public async Task<int> Count() => (await _queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>How many are put aside, about.</summary>
    public async Task<int> PoisonCount() => (await _poison.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>The texts of the first 32 that are put aside; they stay there.</summary>
    public async Task<IReadOnlyList<string>> PoisonTexts() => [.. (await _poison.PeekMessagesAsync(32)).Value.Select(m => m.Body.ToString())];

    /// <summary>Sends what was put aside once more. A message is deleted there after it was sent here: it may come twice, and no harm is
    /// done.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Redrive()
    {
        var count = 0;
        while ((await _poison.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value is { Length: > 0 } some)
        {
            foreach (var message in some)
            {
                await _queue.SendMessageAsync(message.Body.ToString(), timeToLive: TimeSpan.FromSeconds(-1));
                await _poison.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                count++;
            }
        }

        Sent?.Invoke();
        return count;
    }

    private static ReceivedMessage Received(QueueMessage message) => new(message.MessageId, message.PopReceipt, message.Body.ToString(), message.DequeueCount);
}
