namespace SlaMonitor.Service.Notices.Webhooks;

/// <summary>What webhooks are signed with, and where they may go.</summary>
public sealed class WebhookOptions
{
    public const int LeastSecretBytes = 24;

    /// <summary>Shared with the receivers: <c>whsec_</c> and at least 24 bytes in base64. While it is changed there are two, the new one
    /// first, and what is sent carries a signature by each.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>The only hosts that anything is sent to, so that an address entered by hand cannot reach into the network.</summary>
    public string[] Hosts { get; set; } = [];

    internal IEnumerable<string> Faults()
    {
        if (Secrets.Length is 0 or > 2) yield return "Notices:Webhook:Secrets must be one, or two while it is changed.";
        if (Secrets.Any(s => KeyOf(s) is not { Length: >= LeastSecretBytes })) yield return $"Notices:Webhook:Secrets must be 'whsec_' and at least {LeastSecretBytes} bytes in base64.";
        if (Hosts.Length == 0 || Hosts.Any(h => Uri.CheckHostName(h) == UriHostNameType.Unknown)) yield return "Notices:Webhook:Hosts must name the hosts that webhooks may go to.";
    }

    internal IEnumerable<byte[]> Keys => Secrets.Select(s => KeyOf(s)!);

    private static byte[]? KeyOf(string secret)
    {
        const string prefix = "whsec_";
        if (!secret.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[prefix.Length..], bytes, out var count) ? bytes[..count] : null;
    }
}
