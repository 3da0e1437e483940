using System.Security.Claims;

namespace SlaMonitor.Web.Access;

/// <summary>Reads the claims of an Entra ID token whose signature, issuer, audience and lifetime have been found good.</summary>
/// <remarks>Claims: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference.</remarks>
internal static class TokenClaims
{
    /// <summary>A program that calls for itself, or for a person who let it (then <c>scp</c> is there, and it is the person who asks).
    /// Null where the token says neither: an ID token, shown to a program, is no access token.</summary>
    public static Caller? OfAccessToken(ClaimsPrincipal token) =>
        token.FindFirst("scp") is not null ? Of(token, Identifier(token, "oid"))
        : Of(token, Identifier(token, "azp") ?? Identifier(token, "appid"));

    /// <summary>A person; a guest of the tenant has an object there like everybody else.</summary>
    public static Caller? OfIdToken(ClaimsPrincipal token) => Of(token, Identifier(token, "oid"));

    private static Caller? Of(ClaimsPrincipal token, string? subject) =>
        Identifier(token, "tid") is { } tenant && subject is not null ? new($"{tenant}/{subject}", RolesOf(token)) : null;

    /// <summary>Roles of other names than ours mean nothing here; numbers are no names.</summary>
    private static AppRole[] RolesOf(ClaimsPrincipal token) =>
        [.. Enum.GetValues<AppRole>().Where(role => token.HasClaim("roles", role.ToString()))];

    /// <summary>Tenants, objects and applications all have GUIDs; written in one way they can be compared and are safe as keys.</summary>
    private static string? Identifier(ClaimsPrincipal token, string claim) =>
        Guid.TryParseExact(token.FindFirst(claim)?.Value, "D", out var guid) ? guid.ToString("D") : null;
}
