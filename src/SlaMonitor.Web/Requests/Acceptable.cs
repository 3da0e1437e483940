using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>Whoever asks for a type that an endpoint does not have is told so, and is not given another unasked.</summary>
internal static class Acceptable
{
    /// <summary>Of everything in a group that is read.</summary>
    public static TBuilder AnswersWhatIsAccepted<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter((context, next) => HttpMethods.IsGet(context.HttpContext.Request.Method) && Refusal(context.HttpContext) is { } refusal ? new(refusal) : next(context));

    private static ApiProblem? Refusal(HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return null;
        var offered = Offered(context.GetEndpoint()!.Metadata);
        return offered.Any(type => accepted.Any(a => a.Quality is not 0 && new MediaTypeHeaderValue(type).IsSubsetOf(a)))
            ? null
            : KnownProblems.NotAcceptable with { Detail = $"There is: {string.Join(", ", offered)}." };
    }

    private static IReadOnlyList<string> Offered(EndpointMetadataCollection metadata) =>
    [
        .. metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(p => p.StatusCode < StatusCodes.Status300MultipleChoices).SelectMany(p => p.ContentTypes)
            .Concat(metadata.GetOrderedMetadata<OperationNote>().OfType<OperationNote.AlsoAs>().Select(a => a.ContentType)).DefaultIfEmpty(Answers.Json).Distinct(),
    ];
}
