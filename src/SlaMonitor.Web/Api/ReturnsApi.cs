using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>The returns that were not refused, and what their senders may still do with them.</summary>
internal static class ReturnsApi
{
    private const string Tag = "Returns", Octets = ExtractFile.Octets;

    /// <summary>Where a revision stands.</summary>
    public enum RevisionState
    {
        /// <summary>It counts.</summary>
        Accepted,

        /// <summary>It has warnings and counts once they are confirmed.</summary>
        AwaitsConfirmation,

        /// <summary>A later revision of the same Service Period counts.</summary>
        Replaced,

        Withdrawn,
    }

    /// <param name="SubmittedOn">The day it is dated, in the contract's zone.</param>
    /// <param name="Receipt">The id of its receipt.</param>
    /// <param name="Sha256">Of its facts as canonical JSON.</param>
    /// <param name="FileSha256">Of the file as it came.</param>
    /// <param name="Reason">Why its warnings were confirmed, or it was withdrawn.</param>
    /// <param name="Imported">Whether the client imported it as history; then the client alone replaces or withdraws it.</param>
    public sealed record RevisionAnswer(
        string Period, int Revision, RevisionState State, Instant ReceivedAt, LocalDate SubmittedOn, string Receipt, string Sha256, string FileSha256, string? Reason, bool Imported)
    {
        /// <summary>Its place in the list, which the same period's revisions share up to the last part.</summary>
        internal string Place => $"{Period}~{Revision:D6}";

        public static RevisionAnswer Of(RegisteredReturn one, RegisteredContract among) => new(
            ServicePeriod.NameOf(one.Facts.Month), one.Facts.Revision, StateOf(one, among), one.ReceivedAt, one.Facts.SubmittedOn, one.Receipt, one.Sha256, one.RawSha256, one.Reason, one.IsImported);

        private static RevisionState StateOf(RegisteredReturn one, RegisteredContract among) => one.State switch
        {
            ReturnState.AwaitsConfirmation => RevisionState.AwaitsConfirmation,
            ReturnState.Withdrawn => RevisionState.Withdrawn,
            _ => among.Standing.Any(r => r.Month == one.Facts.Month && r.Revision > one.Facts.Revision) ? RevisionState.Replaced : RevisionState.Accepted,
        };
    }

    /// <param name="Facts">As schema/return-1.json has them.</param>
    public sealed record ReturnAnswer(RevisionAnswer Return, JsonElement Facts);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var returns = contract.MapGroup("/returns").WithTags(Tag);
        SendingApi.Map(returns);
        ReceiptsApi.Map(returns);
        LinksApi.Map(returns);
        returns.MapGet("", All).Needs(Permission.ReadContract)
            .WithName("returns").WithSummary("The returns that were not refused, by Service Period and revision")
            .Produces<Page<RevisionAnswer>>().Fails(KnownProblems.BadCursor);
        returns.MapGet("/{period}/{revision}", One).Needs(Permission.ReadContract)
            .WithName("return").WithSummary("One revision with its facts").Produces<ReturnAnswer>().Fails(KnownProblems.NotFound);
        returns.MapGet("/{period}/{revision}/file", RawFile).Needs(Permission.ReadContract)
            .WithName("returnFile").WithSummary("The file of a revision, byte for byte as it came")
            .WithDescription("To be kept, never shown: it is its sender's, and nobody has looked at it for what it might do in a program that opens it.")
            .Produces<Stream>(StatusCodes.Status200OK, Octets)
            .SaysHeader(StatusCodes.Status200OK, "Content-Disposition", "'attachment', with a name made of contract, period and revision.")
            .Fails(KnownProblems.NotFound);
        returns.MapGet("/{period}/{revision}/extracts/{name}", ExtractFile.Of).Needs(Permission.ReadContract)
            .WithName("returnExtract").WithSummary("A ticket extract that came with a revision, byte for byte as it came")
            .WithDescription("To be kept, never shown, like the file of a return. Extracts have a retention of their own; what was counted from one stays after it.")
            .Produces<Stream>(StatusCodes.Status200OK, Octets)
            .SaysHeader(StatusCodes.Status200OK, "Content-Disposition", "'attachment', with a name made of contract, period, revision and extract.")
            .Fails(KnownProblems.NotFound);
        Changing(returns.MapPost("/{period}/{revision}/confirm", Confirm))
            .WithName("confirmReturn").WithSummary("Confirm a return's warnings, so that it counts");
        Changing(returns.MapPost("/{period}/{revision}/withdraw", Withdraw))
            .WithName("withdrawReturn").WithSummary("Withdraw a return; the last good revision stands again");
    }

    private static RouteHandlerBuilder Changing(RouteHandlerBuilder endpoint) => endpoint.Needs(Permission.SubmitReturn)
        .WithDescription("Asked again with the same reason, the answer is the same.")
        .Produces<RevisionAnswer>().Fails(KnownProblems.Forbidden, KnownProblems.NotFound, KnownProblems.NotFromThere, KnownProblems.Invalid);

    private static async Task<IResult> All(string contract, string? cursor, int? limit, Stores stores)
    {
        var list = $"returns of {contract}";
        if (PageRequest.Read(list, cursor, limit) is not { } page) return KnownProblems.BadCursor;
        var stored = await stores.Register.Load(contract);
        if (stored.Version is null) return KnownProblems.NoSuchContract;
        var all = stored.Returns.Select(r => RevisionAnswer.Of(r, stored)).OrderBy(r => r.Place, StringComparer.Ordinal);
        return Results.Ok(page.Of(list, [.. all.Where(r => page.After is null || string.CompareOrdinal(r.Place, page.After) > 0).Take(page.Limit + 1)], r => r.Place));
    }

    private static async Task<IResult> One(string contract, string period, string revision, Stores stores)
    {
        if (InPath.Month(period) is not { } month || InPath.Number(revision) is not { } number) return KnownProblems.NotFound;
        var stored = await stores.Register.Load(contract);
        return Find(stored, month, number) is { } found
            ? Results.Ok(new ReturnAnswer(RevisionAnswer.Of(found, stored), JsonElement.Parse(ReturnFile.WriteJson(found.Facts))))
            : KnownProblems.NotFound;
    }

    private static async Task<IResult> RawFile(string contract, string period, string revision, HttpContext context, Stores stores)
    {
        if (InPath.Month(period) is not { } month || InPath.Number(revision) is not { } number) return KnownProblems.NotFound;
        if (Find(await stores.Register.Load(contract), month, number) is not { } found) return KnownProblems.NotFound;
        if (await stores.Raw.Get($"{contract}/{found.RawSha256}") is not { } bytes) return KnownProblems.NotFound;
        // Should a browser show it all the same, then as a page of nobody's that may run nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(bytes, Octets, $"{contract}-{period}-{revision}.{ReturnFile.EndingOf(bytes)}");
    }

    private static Task<IResult> Confirm(string contract, string period, string revision, ReasonBody body, HttpContext context, ChangeReturn change) =>
        Change(contract, period, revision, body, context, ReturnState.Accepted, change.Confirm);

    private static Task<IResult> Withdraw(string contract, string period, string revision, ReasonBody body, HttpContext context, ChangeReturn change) =>
        Change(contract, period, revision, body, context, ReturnState.Withdrawn, change.Withdraw);

    private static async Task<IResult> Change(
        string contract, string period, string revision, ReasonBody body, HttpContext context, ReturnState state,
        Func<string, YearMonth, int, Asked, Task<ReturnChange>> change)
    {
        if (body.Refusal() is { } refusal) return refusal;
        if (InPath.Month(period) is not { } month || InPath.Number(revision) is not { } number) return KnownProblems.NotFound;
        switch (await change(contract, month, number, Asking.For(context, body.Reason)))
        {
            case ReturnChange.Done { Return: var done, After: var after }:
                return Results.Ok(RevisionAnswer.Of(done, after));
            case ReturnChange.Imported:
                return KnownProblems.Forbidden with { Detail = "The client imported it as history, and the client alone withdraws or confirms it." };
            case ReturnChange.NotFrom { Return: var found, Stored: var stored }:
                if (found.State != state || found.Reason != body.Reason)
                    return KnownProblems.NotFromThere with { Detail = $"It is {(found.State == ReturnState.Withdrawn ? "withdrawn" : "accepted")} already." };
                context.Response.Headers[IdempotencyKey.Replayed] = "true";
                return Results.Ok(RevisionAnswer.Of(found, stored));
            default:
                return KnownProblems.NotFound;
        }
    }

    private static RegisteredReturn? Find(RegisteredContract stored, YearMonth month, int revision) =>
        stored.Returns.FirstOrDefault(r => r.Facts.Month == month && r.Facts.Revision == revision);
}
