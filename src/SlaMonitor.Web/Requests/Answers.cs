using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SlaMonitor.Web.Requests;

/// <summary>Answers that are texts of ours as they stand.</summary>
internal static class Answers
{
    public const string Json = "application/json", Yaml = "application/yaml", Csv = "text/csv";

    public static IResult Text(string text, string type) => Results.Text(text, $"{type}; charset=utf-8");

    /// <summary>The type that the caller asks for before the others; the first where there is no saying.</summary>
    public static string Wanted(HttpContext context, params string[] types)
    {
        foreach (var accepted in context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
            if (accepted.Quality is not 0 && types.FirstOrDefault(type => new MediaTypeHeaderValue(type).IsSubsetOf(accepted)) is { } found) return found;
        return types[0];
    }
}
