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
        var list = sought is not null ? $"contracts sought {sought}" : only is null ? "contracts shown" : $"contracts shown {only}";
        if (PageRequest.Read(list, cursor, ContractsOnPage) is not { } page || !(sought is null ? Api.ContractsApi.IsPlace(page.After) : page.After is null || InPath.IsContract(page.After)))
            return KnownProblems.BadCursor;
        var given = await assignments.Of(Caller.Of(context)!.Id, cancellation);
        // Codes are all that is looked through where there are too many contracts, and of what is no code there is none.
        var rows = sought is not null && given.IsEvery && !InPath.IsContract(sought.ToLowerInvariant()) ? []
            : sought is not null ? await seen.Sought(given, sought, page.After, page.Limit + 1)
            : only is { } kind ? await seen.Of(given, kind, page.After, page.Limit + 1)
            : await seen.Of(given, page.After, page.Limit + 1);
        var some = page.Of(list, rows, r => sought is null ? r.Place : r.Contract);
        return new Shown<PortfolioPage>(new PortfolioModel(
            some.Items, sought, only, given.IsEvery, some.Next is { } next ? Address(sought, only, next) : null, cursor is null ? null : Address(sought, only, null)));
    }

    private static string Address(string? sought, Attention? only, string? cursor)
    {
        string?[] asked = [sought is null ? null : $"search={Uri.EscapeDataString(sought)}", only is null ? null : $"attention={only}", cursor is null ? null : $"cursor={cursor}"];
        var query = string.Join('&', asked.OfType<string>());
        return query.Length == 0 ? "/contracts" : $"/contracts?{query}";
    }
}

/// <param name="Sought">What was searched for; null where nothing was.</param>
/// <param name="Only">The one thing that contracts are listed for; null where for all.</param>
/// <param name="ByCodeOnly">Whether a search looks at the beginnings of codes alone.</param>
public sealed record PortfolioModel(IReadOnlyList<PortfolioRow> Rows, string? Sought, Attention? Only, bool ByCodeOnly, string? Next, string? First);
