using NodaTime;

namespace SlaMonitor.Web.Access;

/// <summary>Whether a token is good now, by the service's clock.</summary>
internal static class TokenLifetime
{
    /// <summary>How far the issuer's clock and ours may be apart.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(2);

    /// <param name="from">In UTC; null where the token may be used from any time on.</param>
    /// <param name="until">In UTC; a token without an end is not good.</param>
    public static bool Holds(DateTime? from, DateTime? until, Instant now) =>
        until is { } end && now - Skew < At(end) && (from is not { } start || At(start) <= now + Skew);

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
