using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Service.Access;

namespace SlaMonitor.Web.Access;

/// <summary>Whoever was sent an upload link: <c>Authorization: Link &lt;token&gt;</c>. An unknown link and an expired one get the same answer.</summary>
internal sealed class UploadLinkHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IUploadLinks links, IClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AuthorizationHeader.Parameter(Request, Schemes.Link) is not { } token) return AuthenticateResult.NoResult();
        var link = LinkToken.IsPossible(token) ? await links.Find(LinkToken.HashOf(token), Context.RequestAborted) : null;
        return link is not null && clock.GetCurrentInstant() < link.Expires
            ? AuthenticateResult.Success(new(Caller.By(link).Principal(Schemes.Link), Schemes.Link))
            : AuthenticateResult.Fail("No such upload link, or its time has passed.");
    }
}
