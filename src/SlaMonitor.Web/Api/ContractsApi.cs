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

/// <summary>The contracts one may see, and one of them in sum.</summary>
internal static class ContractsApi
{
    private const string List = "contracts", Tag = "Contracts";

    /// <param name="Attention">What about it is the most pressing.</param>
    /// <param name="Why">Each reason in a sentence, the most pressing first.</param>
    /// <param name="End">The last day of the term as it is known.</param>
    /// <param name="LastPeriod">The last Service Period that has ended; null before the first has.</param>
    /// <param name="Points">Service Points of all periods.</param>
    /// <param name="Payable">Service Credits of all periods that can be told, in pounds ex VAT.</param>
    /// <param name="Alerts">How many reasons there are: what failed in the last Service Period, and what is open, overdue, due or near.</param>
    /// <param name="Assessment">The number of the assessment that this is from.</param>
    /// <param name="AsOf">The day it is as of, in the contract's zone.</param>
    /// <param name="NextAlertOn">The next day on which somebody hears of something, if nothing comes in before; null where there is none.</param>
    public sealed record ContractInSum(
        string Contract, string Title, string Client, string Supplier, Attention Attention, string Why, LocalDate End, string? LastPeriod,
        int Points, Money Payable, int Alerts, int Assessment, LocalDate AsOf, LocalDate? NextAlertOn)
    {
        public static ContractInSum Of(PortfolioRow row) => new(
            row.Contract, row.Title, row.Client, row.Supplier, row.Attention, row.Why, row.End, row.LastPeriod, row.Points, row.Payable, row.Alerts,
            row.Assessment, row.AsOf, row.NextAlert);
    }

    /// <param name="InSum">Null before the first assessment.</param>
    /// <param name="Assessment">The number of the assessment that stands; null before the first.</param>
    /// <param name="ChangedAt">When anything about it last changed.</param>
    /// <param name="OnLegalHold">Whether nothing of it may be disposed of.</param>
    public sealed record OneContract(string Contract, ContractInSum? InSum, int? Assessment, Instant? ChangedAt, bool OnLegalHold);

    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder contract)
    {
        api.MapGet("/contracts", Portfolio).Needs(Permission.ReadContract)
            .WithName("contracts").WithTags(Tag).WithSummary("The contracts you may see, what needs attention first")
            .WithDescription("A contract shows once it has been assessed.")
            .Produces<Page<ContractInSum>>().Fails(KnownProblems.BadCursor);
        contract.MapGet("", One).Needs(Permission.ReadContract)
            .WithName("contract").WithTags(Tag).WithSummary("One contract in sum")
            .Produces<OneContract>().Produces(StatusCodes.Status304NotModified).SaysHeader(StatusCodes.Status200OK, "ETag", "Changes whenever anything about the contract does.");
    }

    private static async Task<IResult> Portfolio(
        string? cursor, int? limit, HttpContext context, IAssignments assignments, SeenContracts seen, CancellationToken cancellation)
    {
        if (PageRequest.Read(List, cursor, limit) is not { } page || !IsPlace(page.After)) return KnownProblems.BadCursor;
        var given = await assignments.Of(Caller.Of(context)!.Id, cancellation);
        return Results.Ok(page.Of(List, [.. (await seen.Of(given, page.After, page.Limit + 1))], row => row.Place).Of(ContractInSum.Of));
    }

    private static async Task<IResult> One(string contract, HttpContext context, Stores stores)
    {
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        var version = VersionTag.Of(head.Version!);
        EntityTags.Say(context, version);
        if (EntityTags.Has(context, version)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var shown = await stores.Index.Find(contract);
        return Results.Ok(new OneContract(contract, shown is null ? null : ContractInSum.Of(shown), head.Current?.Number, head.MovedAt, head.OnLegalHold));
    }

    /// <summary>A place comes back from outside and goes into a query.</summary>
    internal static bool IsPlace(string? after) => after is null or [>= '0' and <= '9', '~', ..] && (after is null || InPath.IsContract(after[2..]));
}
