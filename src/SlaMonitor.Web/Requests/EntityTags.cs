using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>Conditional requests, RFC 9110 section 13: nobody overwrites what they have not seen.</summary>
/// <remarks>A version is any text without quotes, such as a content hash or a sequence number.</remarks>
public static class EntityTags
{
    /// <summary>Names the version that the response is of.</summary>
    public static void Say(HttpContext context, string version) => context.Response.Headers.ETag = Tag(version).ToString();

    /// <summary>Before a change: null where it may be made; else 428 without a condition and 412 where it does not hold.</summary>
    /// <param name="current">The version there is; null where there is nothing yet.</param>
    public static ApiProblem? Check(HttpContext context, string? current)
    {
        var request = context.Request.GetTypedHeaders();
        if (request.IfMatch is { Count: > 0 } match) return current is not null && IsAny(match, current, strong: true) ? null : KnownProblems.Changed;
        if (request.IfNoneMatch is { Count: > 0 } none) return current is null || !IsAny(none, current, strong: false) ? null : KnownProblems.Changed;
        return KnownProblems.IfMatchMissing;
    }

    /// <summary>Whether the caller has this version already; the answer is 304 then.</summary>
    public static bool Has(HttpContext context, string current) =>
        context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } none && IsAny(none, current, strong: false);

    private static bool IsAny(IEnumerable<EntityTagHeaderValue> tags, string current, bool strong) =>
        tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Tag(current), useStrongComparison: strong));

    private static EntityTagHeaderValue Tag(string version) => new($"\"{version}\"");
}
