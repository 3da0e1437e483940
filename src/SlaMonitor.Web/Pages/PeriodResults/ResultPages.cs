using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Api;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.PeriodResults;

/// <summary>What a supplier's figures came to: every Service Period in sum, one with its Working, and where reliefs and disputes stand.</summary>
internal static class ResultPages
{
    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/results", All).Needs(Permission.ReadContract);
        contract.MapGet("/periods/{period}/results", One).Needs(Permission.ReadContract);
        contract.MapGet("/periods/{period}/results/{indicator}/evidence/{sha256}", Evidence).Needs(Permission.ReadContract);
        contract.MapGet("/periods/{period}/extracts/{revision}/{name}", Extract).Needs(Permission.ReadContract);
    }

    private static async Task<IResult> All(string contract, OpenContract open) =>
        await open.Of(contract) is { } opened ? new Shown<ResultsPage>(new ResultsModel(opened, [.. opened.Assessed.Periods.Reverse()])) : KnownProblems.NoSuchContract;

    private static async Task<IResult> One(string contract, string period, OpenContract open)
    {
        if (InPath.Month(period) is not { } month || await open.Of(contract) is not { } opened) return KnownProblems.NotFound;
        return opened.Assessed.Periods.FirstOrDefault(p => p.Period.Month == month) is { } found
            ? new Shown<PeriodResultsPage>(new PeriodResultsModel(opened, found))
            : KnownProblems.NotFound;
    }

    private static Task<IResult> Extract(string contract, string period, string revision, string name, HttpContext context, Stores stores) =>
        ExtractFile.Of(contract, period, revision, name, context, stores);

    /// <summary>To be kept, never shown: it is its sender's, like the file of a return.</summary>
    private static async Task<IResult> Evidence(string contract, string period, string indicator, string sha256, HttpContext context, OpenContract open, Stores stores)
    {
        if (InPath.Month(period) is not { } month || !InPath.IsHash(sha256) || await open.Of(contract) is not { } opened) return KnownProblems.NotFound;
        var named = opened.Stored.Decisions.Select(d => d.Decision).OfType<Domain.Decisions.Decision.OfResult>()
            .Where(d => d.Month == month && d.Indicator == InPath.Indicator(indicator)).Select(d => RaiseClaim.EvidenceIn(d.Taken.Reason)).FirstOrDefault(e => e?.Sha256 == sha256);
        if (named is not { } evidence || await stores.Raw.Get($"{contract}/{sha256}") is not { } bytes) return KnownProblems.NotFound;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(bytes, "application/octet-stream", evidence.Name);
    }
}

/// <param name="Periods">The latest first.</param>
public sealed record ResultsModel(OpenedContract Contract, IReadOnlyList<PeriodAssessment> Periods);

public sealed record PeriodResultsModel(OpenedContract Contract, PeriodAssessment Period)
{
    public string Address => $"/contracts/{Contract.Code}/periods/{Period.Period.Name}/results";

    /// <summary>A relief is asked for a failure, once: while it waits and when it is decided, the page says where it stands. Who holds the decision
    /// wrong disputes the result.</summary>
    public static bool MayAskRelief(IndicatorResult result) => (result.Without ?? result).IsFailure && result.Relief is null;

    public static bool MayDispute(IndicatorResult result) => result.IsScored && result.Dispute is not { Resolved: null };
}
