using NodaTime;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Register;

/// <summary>What became of telling one officer of one alert.</summary>
public enum DeliveryState
{
    /// <summary>To be sent from <see cref="Delivery.NotBefore"/> on.</summary>
    Waiting,

    /// <summary>Accepted by the provider. That it was read nobody can know.</summary>
    Sent,

    /// <summary>Shown only: the officer asked for no more, or no such way is set up.</summary>
    OnScreen,

    /// <summary>When its time came the alert no longer stood, or the officer was no longer named.</summary>
    Withdrawn,

    /// <summary>The provider will never take it for this address.</summary>
    Refused,
}

/// <summary>One alert on its way to one officer: created once, sent at least once.</summary>
/// <param name="Alert">As it arose.</param>
/// <param name="Recipient">The officer's id; never an address.</param>
public sealed record Delivery(RegisteredAlert Alert, string Recipient)
{
    /// <summary>The name of this very telling, on which the Message-ID rests: the same event, arisen from the same assessment, to the same
    /// officer. An alert that was withdrawn and arises again does so from another assessment.</summary>
    public string Id => ContentHash.Of($"{Alert.Key}\n{Alert.Assessment}\n{Recipient}{(Turn == 0 ? "" : $"\n{Turn}")}")[..32];

    /// <summary>Whether it goes into a digest.</summary>
    public bool InDigest { get; init; }

    /// <summary>How often it was begun anew, see <see cref="UnansweredAlert.Turn"/>.</summary>
    public int Turn { get; init; }

    /// <summary>Why this officer is told, where it is not for their role alone; without names or addresses.</summary>
    public string? Because { get; init; }

    public DeliveryState State { get; init; } = DeliveryState.Waiting;

    public required Instant NotBefore { get; init; }

    /// <summary>Until then whoever set it may be sending this; null where nobody is.</summary>
    public Instant? ClaimedUntil { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Tries { get; init; }

    /// <summary>When it left <see cref="DeliveryState.Waiting"/>; null while it waits.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Why it is not sent, in a few words without names or addresses; null where there is nothing to say.</summary>
    public string? Why { get; init; }

    /// <summary>Of its row; null before it has one.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it should be looked at now.</summary>
    public bool IsDue(Instant now) => NotBefore <= now && (ClaimedUntil is not { } until || until <= now);

    /// <summary>When it should be looked at next.</summary>
    public Instant NextLook => ClaimedUntil is { } until && until > NotBefore ? until : NotBefore;
}
