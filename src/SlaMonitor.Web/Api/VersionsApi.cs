using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>The dated versions of a contract's terms: handed in as drafts, checked, put into force for good.</summary>
/// <remarks>Drafts are the client's own business: who may neither manage the contract nor read its audit trail does not see them.</remarks>
internal static class VersionsApi
{
    private const string Tag = "Contract versions";

    /// <summary>Where a version stands today, in the contract's zone.</summary>
    public enum VersionState
    {
        Draft,

        /// <summary>Put into force for a day that has not come.</summary>
        Coming,

        InForce,

        /// <summary>A later version is in force; the Service Periods of its time are judged by it all the same.</summary>
        Superseded,
    }

    /// <param name="EffectiveFrom">The day it takes effect: its name.</param>
    /// <param name="InForce">Whether it is in force today.</param>
    /// <param name="Sha256">Of its canonical file once it was put into force; null while it is a draft.</param>
    /// <param name="FileSha256">Of the file as it was handed in.</param>
    /// <param name="At">When it was put into force, or handed in as a draft.</param>
    /// <param name="Sound">Whether nothing stands in the way of it.</param>
    /// <param name="Findings">What was found in a draft.</param>
    /// <param name="Comparison">What a draft would move of what has been assessed; null in lists, and where there is nothing to compare it with.</param>
    /// <param name="NeedsSecondPerson">Of a draft: whether somebody else than who handed it in has to put it into force, which is so but for local
    /// development; null of what is in force.</param>
    public sealed record VersionAnswer(
        LocalDate EffectiveFrom, VersionState State, bool InForce, string? Sha256, string FileSha256, Instant At, bool Sound, IReadOnlyList<FindingAnswer> Findings,
        TermsComparison? Comparison, bool? NeedsSecondPerson)
    {
        /// <param name="among">All that were put into force.</param>
        public static VersionAnswer Of(RegisteredTerms terms, IEnumerable<RegisteredTerms> among, LocalDate today)
        {
            var state = terms.EffectiveFrom > today ? VersionState.Coming
                : among.Any(t => t.EffectiveFrom > terms.EffectiveFrom && t.EffectiveFrom <= today) ? VersionState.Superseded
                : VersionState.InForce;
            return new(terms.EffectiveFrom, state, state == VersionState.InForce, terms.Sha256, terms.RawSha256, terms.ActivatedAt, true, [], null, null);
        }

        public static VersionAnswer Of(DraftTerms draft, TermsComparison? comparison, TermsPolicy policy) => new(
            draft.EffectiveFrom, VersionState.Draft, false, null, draft.RawSha256, draft.PutAt, draft.IsSound, [.. draft.Findings.Select(FindingAnswer.Of)], comparison, policy.NeedsSecondPerson);
    }

    /// <param name="Comparison">The <c>sha256</c> of the comparison that was seen, where the terms move what has been assessed.</param>
    internal sealed record ActivateBody(string Reason, string? Comparison = null);

    /// <param name="Versions">By day, those put into force and then the drafts.</param>
    public sealed record VersionsAnswer(IReadOnlyList<VersionAnswer> Versions);

    /// <param name="Changes">Every fact that is not alike, in the order of the file.</param>
    public sealed record DiffAnswer(LocalDate Before, LocalDate After, IReadOnlyList<ChangedFact> Changes);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var versions = contract.MapGroup("/versions").WithTags(Tag);
        versions.MapGet("", All).Needs(Permission.ReadContract)
            .WithName("versions").WithSummary("The versions of the terms").Produces<VersionsAnswer>();
        versions.MapGet("/{effectiveFrom}", One).Needs(Permission.ReadContract)
            .WithName("version").WithSummary("One version of the terms as a file")
            .WithDescription("The canonical contract file (schema/contract-1.json) as YAML or JSON, whichever you accept. A draft that cannot be read comes as it was handed in.")
            .Produces<System.Text.Json.JsonElement>().AlsoAs(Answers.Yaml, "The same as YAML.").AlsoAs("application/octet-stream", "A draft as it was handed in.")
            .SaysHeader(StatusCodes.Status200OK, "ETag", "For If-Match.").Fails(KnownProblems.NotFound);
        versions.MapPut("/{effectiveFrom}", Put).Needs(Permission.ManageContract)
            .WithName("putVersion").WithSummary("Hand in a version of the terms as a draft")
            .WithDescription("It is kept even with errors; the answer says everything that was found, and what it would move of what has been assessed. Replacing a draft needs If-Match with the ETag of the draft.")
            .TakesFile("A contract file.", [Answers.Yaml, Answers.Json]).TakesIfMatch()
            .Produces<VersionAnswer>().Produces<VersionAnswer>(StatusCodes.Status201Created)
            .SaysHeader(StatusCodes.Status200OK, "ETag", "For If-Match.").SaysHeader(StatusCodes.Status201Created, "ETag", "For If-Match.")
            .Fails(KnownProblems.InForce, KnownProblems.BadRequest, KnownProblems.NotFound);
        versions.MapPost("/{effectiveFrom}/activate", Activate).Needs(Permission.ManageContract)
            .WithName("activateVersion").WithSummary("Put a draft into force for good")
            .WithDescription("Its worked examples must pass, and it must be sound beside the versions in force. The contract is assessed anew within seconds. Where it moves what has been assessed, 'comparison' repeats the 'sha256' of the comparison that the draft came with, which is also at .../comparison; else the answer is 428, or 409 where something else moves by now. Whoever handed the draft in does not put it into force as well: 403 second-person-needed, except in local development, where 'needsSecondPerson' of the draft is false.")
            .TakesIfMatch().Produces<VersionAnswer>().Fails(KnownProblems.Invalid, KnownProblems.InForce, KnownProblems.ComparisonChanged, KnownProblems.NotFound, KnownProblems.IfMatchMissing, KnownProblems.ComparisonMissing, KnownProblems.SecondPerson);
        versions.MapGet("/{effectiveFrom}/comparison", Comparison).Needs(Permission.ReadContract)
            .WithName("versionComparison").WithSummary("What a draft would move of what has been assessed, as of today")
            .Produces<TermsComparison>().Fails(KnownProblems.NotFound);
        versions.MapDelete("/{effectiveFrom}", Discard).Needs(Permission.ManageContract)
            .WithName("discardVersion").WithSummary("Discard a draft")
            .WithDescription("The file stays, as all that was handed in does, and the audit trail says who discarded it. What was put into force stays for good.")
            .TakesIfMatch().Produces(StatusCodes.Status204NoContent).Fails(KnownProblems.InForce, KnownProblems.NotFound);
        versions.MapGet("/{before}/diff/{after}", Diff).Needs(Permission.ReadContract)
            .WithName("versionDiff").WithSummary("What two versions of the terms differ in")
            .Produces<DiffAnswer>().Fails(KnownProblems.NotFound);
    }

    private static async Task<IResult> All(string contract, HttpContext context, Stores stores, ReadTerms terms, TermsPolicy policy, HolidayBasis basis, IClock clock)
    {
        var stored = await stores.Register.Load(contract);
        var drafts = SeesDrafts(context) ? await stores.Register.Drafts(contract) : [];
        if (stored.Version is null && drafts.Count == 0) return KnownProblems.NoSuchContract;
        var today = terms.Of(stored, basis) is { } known ? clock.GetCurrentInstant().InZone(known.Latest.Zone).Date : default;
        return Results.Ok(new VersionsAnswer([.. stored.Terms.Select(t => VersionAnswer.Of(t, stored.Terms, today)), .. drafts.Select(d => VersionAnswer.Of(d, null, policy))]));
    }

    private static async Task<IResult> One(string contract, string effectiveFrom, HttpContext context, Stores stores, ReadVersion read)
    {
        if (InPath.Day(effectiveFrom) is not { } day || await read.Of(await stores.Register.Load(contract), day, SeesDrafts(context)) is not { } file)
            return KnownProblems.NotFound;
        EntityTags.Say(context, file.Draft is { } draft ? VersionTag.Of(draft.Version) : file.Sha256);
        return file.Json is not { } json ? Results.Bytes(file.AsHandedIn!, "application/octet-stream")
            : Answers.Wanted(context, Answers.Json, Answers.Yaml) == Answers.Yaml ? Answers.Text(read.Yaml(json), Answers.Yaml)
            : Answers.Text(json, Answers.Json);
    }

    private static async Task<IResult> Put(string contract, string effectiveFrom, HttpContext context, Stores stores, PutTerms terms, TermsPolicy policy, CancellationToken cancellation)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        var (file, refusal) = await SentFile.Read(context.Request, long.MaxValue, cancellation);
        if (file is null) return refusal!;
        var draft = await stores.Register.Draft(contract, day);
        if ((draft is not null || context.Request.Headers.IfMatch.Count > 0) && EntityTags.Check(context, draft is null ? null : VersionTag.Of(draft.Version)) is { } unmet)
            return draft is null && await IsInForce(contract, day, stores) ? KnownProblems.InForce : unmet;
        var outcome = await terms.Draft(contract, day, file.Bytes, draft?.Version, Asking.For(context, "handed in"));
        if (outcome is not TermsOutcome.Drafted { Draft: var drafted, Comparison: var comparison }) return Refused(outcome);
        EntityTags.Say(context, VersionTag.Of(drafted.Version));
        return draft is null
            ? Results.Created($"/api/v1/contracts/{contract}/versions/{effectiveFrom}", VersionAnswer.Of(drafted, comparison, policy))
            : Results.Ok(VersionAnswer.Of(drafted, comparison, policy));
    }

    private static async Task<IResult> Activate(string contract, string effectiveFrom, ActivateBody body, HttpContext context, Stores stores, PutTerms terms)
    {
        if (ReasonBody.RefusalOf(body.Reason, "/reason") is { } refusal) return refusal;
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        if (await stores.Register.Draft(contract, day) is not { } draft)
            return await IsInForce(contract, day, stores) ? KnownProblems.InForce : KnownProblems.NotFound;
        if (EntityTags.Check(context, VersionTag.Of(draft.Version)) is { } unmet) return unmet;
        var outcome = await terms.Activate(contract, day, draft.Version, Asking.For(context, body.Reason), body.Comparison);
        if (outcome is TermsOutcome.Uncompared { Comparison: var moved })
        {
            return (body.Comparison is null ? KnownProblems.ComparisonMissing : KnownProblems.ComparisonChanged) with
            {
                Detail = $"It {moved.InWords()}. Read the draft's comparison, and repeat its 'sha256' as 'comparison' if you want that.",
            };
        }

        return outcome is TermsOutcome.Activated { Terms: var activated, Today: var today } ? Results.Ok(VersionAnswer.Of(activated, [activated], today)) : Refused(outcome);
    }

    private static async Task<IResult> Comparison(string contract, string effectiveFrom, HttpContext context, PutTerms terms) =>
        InPath.Day(effectiveFrom) is { } day && SeesDrafts(context) && await terms.Comparison(contract, day) is { } comparison ? Results.Ok(comparison) : KnownProblems.NotFound;

    private static async Task<IResult> Discard(string contract, string effectiveFrom, HttpContext context, Stores stores, PutTerms terms)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        if (await stores.Register.Draft(contract, day) is not { } draft)
            return await IsInForce(contract, day, stores) ? KnownProblems.InForce : KnownProblems.NotFound;
        if (EntityTags.Check(context, VersionTag.Of(draft.Version)) is { } unmet) return unmet;
        var outcome = await terms.Discard(contract, day, draft.Version, Asking.For(context, "discarded"));
        return outcome is TermsOutcome.Discarded ? Results.NoContent() : Refused(outcome);
    }

    private static async Task<IResult> Diff(string contract, string before, string after, HttpContext context, Stores stores, ReadVersion read)
    {
        if (InPath.Day(before) is not { } first || InPath.Day(after) is not { } second) return KnownProblems.NotFound;
        var stored = await stores.Register.Load(contract);
        var (old, now) = (await read.Of(stored, first, SeesDrafts(context)), await read.Of(stored, second, SeesDrafts(context)));
        return old is { Json: { } oldJson } && now is { Json: { } newJson }
            ? Results.Ok(new DiffAnswer(first, second, VersionDiff.Of(oldJson, newJson)))
            : KnownProblems.NotFound with { Detail = "Both must be versions that can be read." };
    }

    private static async Task<bool> IsInForce(string contract, LocalDate day, Stores stores) => (await stores.Register.Load(contract)).Terms.Any(t => t.EffectiveFrom == day);

    private static ApiProblem Refused(TermsOutcome outcome) => outcome switch
    {
        TermsOutcome.InForceAlready => KnownProblems.InForce,
        TermsOutcome.ChangedMeanwhile => KnownProblems.Changed,
        TermsOutcome.NoDraft => KnownProblems.NotFound,
        TermsOutcome.OneAlone => KnownProblems.SecondPerson,
        TermsOutcome.Unsound unsound => KnownProblems.Of(unsound.Findings),
        _ => throw new InvalidOperationException("The set of outcomes is closed."),
    };

    private static bool SeesDrafts(HttpContext context) =>
        Caller.Of(context) is { } caller && (caller.May(Permission.ManageContract) || caller.May(Permission.ReadAudit));
}
