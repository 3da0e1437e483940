using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices.Digests;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Ending a digest by the link in it. Opening the link changes nothing, since mail programs open links by themselves; the form behind it does, and
/// so does what mail programs post (RFC 8058). No part of the API's description, since no program of anybody's does it.</summary>
internal static class DigestsApi
{
    private const string Form = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>End this digest</title></head>
        <body>
        <main>
        <h1>End this digest?</h1>
        <p>Dates far ahead will be on screen only. What is due within five working days is told as before.</p>
        <form method="post"><button type="submit">End it</button></form>
        </main>
        </body>
        </html>

        """;

    private const string Done = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>The digest has ended</title></head>
        <body>
        <main>
        <h1>The digest has ended</h1>
        <p>To have it again, ask the manager of the contract.</p>
        </main>
        </body>
        </html>

        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(DigestLinks.Path, Ask).Open().ExcludeFromDescription();
        routes.MapPost(DigestLinks.Path, End).Open().ExcludeFromDescription();
    }

    private static IResult Ask(string? contract, string? recipient, string? signature, HttpContext context) =>
        IsGood(contract, recipient, signature, context) ? Results.Content(Form, "text/html; charset=utf-8") : KnownProblems.NotFound;

    private static async Task<IResult> End(string? contract, string? recipient, string? signature, HttpContext context, EndDigest end) =>
        IsGood(contract, recipient, signature, context) && await end.Of(contract!, recipient!, Asking.Trace)
            ? Results.Content(Done, "text/html; charset=utf-8")
            : KnownProblems.NotFound;

    private static bool IsGood(string? contract, string? recipient, string? signature, HttpContext context) =>
        InPath.IsContract(contract) && recipient is { Length: > 0 and <= 200 } && signature is not null
        && context.RequestServices.GetService<DigestLinks>()?.IsGood(contract!, recipient, signature) == true;
}
