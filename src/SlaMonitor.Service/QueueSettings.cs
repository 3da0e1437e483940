using NodaTime;

namespace SlaMonitor.Service;

/// <summary>How the queues are worked off, by every host alike: <c>host.json</c> says the same of Azure Functions.</summary>
public sealed record QueueSettings
{
    /// <summary>How many messages are received at once.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>The next are received once no more than so many are in hand; so up to <see cref="MostInHand"/> are worked on at a time.</summary>
    public int NewBatchThreshold { get; init; } = 4;

    public int MostInHand => BatchSize + NewBatchThreshold;

    /// <summary>When a message comes again whose work failed or whose worker died.</summary>
    public Duration ComesAgainAfter { get; init; } = Duration.FromSeconds(30);

    /// <summary>After so many a message is put aside.</summary>
    public int MostTries { get; init; } = 5;

    /// <summary>The longest pause between two looks at an empty queue.</summary>
    public Duration LongestPause { get; init; } = Duration.FromSeconds(1);
}
