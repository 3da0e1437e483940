using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Comparisons;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Assessments: the one that stands, every earlier one, the Working of each Service Period, and what two differ in.</summary>
internal static class AssessmentsApi
{
    private const string Tag = "Assessments", Current = "current", Described = "The number of an assessment, or 'current'.";

    /// <summary>A numbered assessment never changes.</summary>
    private const string ForEver = "private, max-age=31536000, immutable", AskEachTime = "private, no-cache";

    private static readonly ApiProblem OfNumber = KnownProblems.BadRequest with { Detail = "knownAt goes with 'current' alone, as a numbered assessment never changes." };

    public static void Map(IEndpointRouteBuilder contract)
    {
        var assessments = contract.MapGroup("/assessments").WithTags(Tag);
        assessments.MapGet("", All).Needs(Permission.ReadContract)
            .WithName("assessments").WithSummary("The assessments, the latest first")
            .WithDescription($"{KnownAt.Described} That one comes alone, so that 'cursor' and 'limit' go without knownAt.")
            .Produces<Page<AssessmentInSum>>().Fails(KnownProblems.BadCursor);
        assessments.MapGet("/{assessment}", One).Needs(Permission.ReadContract)
            .WithName("assessment").WithSummary("An assessment with what it was made from and every Service Period in sum").WithDescription($"{Described} {KnownAt.Described}")
            .Produces<AssessmentAnswer>().Fails(KnownProblems.NotFound);
        assessments.MapGet("/{assessment}/periods/{period}", Period).Needs(Permission.ReadContract)
            .WithName("assessedPeriod").WithSummary("One Service Period with its Working")
            .WithDescription($"{Described} {KnownAt.Described} The document is the stored one, byte for byte: a 'period' of schema/assessment-1.json.")
            .Produces<JsonElement>().Produces(StatusCodes.Status304NotModified).Fails(KnownProblems.NotFound)
            .SaysHeader(StatusCodes.Status200OK, "ETag", "The SHA-256 of the document.");
        assessments.MapGet("/{before}/delta/{after}", Delta).Needs(Permission.ReadContract)
            .WithName("delta").WithSummary("The Service Periods that two assessments differ in").WithDescription(Described)
            .Produces<DeltaAnswer>().Fails(KnownProblems.NotFound);
        assessments.MapGet("/{before}/delta/{after}/results", ResultByResult).Needs(Permission.ReadContract)
            .WithName("deltaOfResults").WithSummary("What two assessments differ in, result by result")
            .WithDescription($"{Described} Both are made again by the rules of today; a document of schema/comparison-1.json.")
            .Produces<JsonElement>().Fails(KnownProblems.NotFound);
    }

    private static async Task<IResult> All(string contract, string? cursor, int? limit, string? knownAt, Stores stores, StoodThen stood)
    {
        var list = $"assessments of {contract}";
        if (!KnownAt.TryRead(knownAt, out var at, out var refusal)) return refusal!;
        if (at is { } instant)
        {
            if (cursor is not null || limit is not null) return KnownProblems.BadCursor with { Detail = "'cursor' and 'limit' go without knownAt." };
            return await stood.Of(contract, instant) is { } then ? Results.Ok(new Page<AssessmentInSum>([AssessmentInSum.Of(then)], null)) : await Nothing(contract, stores);
        }

        if (PageRequest.Read(list, cursor, limit) is not { } page || (page.After is not null && InPath.Number(page.After) is null)) return KnownProblems.BadCursor;
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        var below = page.After is { } last ? InPath.Number(last)!.Value : (head.Current?.Number ?? 0) + 1;
        return Results.Ok(page.Of(list, await stores.Lists.Assessments(contract, below, page.Limit + 1), m => $"{m.Number}").Of(AssessmentInSum.Of));
    }

    private static async Task<IResult> One(string contract, string assessment, string? knownAt, HttpContext context, Stores stores, StoodThen stood)
    {
        if (!TryAsk(assessment, knownAt, out var at, out var refusal)) return refusal!;
        if (await Find(contract, assessment, at, stores, stood) is not { } manifest) return KnownProblems.NotFound;
        context.Response.Headers.CacheControl = assessment == Current ? AskEachTime : ForEver;
        return Results.Ok(AssessmentAnswer.Of(manifest));
    }

    private static async Task<IResult> Period(
        string contract, string assessment, string period, string? knownAt, HttpContext context, Stores stores, StoodThen stood)
    {
        if (!TryAsk(assessment, knownAt, out var at, out var refusal)) return refusal!;
        if (await Find(contract, assessment, at, stores, stood) is not { } manifest || manifest.Periods.FirstOrDefault(p => p.Name == period) is not { } pin) return KnownProblems.NotFound;
        EntityTags.Say(context, pin.Sha256);
        context.Response.Headers.CacheControl = assessment == Current ? AskEachTime : ForEver;
        if (EntityTags.Has(context, pin.Sha256)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var document = await stores.Results.Get(contract, pin.Sha256) ?? throw new InvalidOperationException($"The document {pin.Sha256} of {contract} is gone.");
        return Answers.Text(document, Answers.Json);
    }

    private static async Task<IResult> Delta(string contract, string before, string after, Stores stores) =>
        await Find(contract, before, stores) is { } old && await Find(contract, after, stores) is { } now
            ? Results.Ok(DeltaAnswer.Of(old, now))
            : KnownProblems.NotFound;

    private static async Task<IResult> ResultByResult(string contract, string before, string after, Stores stores, ReproduceAssessment reproduce)
    {
        var head = before == Current || after == Current ? await stores.Register.Head(contract) : null;
        return Number(before) is { } old && Number(after) is { } now && await reproduce.Between(contract, old, now) is { } delta
            ? Answers.Text(ComparisonDocument.WriteJson([delta]), Answers.Json)
            : KnownProblems.NotFound;

        int? Number(string assessment) => assessment == Current ? head?.Current?.Number : InPath.Number(assessment);
    }

    private static bool TryAsk(string assessment, string? knownAt, out Instant? at, out ApiProblem? refusal)
    {
        if (KnownAt.TryRead(knownAt, out at, out refusal) && at is not null && assessment != Current) refusal = OfNumber;
        return refusal is null;
    }

    private static Task<Manifest?> Find(string contract, string assessment, Instant? at, Stores stores, StoodThen stood) =>
        at is { } instant ? stood.Of(contract, instant) : Find(contract, assessment, stores);

    private static async Task<Manifest?> Find(string contract, string assessment, Stores stores) =>
        assessment == Current ? (await stores.Register.Head(contract))?.Current
        : InPath.Number(assessment) is { } number ? await stores.Register.Assessment(contract, number)
        : null;

    private static async Task<IResult> Nothing(string contract, Stores stores) =>
        await stores.Register.Head(contract) is null ? KnownProblems.NoSuchContract : Results.Ok(new Page<AssessmentInSum>([], null));
}
