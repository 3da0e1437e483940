using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Service.Notices.Digests;

/// <summary>The link by which whoever has a digest ends it, without an account: signed for one recipient of one contract, good for that alone, and
/// kept nowhere.</summary>
public sealed class DigestLinks(DigestOptions options)
{
    public const string Path = "/digests/unsubscribe";

    public Uri Of(string contract, string recipient) => new(
        options.Address!, $"{Path}?contract={Uri.EscapeDataString(contract)}&recipient={Uri.EscapeDataString(recipient)}&signature={Signature(contract, recipient)}");

    public bool IsGood(string contract, string recipient, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Signature(contract, recipient)), Encoding.UTF8.GetBytes(signature));

    private string Signature(string contract, string recipient) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(options.Key!, Encoding.UTF8.GetBytes($"end digest\n{contract}\n{recipient}")));
}
