using NodaTime;

namespace SlaMonitor.Service.Access;

/// <summary>Leave to send one return without an account.</summary>
/// <param name="Contract">The one contract's code.</param>
/// <param name="Period">The one Service Period.</param>
/// <param name="Expires">From this instant on the link is worth nothing.</param>
/// <param name="Hash">SHA-256 of its token, in lower-case hexadecimal. The token itself is kept nowhere.</param>
public sealed record UploadLink(string Contract, YearMonth Period, Instant Expires, string Hash);

/// <summary>The upload links there are.</summary>
public interface IUploadLinks
{
    /// <summary>The link whose token has this hash, expired or not; null where there is none, or it has been revoked or used up.</summary>
    ValueTask<UploadLink?> Find(string hash, CancellationToken cancellation);
}
