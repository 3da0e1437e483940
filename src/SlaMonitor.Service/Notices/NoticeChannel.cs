namespace SlaMonitor.Service.Notices;

/// <summary>What a provider says to a notice. A closed set; none of them carries an address or a server's own words.</summary>
public abstract record NoticeAnswer
{
    private NoticeAnswer()
    {
    }

    /// <summary>The provider answers for it from now on.</summary>
    public sealed record Accepted : NoticeAnswer;

    /// <summary>It will never be taken for this address.</summary>
    public sealed record Refused(string Why) : NoticeAnswer;

    /// <summary>Not now; it may be taken later.</summary>
    public sealed record TryLater(string Why) : NoticeAnswer;
}

/// <summary>A way to reach people outside the service.</summary>
public interface INoticeChannel
{
    NoticeWay Way { get; }

    /// <summary>Sends one notice to one address within <see cref="NoticeLimits.Longest"/>. A provider that fails, in whatever manner, is an
    /// answer and no exception.</summary>
    Task<NoticeAnswer> Send(AlertNotice notice, string address);
}

/// <summary>A way by which several notices can be told as one.</summary>
public interface IDigestChannel : INoticeChannel
{
    /// <inheritdoc cref="INoticeChannel.Send"/>
    Task<NoticeAnswer> SendDigest(DigestNotice digest, string address);
}

/// <summary>How long and how often.</summary>
public static class NoticeLimits
{
    /// <summary>What one sending may take, from looking the server up to its answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
}

/// <summary>The ways that are set up. By any other an alert is shown on screen only.</summary>
public sealed class NoticeChannels(IEnumerable<INoticeChannel> channels)
{
    private readonly Dictionary<NoticeWay, INoticeChannel> _channels = channels.ToDictionary(c => c.Way);

    /// <summary>Where people reach the service, for links to its pages; null where that is not set up.</summary>
    public Uri? Site { get; init; }

    public static NoticeChannels None { get; } = new([]);

    public INoticeChannel? By(NoticeWay way) => _channels.GetValueOrDefault(way);
}
