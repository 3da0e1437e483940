using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Problem;

/// <summary>What was not done, as a page for people. Programs get the same as a problem document.</summary>
internal static class ProblemPages
{
    /// <summary>Whoever asks for HTML before JSON, and not of the API.</summary>
    public static bool IsWanted(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.Accept.Count > 0
        && Answers.Wanted(context, "application/json", "text/html") == "text/html";

    /// <summary>Who is not signed in is led to where they can, and back.</summary>
    public static Task Write(HttpContext context, ApiProblem problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.WWWAuthenticate = default;
            context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(context.Request.GetEncodedPathAndQuery())}");
            return Task.CompletedTask;
        }

        var model = new ProblemModel(TitleOf(problem), WordsOf(problem), problem.Status >= StatusCodes.Status500InternalServerError ? Activity.Current?.TraceId.ToHexString() : null);
        return new Shown<ProblemPage>(model, problem.Status).ExecuteAsync(context);
    }

    private static string TitleOf(ApiProblem problem) => problem.Status switch
    {
        StatusCodes.Status401Unauthorized => "Sign in to continue",
        StatusCodes.Status404NotFound => "Page not found",
        StatusCodes.Status403Forbidden => "You cannot see this page",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        >= StatusCodes.Status500InternalServerError => "Sorry, there is a problem with the service",
        _ => problem.Title.TrimEnd('.'),
    };

    private static IReadOnlyList<string> WordsOf(ApiProblem problem) => problem.Status switch
    {
        StatusCodes.Status401Unauthorized => ["Your session has ended. Sign in and do it again."],
        StatusCodes.Status404NotFound => ["If you typed the web address, check it is correct.", "If you followed a link, what it led to may be another organisation's, or gone."],
        StatusCodes.Status403Forbidden => [problem.Title, "If you think you should, ask whoever gave you access."],
        StatusCodes.Status429TooManyRequests => ["Wait half a minute and try again."],
        >= StatusCodes.Status500InternalServerError => ["Try again later. What you sent before this is safe."],
        _ => problem.Detail is { } detail ? [detail] : [],
    };
}

/// <param name="Reference">Names the request in the logs; null where nobody needs to look there.</param>
public sealed record ProblemModel(string Title, IReadOnlyList<string> Words, string? Reference);
