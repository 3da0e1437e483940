using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>What was decided under a contract: reliefs, disputes, options, charges withheld.</summary>
internal static class DecisionsApi
{
    /// <param name="Number">In the order of recording.</param>
    /// <param name="Sha256">Of it as canonical JSON.</param>
    /// <param name="By">The stable id of whoever recorded it.</param>
    /// <param name="Decision">One item of the decisions of schema/decisions-1.json.</param>
    public sealed record DecisionAnswer(int Number, LocalDate On, Instant RecordedAt, string By, string Sha256, JsonElement Decision)
    {
        public static DecisionAnswer Of(RegisteredDecision one, string contract) => new(
            one.Number, one.Decision.On, one.RecordedAt, one.By, one.Sha256,
            JsonElement.Parse(DecisionFile.WriteJson(new(contract, [one.Decision]))).GetProperty("decisions")[0]);
    }

    /// <param name="Recorded">Those that were recorded now; what was recorded before is not recorded twice.</param>
    public sealed record RecordedAnswer(IReadOnlyList<DecisionAnswer> Recorded);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var decisions = contract.MapGroup("/decisions").WithTags("Decisions");
        decisions.MapGet("", All).Needs(Permission.ReadContract)
            .WithName("decisions").WithSummary("The decisions recorded, in that order").Produces<Page<DecisionAnswer>>().Fails(KnownProblems.BadCursor);
        decisions.MapPost("", Record).Needs(Permission.RecordDecision)
            .WithName("recordDecisions").WithSummary("Record the decisions of a decision file: all of them or none")
            .WithDescription("A decision is known by what it says, so the same file may come twice: 201 where some were recorded, 200 where all were known.")
            .TakesFile("A decision file (schema/decisions-1.json).", [Answers.Yaml, Answers.Json])
            .Produces<RecordedAnswer>().Produces<RecordedAnswer>(StatusCodes.Status201Created).Fails(KnownProblems.Invalid, KnownProblems.BadRequest);
    }

    private static async Task<IResult> All(string contract, string? cursor, int? limit, Stores stores)
    {
        var list = $"decisions of {contract}";
        if (PageRequest.Read(list, cursor, limit) is not { } page) return KnownProblems.BadCursor;
        var stored = await stores.Register.Load(contract);
        if (stored.Version is null) return KnownProblems.NoSuchContract;
        var after = page.After is { } last ? InPath.Number(last) : 0;
        return Results.Ok(page.Of(list, [.. stored.Decisions.Where(d => d.Number > after).Take(page.Limit + 1)], d => $"{d.Number}").Of(d => DecisionAnswer.Of(d, contract)));
    }

    private static async Task<IResult> Record(string contract, HttpContext context, KnownContracts known, RecordDecisions record, CancellationToken cancellation)
    {
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        var (file, refusal) = await SentFile.Read(context.Request, long.MaxValue, cancellation);
        if (file is null) return refusal!;
        var outcome = await record.Of(contract, file.Bytes, Asking.For(context, "recorded"));
        if (outcome.Problems.Count > 0) return KnownProblems.Of(outcome.Problems);
        var answer = new RecordedAnswer([.. outcome.Recorded.Select(d => DecisionAnswer.Of(d, contract))]);
        return outcome.Recorded.Count == 0 ? Results.Ok(answer) : Results.Created($"/api/v1/contracts/{contract}/decisions", answer);
    }
}
