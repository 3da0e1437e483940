using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>What is owed and what failed, from the manifest of the assessment that stands: one request to storage whatever the history.</summary>
internal static class CreditsApi
{
    private const string List = "breaches", Tag = "Credits and breaches";

    /// <param name="Return">Where its return stands, in words.</param>
    /// <param name="Payable">In pounds ex VAT; null where there is none or it cannot be told.</param>
    /// <param name="Open">Why points or credit may still change; null where both are final.</param>
    /// <param name="Withheld">Charges withheld in their place, in pounds ex VAT.</param>
    public sealed record CreditOfPeriod(string Period, string Return, int Points, Money? Payable, string? Open, Money? Withheld);

    /// <param name="Assessment">The number of the assessment it is from; its documents hold the Working.</param>
    /// <param name="Points">Service Points of all periods.</param>
    /// <param name="Payable">Service Credits of all periods that can be told, in pounds ex VAT.</param>
    /// <param name="Withheld">Charges withheld as far as they are known, in pounds ex VAT.</param>
    /// <param name="Final">Whether nothing of it may still change by a return that is awaited or a figure that is missing.</param>
    public sealed record CreditStatement(
        string Contract, int Assessment, LocalDate AsOf, int Points, Money Payable, Money Withheld, bool Final, IReadOnlyList<CreditOfPeriod> Periods);

    /// <param name="Indicator">Its code.</param>
    /// <param name="Level">As people read it; null where it failed without one.</param>
    /// <param name="Outcome">The rung it fell to, in the contract's words.</param>
    /// <param name="Points">Service Points, repeats counted.</param>
    /// <param name="InARow">Consecutive failures up to this one.</param>
    public sealed record Breach(string Period, string Indicator, string? Level, string Outcome, int Points, int InARow);

    /// <param name="Breaches">The last Service Period's first, and in the contract's order.</param>
    public sealed record BreachesOfContract(string Contract, int Assessment, LocalDate AsOf, IReadOnlyList<Breach> Breaches);

    /// <param name="Period">The last Service Period that has ended.</param>
    public sealed record LastBreaches(string Contract, string Title, string? Period, int Assessment, LocalDate AsOf, IReadOnlyList<FailureAnswer> Failures);

    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder contract)
    {
        contract.MapGet("/credits", Credits).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("credits").WithSummary("The statement of Service Credits, Service Period by Service Period")
            .Produces<CreditStatement>().Fails(KnownProblems.NotFound);
        contract.MapGet("/breaches", OfContract).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("breachesOfContract").WithSummary("Every failure of a contract, the latest first")
            .Produces<BreachesOfContract>().Fails(KnownProblems.NotFound);
        api.MapGet("/breaches", AcrossContracts).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("breaches").WithSummary("What failed in the last Service Period of each contract you may see")
            .WithDescription("In the order of the portfolio. Contracts without a failure are left out, so a page may hold fewer than its limit and still have a next one.")
            .Produces<Page<LastBreaches>>().Fails(KnownProblems.BadCursor);
    }

    private static async Task<IResult> Credits(string contract, Stores stores)
    {
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        if (head.Current is not { } manifest) return NotAssessed;
        var withheld = Money.Sum(manifest.Sums.Select(p => p.Withheld ?? Money.Zero));
        return Results.Ok(new CreditStatement(
            contract, manifest.Number, manifest.AsOf, manifest.Points, manifest.Payable, withheld, manifest.Sums.All(p => p.Open is null),
            [.. manifest.Sums.Select(p => new CreditOfPeriod(p.Period, p.Return, p.Points, p.Payable, p.Open, p.Withheld))]));
    }

    private static async Task<IResult> OfContract(string contract, Stores stores)
    {
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        if (head.Current is not { } manifest) return NotAssessed;
        return Results.Ok(new BreachesOfContract(contract, manifest.Number, manifest.AsOf,
            [.. manifest.Sums.Reverse().SelectMany(p => p.Failures.Select(f => new Breach(p.Period, f.Indicator, f.Level, f.Outcome, f.Points, f.InARow)))]));
    }

    private static async Task<IResult> AcrossContracts(
        string? cursor, int? limit, HttpContext context, IAssignments assignments, SeenContracts seen, CancellationToken cancellation)
    {
        if (PageRequest.Read(List, cursor, limit) is not { } page || !ContractsApi.IsPlace(page.After)) return KnownProblems.BadCursor;
        var given = await assignments.Of(Caller.Of(context)!.Id, cancellation);
        var rows = page.Of(List, [.. (await seen.Of(given, page.After, page.Limit + 1))], row => row.Place);
        return Results.Ok(new Page<LastBreaches>([.. rows.Items.Where(r => r.LastFailures.Count > 0).Select(Shown)], rows.Next));
    }

    private static LastBreaches Shown(PortfolioRow row) =>
        new(row.Contract, row.Title, row.LastPeriod, row.Assessment, row.AsOf, FailureAnswer.Of(row.LastFailures));

    private static ApiProblem NotAssessed => KnownProblems.NotFound with { Detail = "The contract has not been assessed yet." };
}
