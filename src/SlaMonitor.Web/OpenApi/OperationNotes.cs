using Microsoft.AspNetCore.Builder;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.OpenApi;

/// <summary>What an operation's description says that the framework cannot see in its code.</summary>
internal abstract record OperationNote
{
    private OperationNote() { }

    /// <summary>How it fails, besides what is true of every operation.</summary>
    public sealed record Failing(IReadOnlyList<ApiProblem> Problems) : OperationNote;

    /// <summary>A file as its body.</summary>
    /// <param name="ContentTypes">Those it may have; it is told apart by what it holds.</param>
    /// <param name="FormFields">Further fields where it may also come in a form; null where it may not.</param>
    public sealed record TakingFile(string Description, IReadOnlyList<string> ContentTypes, IReadOnlyList<string>? FormFields) : OperationNote;

    public sealed record TakingHeader(string Name, string Description) : OperationNote;

    /// <summary>Its good answer also comes as text of another type.</summary>
    public sealed record AlsoAs(string ContentType, string Description) : OperationNote;

    public sealed record WithHeader(int Status, string Name, string Description) : OperationNote;
}

internal static class OperationNotes
{
    public static TBuilder Fails<TBuilder>(this TBuilder endpoint, params ApiProblem[] problems) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OperationNote.Failing(problems));

    public static TBuilder TakesFile<TBuilder>(this TBuilder endpoint, string description, string[] contentTypes, string[]? formFields = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OperationNote.TakingFile(description, contentTypes, formFields));

    public static TBuilder TakesHeader<TBuilder>(this TBuilder endpoint, string name, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OperationNote.TakingHeader(name, description));

    /// <summary>Goes by <c>If-Match</c>, see <see cref="Requests.EntityTags"/>.</summary>
    public static TBuilder TakesIfMatch<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.TakesHeader("If-Match", "The ETag of what is changed, as it was read.").Fails(KnownProblems.Changed, KnownProblems.IfMatchMissing);

    public static TBuilder AlsoAs<TBuilder>(this TBuilder endpoint, string contentType, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OperationNote.AlsoAs(contentType, description));

    public static TBuilder SaysHeader<TBuilder>(this TBuilder endpoint, int status, string name, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new OperationNote.WithHeader(status, name, description));
}
