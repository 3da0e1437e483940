namespace SlaMonitor.Service.Notices.Digests;

/// <summary>What the link that ends a digest is signed with, and where it leads. Absent, a digest says whom to ask.</summary>
public sealed class DigestOptions
{
    public const int LeastSecretBytes = 24;

    /// <summary>At least 24 bytes in base64. A new one makes the links of earlier digests worthless.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Where people reach the service, such as <c>https://sla.council.example</c>.</summary>
    public Uri? Address { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (Key is not { Length: >= LeastSecretBytes }) yield return $"Notices:Digest:Secret must be at least {LeastSecretBytes} bytes in base64.";
        if (Address is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)) yield return "Notices:Digest:Address must be an https address.";
    }

    internal byte[]? Key
    {
        get
        {
            var bytes = new byte[Secret.Length];
            return Convert.TryFromBase64String(Secret, bytes, out var count) ? bytes[..count] : null;
        }
    }
}
