using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>What is owed and what failed, from the manifest of an assessment: few requests to storage whatever the history.</summary>
internal static class CreditsApi
{
    private const string List = "breaches", Tag = "Credits and breaches";

    /// <param name="Return">Where its return stands, as in its document.</param>
    /// <param name="Payable">In pounds ex VAT; null where there is none or it cannot be told.</param>
    /// <param name="Open">Why points or credit may still change; null where both are final.</param>
    /// <param name="Withheld">Charges withheld in their place, in pounds ex VAT.</param>
    public sealed record CreditOfPeriod(string Period, ReturnStatus Return, int Points, Money? Payable, string? Open, Money? Withheld);

    /// <param name="Assessment">The number of the assessment it is from; its documents hold the Working.</param>
    /// <param name="Points">Service Points of all periods.</param>
    /// <param name="Payable">Service Credits of all periods that can be told, in pounds ex VAT.</param>
    /// <param name="Withheld">Charges withheld as far as they are known, in pounds ex VAT.</param>
    /// <param name="Final">Whether nothing of it changes but by a document that is not awaited.</param>
    /// <param name="WhyNotFinal">Each reason in words; empty where it is final.</param>
    public sealed record CreditStatement(
        string Contract, int Assessment, LocalDate AsOf, int Points, Money Payable, Money Withheld, bool Final, IReadOnlyList<string> WhyNotFinal,
        IReadOnlyList<CreditOfPeriod> Periods);

    /// <param name="Code">The indicator's.</param>
    /// <param name="Shown">The level as people read it; null where it failed without one.</param>
    /// <param name="Rung">The rung it fell to.</param>
    /// <param name="InWords">The outcome in the contract's words.</param>
    /// <param name="Points">Service Points, repeats counted.</param>
    /// <param name="RunOfFailures">Failures in a row up to this one.</param>
    public sealed record Breach(string Period, string Code, string? Shown, RungName Rung, string InWords, int Points, int RunOfFailures);

    /// <param name="Breaches">The last Service Period's first, and in the contract's order.</param>
    public sealed record BreachesOfContract(string Contract, int Assessment, LocalDate AsOf, IReadOnlyList<Breach> Breaches);

    /// <param name="Period">The last Service Period that has ended.</param>
    public sealed record LastBreaches(string Contract, string Title, string? Period, int Assessment, LocalDate AsOf, IReadOnlyList<FailureAnswer> Failures);

    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder contract)
    {
        contract.MapGet("/credits", Credits).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("credits").WithSummary("The statement of Service Credits, Service Period by Service Period").WithDescription(KnownAt.Described)
            .Produces<CreditStatement>().AlsoAs(Answers.Csv, "A row for each Service Period.").Fails(KnownProblems.NotFound);
        contract.MapGet("/breaches", OfContract).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("breachesOfContract").WithSummary("Every failure of a contract, the latest first").WithDescription(KnownAt.Described)
            .Produces<BreachesOfContract>().AlsoAs(Answers.Csv, "A row for each failure.").Fails(KnownProblems.NotFound);
        api.MapGet("/breaches", AcrossContracts).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("breaches").WithSummary("What failed in the last Service Period of each contract you may see")
            .WithDescription("In the order of the portfolio. Contracts without a failure are left out, so a page may hold fewer than its limit and still have a next one.")
            .Produces<Page<LastBreaches>>().Fails(KnownProblems.BadCursor);
    }

    private static async Task<IResult> Credits(string contract, string? knownAt, HttpContext context, Stores stores, StoodThen stood, IClock clock)
    {
        if (!KnownAt.TryRead(knownAt, out var at, out var refusal)) return refusal!;
        var stored = await stores.Register.Load(contract);
        if (stored.Version is null) return KnownProblems.NoSuchContract;
        if ((at is { } instant ? await stood.Of(contract, instant) : stored.Current) is not { } manifest) return NotAssessed;
        var why = WhyNotFinal.Of(manifest, stored, at ?? clock.GetCurrentInstant());
        var withheld = Money.Sum(manifest.Sums.Select(p => p.Withheld ?? Money.Zero));
        var statement = new CreditStatement(
            contract, manifest.Number, manifest.AsOf, manifest.Points, manifest.Payable, withheld, why.Count == 0, why,
            [.. manifest.Sums.Select(p => new CreditOfPeriod(p.Period, p.Status, p.Points, p.Payable, p.Open, p.Withheld))]);
        return WantsCsv(context) ? Answers.Text(CreditsCsv.Of(statement), Answers.Csv) : Results.Ok(statement);
    }

    private static async Task<IResult> OfContract(string contract, string? knownAt, HttpContext context, Stores stores, StoodThen stood)
    {
        if (!KnownAt.TryRead(knownAt, out var at, out var refusal)) return refusal!;
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        if ((at is { } instant ? await stood.Of(contract, instant) : head.Current) is not { } manifest) return NotAssessed;
        var breaches = new BreachesOfContract(contract, manifest.Number, manifest.AsOf,
            [.. manifest.Sums.Reverse().SelectMany(p => p.Failures.Select(f => new Breach(p.Period, f.Indicator, f.Level, f.Rung, f.Outcome, f.Points, f.InARow)))]);
        return WantsCsv(context) ? Answers.Text(CreditsCsv.Of(breaches), Answers.Csv) : Results.Ok(breaches);
    }

    private static bool WantsCsv(HttpContext context) => Answers.Wanted(context, Answers.Json, Answers.Csv) == Answers.Csv;

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

    private static ApiProblem NotAssessed => KnownProblems.NotFound with { Detail = "The contract had not been assessed by then." };
}
