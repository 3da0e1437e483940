using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Portfolio;

/// <summary>The contracts somebody looks after, what needs attention first.</summary>
internal static class PortfolioPages
{
    private const int ContractsOnPage = 25, MostCharacters = 63;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/contracts", Show).Needs(Permission.ReadContract);

    private static async Task<IResult> Show(
        string? search, string? attention, string? cursor, HttpContext context, IAssignments assignments, SeenContracts seen, CancellationToken cancellation)
    {
        var sought = search?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, MostCharacters)] : null;
        Attention? only = Enum.TryParse<Attention>(attention, out var one) && Enum.IsDefined(one) ? one : null;
        var words = sought is null ? null : SearchWords.In(sought);
        var list = words is not null ? $"contracts sought {string.Join(' ', words)} {only}" : only is null ? "contracts shown" : $"contracts shown {only}";
        if (PageRequest.Read(list, cursor, ContractsOnPage) is not { } page || !(words is null ? Api.ContractsApi.IsPlace(page.After) : IsFoundPlace(page.After)))
            return KnownProblems.BadCursor;
        var given = await assignments.Of(Caller.Of(context)!.Id, cancellation);
        var some = words is null ? page.Of(list, only is { } kind ? await seen.Of(given, kind, page.After, page.Limit + 1) : await seen.Of(given, page.After, page.Limit + 1), r => r.Place)
            : words.Count == 0 ? new([], null)
            : Found(list, await seen.Sought(given, words, only, page.After, page.Limit));
        return new Shown<PortfolioPage>(new PortfolioModel(
            some.Items, sought, only, some.Next is { } next ? Address(sought, only, next) : null, cursor is null ? null : Address(sought, only, null)));
    }

    private static Page<PortfolioRow> Found(string list, FoundContracts found) => new(found.Rows, found.Next is { } next ? PageRequest.Cursor(list, next) : null);

    /// <summary>A place comes back from outside and goes into a query: a word and a code.</summary>
    private static bool IsFoundPlace(string? after) =>
        after is null || (after.Split('~') is [var word, var code] && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && InPath.IsContract(code));

    private static string Address(string? sought, Attention? only, string? cursor)
    {
        string?[] asked = [sought is null ? null : $"search={Uri.EscapeDataString(sought)}", only is null ? null : $"attention={only}", cursor is null ? null : $"cursor={cursor}"];
        var query = string.Join('&', asked.OfType<string>());
        return query.Length == 0 ? "/contracts" : $"/contracts?{query}";
    }
}

/// <param name="Sought">What was searched for; null where nothing was.</param>
/// <param name="Only">The one thing that contracts are listed for; null where for all.</param>
public sealed record PortfolioModel(IReadOnlyList<PortfolioRow> Rows, string? Sought, Attention? Only, string? Next, string? First);
