using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Problem;

namespace SlaMonitor.Web.Problems;

/// <summary>Why a request was not done, as RFC 9457 has it.</summary>
/// <param name="Type">A stable name to tell problems apart by, such as <c>urn:sla-monitor:problem:not-found</c>.</param>
/// <param name="Title">The same for every problem of the type.</param>
/// <param name="Status">The HTTP status, again.</param>
/// <param name="Detail">What is to be said of this occurrence.</param>
public sealed record ApiProblem(
    string Type, string Title, int Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null) : IResult
{
    public const string ContentType = "application/problem+json";

    private const string Prefix = "urn:sla-monitor:problem:";

    /// <summary>Each thing that is wrong, at its place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiError>? Errors { get; init; }

    /// <summary>Names this request in the logs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CorrelationId { get; init; }

    /// <param name="name">In lower case with hyphens.</param>
    public static ApiProblem Of(int status, string name, string title, string? detail = null) => new(Prefix + name, title, status, detail);

    /// <summary>Answers with it, and logs that: who tries what in vain is worth knowing.</summary>
    public Task WriteTo(HttpContext context)
    {
        context.Response.StatusCode = Status;
        Log.NotDone(context.RequestServices.GetRequiredService<ILogger<ApiProblem>>(), Status, Type[Prefix.Length..], Caller.Of(context)?.Id, RouteOf(context));
        if (ProblemPages.IsWanted(context)) return ProblemPages.Write(context, this);
        var body = this with { CorrelationId = Activity.Current?.TraceId.ToHexString() };
        // To the caller's last byte even where the request's own token has run out: the answer is small.
        return context.Response.WriteAsJsonAsync(body, options: null, ContentType);
    }

    /// <summary>The pattern and not the path, which is the caller's to choose.</summary>
    private static string? RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    Task IResult.ExecuteAsync(HttpContext httpContext) => WriteTo(httpContext);
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Code">A stable name, in lower case with hyphens.</param>
/// <param name="Expected">What would have been right, in words.</param>
/// <param name="Found">What is there.</param>
public sealed record ApiError(string Code, string Expected, string Found)
{
    /// <summary>The place in the document, as RFC 6901 has it; empty for the document itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The line of the text, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>The column of the text, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>The worksheet that the cell is of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }

    /// <summary>The cell, such as D12.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cell { get; init; }
}
