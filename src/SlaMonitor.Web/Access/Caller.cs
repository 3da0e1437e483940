using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using SlaMonitor.Service.Access;

namespace SlaMonitor.Web.Access;

/// <summary>Who asks, however they signed in.</summary>
/// <param name="Id">Opaque and stable: <c>{tid}/{oid}</c> of a person, <c>{tid}/{azp}</c> of a program, <c>link/{hash}</c> of an
/// upload link. Never a name or an address, so that it may stand in logs and in the audit trail.</param>
/// <param name="Link">The upload link they came by; they have no role then.</param>
public sealed record Caller(string Id, IReadOnlyList<AppRole> Roles, UploadLink? Link = null)
{
    private const string IdClaim = "sla/id", RoleClaim = "sla/role", LinkClaim = "sla/link";

    public static Caller By(UploadLink link) => new($"link/{link.Hash}", [], link);

    public bool May(Permission permission) =>
        Link is not null ? permission == Permission.SubmitReturn : Roles.Any(role => RolePermissions.Has(role, permission));

    public bool CameByCookie { get; private init; }

    /// <summary>Who makes this request; null where nobody has signed in.</summary>
    public static Caller? Of(HttpContext context) => Of(context.User);

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static Caller? Of(ClaimsPrincipal principal) => principal is { Identity.IsAuthenticated: true } && principal.FindFirst(IdClaim) is { } id
        ? new(id.Value, [.. Enum.GetValues<AppRole>().Where(role => principal.HasClaim(RoleClaim, role.ToString()))], LinkIn(principal))
        {
            CameByCookie = principal.Identity.AuthenticationType == Schemes.Cookie,
        }
        : null;

    /// <summary>What the rest of a request, and a session's cookie, know of whoever signed in: this and nothing else of the token.</summary>
    /// <param name="scheme">Of <see cref="Schemes"/>.</param>
    public ClaimsPrincipal Principal(string scheme) => new(new ClaimsIdentity(Claims(), scheme));

    private IEnumerable<Claim> Claims()
    {
        yield return new(IdClaim, Id);
        foreach (var role in Roles) yield return new(RoleClaim, role.ToString());
        if (Link is not null)
            foreach (var part in (string[])[Link.Contract, YearMonthPattern.Iso.Format(Link.Period), InstantPattern.ExtendedIso.Format(Link.Expires), Link.Hash])
                yield return new(LinkClaim, part);
    }

    private static UploadLink? LinkIn(ClaimsPrincipal principal) => principal.FindAll(LinkClaim).Select(c => c.Value).ToArray() switch
    {
        [var contract, var period, var expires, var hash] => new(contract, YearMonthPattern.Iso.Parse(period).Value, InstantPattern.ExtendedIso.Parse(expires).Value, hash),
        _ => null,
    };
}
