using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Upload links: leave for somebody without an account to send one period's return. Whoever may send a return may let a colleague
/// send it; a link itself gives none.</summary>
internal static class LinksApi
{
    /// <param name="Token">The secret, shown this once: it is sent as <c>Authorization: Link TOKEN</c>.</param>
    /// <param name="Id">Names the link, for taking it back and in the audit trail: the SHA-256 of its token.</param>
    /// <param name="Expires">From then on it is worth nothing.</param>
    public sealed record LinkAnswer(string Token, string Id, string Contract, string Period, Instant Expires);

    public static void Map(IEndpointRouteBuilder returns)
    {
        returns.MapPost("/{period}/links", Give).Needs(Permission.SubmitReturn).CountsAsUpload()
            .WithName("giveLink").WithSummary("Give an upload link for a Service Period")
            .WithDescription($"Good for {GiveLink.UsualDays} days unless 'days' says otherwise, {GiveLink.MostDays} at most. "
                + "The token is shown once and kept nowhere; asked again, it is another link.")
            .Produces<LinkAnswer>(StatusCodes.Status201Created)
            .SaysHeader(StatusCodes.Status201Created, "Location", "What to DELETE to take the link back.")
            .Fails(KnownProblems.NotFound, KnownProblems.Invalid, KnownProblems.BadRequest);
        returns.MapDelete("/{period}/links/{link}", TakeBack).Needs(Permission.SubmitReturn)
            .WithName("takeLinkBack").WithSummary("Take an upload link back before its time")
            .Produces(StatusCodes.Status204NoContent).Fails(KnownProblems.NotFound);
    }

    private static async Task<IResult> Give(string contract, string period, int? days, HttpContext context, KnownContracts known, GiveLink links)
    {
        if (InPath.Month(period) is not { } month) return KnownProblems.NotFound;
        if (days is < 1 or > GiveLink.MostDays) return WrongDays(days.Value);
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        if (await links.Of(contract, month, days ?? GiveLink.UsualDays, Caller.Of(context)!.Id, Asking.Trace) is not { } given) return KnownProblems.NotFound;
        var link = given.Link;
        return Results.Created(
            $"/api/v1/contracts/{contract}/returns/{period}/links/{link.Hash}",
            new LinkAnswer(given.Token, link.Hash, link.Contract, ServicePeriod.NameOf(link.Period), link.Expires));
    }

    private static async Task<IResult> TakeBack(string contract, string period, string link, HttpContext context, GiveLink links) =>
        InPath.Month(period) is { } month && InPath.IsHash(link) && await links.TakeBack(contract, month, link, Caller.Of(context)!.Id, Asking.Trace)
            ? Results.NoContent()
            : KnownProblems.NotFound;

    private static ApiProblem WrongDays(int days) =>
        KnownProblems.Invalid with { Errors = [new("days-out-of-range", $"from 1 to {GiveLink.MostDays}", $"{days}") { Pointer = "" }] };
}
