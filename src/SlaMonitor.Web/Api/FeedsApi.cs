using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.Calendars;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Calendar feeds: the dates of one contract, or of all that a person has been given, at an address that is a secret, because
/// calendars cannot sign in.</summary>
internal static class FeedsApi
{
    private const string Tag = "Dates and alerts";
    private const string OnceAndForAll = "The address is shown once and kept nowhere; asked again, it is another one. It is good until it is taken back.";

    /// <param name="Address">What to subscribe to in a calendar. Whoever knows it can read it.</param>
    /// <param name="Id">Names the feed, for taking it back and in the audit trail: the SHA-256 of the secret in the address.</param>
    public sealed record FeedAnswer(string Address, string Id);

    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapGet("/feeds/{token}.ics", Read).Open().WithTags(Tag)
            .WithName("feed").WithSummary("A calendar feed as iCalendar: all-day events; what moved has a higher SEQUENCE, what fell away is CANCELLED")
            .Produces<string>(StatusCodes.Status200OK, CalendarFeed.ContentType).Produces(StatusCodes.Status304NotModified).Fails(KnownProblems.NotFound);
        api.MapPost("/me/feeds", GiveOwn).NeedsAnyRole().CountsAsUpload().WithTags(Tag)
            .WithName("giveOwnFeed").WithSummary("Give yourself a calendar feed of the contracts you have been given").WithDescription(OnceAndForAll)
            .Produces<FeedAnswer>(StatusCodes.Status201Created).SaysHeader(StatusCodes.Status201Created, "Location", "What to DELETE to take the feed back.");
        api.MapDelete("/me/feeds/{feed}", TakeBackOwn).NeedsAnyRole().WithTags(Tag)
            .WithName("takeOwnFeedBack").WithSummary("Take a calendar feed of your own back").Produces(StatusCodes.Status204NoContent).Fails(KnownProblems.NotFound);
    }

    public static void MapOfContract(IEndpointRouteBuilder contract)
    {
        contract.MapPost("/feeds", Give).Needs(Permission.ManageContract).CountsAsUpload().WithTags(Tag)
            .WithName("giveFeed").WithSummary("Give a calendar feed of the contract's dates").WithDescription(OnceAndForAll)
            .Produces<FeedAnswer>(StatusCodes.Status201Created).SaysHeader(StatusCodes.Status201Created, "Location", "What to DELETE to take the feed back.");
        contract.MapDelete("/feeds/{feed}", TakeBack).Needs(Permission.ManageContract).WithTags(Tag)
            .WithName("takeFeedBack").WithSummary("Take a calendar feed of the contract back").Produces(StatusCodes.Status204NoContent).Fails(KnownProblems.NotFound);
    }

    /// <summary>A feed that never was, one taken back and one of a contract disposed of get the same answer.</summary>
    private static async Task<IResult> Read(string token, HttpContext context, ReadFeed feeds)
    {
        if (await feeds.Of(token) is not { } calendar) return KnownProblems.NotFound;
        context.Response.Headers.CacheControl = "private, max-age=900";
        var version = ContentHash.Of(calendar)[..32];
        EntityTags.Say(context, version);
        return EntityTags.Has(context, version) ? Results.StatusCode(StatusCodes.Status304NotModified) : Answers.Text(calendar, CalendarFeed.ContentType);
    }

    private static async Task<IResult> Give(string contract, HttpContext context, KnownContracts known, GiveFeed feeds) => await known.Has(contract)
        ? Given(await feeds.OfContract(contract, Caller.Of(context)!.Id, Asking.Trace), $"/api/v1/contracts/{contract}/feeds", context)
        : KnownProblems.NoSuchContract;

    private static async Task<IResult> GiveOwn(HttpContext context, GiveFeed feeds) =>
        Given(await feeds.OfPerson(Caller.Of(context)!.Id), "/api/v1/me/feeds", context);

    private static async Task<IResult> TakeBack(string contract, string feed, HttpContext context, GiveFeed feeds) =>
        InPath.IsHash(feed) && await feeds.TakeBack(contract, feed, Caller.Of(context)!.Id, Asking.Trace) ? Results.NoContent() : KnownProblems.NotFound;

    private static async Task<IResult> TakeBackOwn(string feed, HttpContext context, GiveFeed feeds) =>
        InPath.IsHash(feed) && await feeds.TakeBackOwn(Caller.Of(context)!.Id, feed) ? Results.NoContent() : KnownProblems.NotFound;

    private static IResult Given(GivenFeed given, string under, HttpContext context) => Results.Created(
        $"{under}/{given.Link.Hash}", new FeedAnswer($"{context.Request.Scheme}://{context.Request.Host}/feeds/{given.Token}.ics", given.Link.Hash));
}
