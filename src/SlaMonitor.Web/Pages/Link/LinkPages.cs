using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Returns;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Pages.Link;

/// <summary>An upload link in a browser. Opening it only asks to go on, since programs that look at mail open links as well; going on begins
/// a session that is good for its contract and Service Period, and ends with it.</summary>
internal static class LinkPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/link/{token}", Ask).Open();
        pages.MapPost("/link/{token}", Begin).Open();
    }

    private static async Task<IResult> Ask(string token, IUploadLinks links, IClock clock, CancellationToken cancellation) =>
        new Shown<LinkPage>(new LinkModel(token, await Find(token, links, clock, cancellation) is { } link ? link.Period : null));

    private static async Task<IResult> Begin(string token, HttpContext context, IUploadLinks links, IClock clock, CancellationToken cancellation)
    {
        if (await Find(token, links, clock, cancellation) is not { } link) return KnownProblems.NotFound;
        await context.SignInAsync(Schemes.Cookie, Caller.By(link).Principal(Schemes.Cookie));
        return new SeeOther(ReturnTasks.Address(link.Contract, link.Period));
    }

    /// <summary>An unknown link and an expired one get the same answer.</summary>
    private static async ValueTask<UploadLink?> Find(string token, IUploadLinks links, IClock clock, CancellationToken cancellation) =>
        LinkToken.IsPossible(token) && await links.Find(LinkToken.HashOf(token), cancellation) is { } link && clock.GetCurrentInstant() < link.Expires ? link : null;
}

/// <param name="Period">Null where the link is not good (any more).</param>
public sealed record LinkModel(string Token, YearMonth? Period);
