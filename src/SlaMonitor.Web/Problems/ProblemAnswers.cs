using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Web.Problems;

/// <summary>Gives every failure its problem document: what the framework refuses without a word, and what breaks.</summary>
internal sealed class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> log)
{
    private static readonly ApiProblem NotAsDescribed =
        KnownProblems.BadRequest with { Detail = "A value in the address or the body is missing, or is not of the kind that the API's description gives." };

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has left, in the midst of sending perhaps: there is nobody to answer, and nothing of ours is wrong.
            return;
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await OfRefused(refused).WriteTo(Emptied(context));
            return;
        }
        catch (Exception broken) when (!context.Response.HasStarted)
        {
            Log.Unexpected(log, broken);
            await KnownProblems.Unexpected.WriteTo(Emptied(context));
            return;
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null } && response.ContentLength is null or 0)
            await KnownProblems.OfStatus(response.StatusCode).WriteTo(context);
    }

    /// <summary>The reader's own words for a bad body name types of ours, so only the place is told.</summary>
    private static ApiProblem OfRefused(BadHttpRequestException refused) => refused.InnerException is JsonException json
        ? KnownProblems.BadRequest with
        {
            Errors = [new("json-not-as-described", "JSON as the API's description has it", "something else")
            {
                Pointer = ApiErrors.Pointer(json.Path is ['$', .. var path] ? path.TrimStart('.') : ""),
                Line = json.LineNumber is { } line ? (int)line + 1 : null,
            }],
        }
        : refused.StatusCode == StatusCodes.Status400BadRequest ? NotAsDescribed
        : KnownProblems.OfStatus(refused.StatusCode);

    /// <summary>What a broken endpoint had said until then does not count; what is said of every response does.</summary>
    private static HttpContext Emptied(HttpContext context)
    {
        context.Response.ContentType = null;
        context.Response.ContentLength = null;
        context.Response.Headers.ETag = default;
        context.Response.Headers.Location = default;
        context.Response.Headers.SetCookie = default;
        return context;
    }
}
