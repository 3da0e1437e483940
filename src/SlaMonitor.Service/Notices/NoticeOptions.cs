using NodaTime;
using SlaMonitor.Service.Notices.Digests;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Notices.Teams;
using SlaMonitor.Service.Notices.Webhooks;

namespace SlaMonitor.Service.Notices;

/// <summary>The section <c>Notices</c> of the configuration; environment variables are <c>Notices__Smtp__Host</c> and so on. What is absent
/// is not set up: alerts by that way are on screen only, and readiness says so.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    public SmtpOptions? Smtp { get; set; }

    public WebhookOptions? Webhook { get; set; }

    public TeamsOptions? Teams { get; set; }

    public DigestOptions? Digest { get; set; }

    /// <summary>Where people reach the service, which a host sets from <c>Web:PublicAddress</c>, so that it is said once. Absent, no message has a
    /// link to its page.</summary>
    public Uri? Site { get; set; }

    /// <summary>Every fault at once, to be told when the host starts; none of them repeats a secret.</summary>
    public IReadOnlyList<string> Faults() => [.. Smtp?.Faults() ?? [], .. Webhook?.Faults() ?? [], .. Teams?.Faults() ?? [], .. Digest?.Faults() ?? []];

    /// <summary>The ways that are set up.</summary>
    /// <exception cref="InvalidOperationException">There are faults.</exception>
    public NoticeChannels Channels(IClock clock)
    {
        if (Faults() is { Count: > 0 } faults) throw new InvalidOperationException(string.Join(' ', faults));
        var channels = new List<INoticeChannel>();
        if (Smtp is { } smtp) channels.Add(new SmtpMail(smtp, clock, Digest is { } digest ? new(digest) : null));
        if (Webhook is { } webhook) channels.Add(new SignedWebhook(webhook, clock));
        if (Teams is { } teams) channels.Add(new TeamsWorkflow(teams));
        return new(channels) { Site = Site };
    }
}
