using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>A name in the query that an endpoint does not take would be passed over in silence, and with it what was asked for: such
/// requests are refused.</summary>
internal static class QueryNames
{
    private static readonly Type[] Simple = [typeof(string), typeof(int?), typeof(bool?), typeof(string[])];

    /// <summary>Of every endpoint of a group: what its handler takes by name, and no part of its path.</summary>
    public static TBuilder RefusesUnknownQueries<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilterFactory((factory, next) =>
        {
            string[] taken = [.. factory.MethodInfo.GetParameters().Where(p => Simple.Contains(p.ParameterType)).Select(p => p.Name!)];
            return context => Unknown(context.HttpContext, taken) is { } refusal ? new(refusal) : next(context);
        });

    private static ApiProblem? Unknown(HttpContext context, string[] taken)
    {
        var names = context.Request.Query.Keys;
        if (names.Count == 0) return null;
        var known = taken.Except(context.Request.RouteValues.Keys, StringComparer.Ordinal).ToList();
        var expected = known.Count == 0 ? "nothing after the question mark" : $"one of: {string.Join(", ", known)}";
        var errors = names.Where(n => !known.Contains(n, StringComparer.Ordinal)).Order(StringComparer.Ordinal).Take(10).Select(n => new ApiError("query-unknown", expected, Shown(n))).ToList();
        return errors.Count == 0 ? null : KnownProblems.UnknownQuery with { Errors = errors };
    }

    private static string Shown(string name) => $"'{new string([.. name.Where(c => !char.IsControl(c)).Take(50)])}'";
}
