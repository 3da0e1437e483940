using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Who did what to a contract. To verify the trail is work for <c>sla audit verify</c>, as it reads all of it.</summary>
internal static class AuditApi
{
    /// <param name="Number">Its place in the chain, from 1.</param>
    /// <param name="By">A stable id, never a name.</param>
    /// <param name="Hash">Of it, its number and the hash before it.</param>
    public sealed record AuditAnswer(long Number, Instant At, string By, string What, string To, string Detail, string Hash)
    {
        public static AuditAnswer Of(AuditRow row) => new(row.Number, row.Entry.At, row.Entry.By, row.Entry.What, row.Entry.To, row.Entry.Detail, row.Hash);
    }

    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/audit", Audit).Needs(Permission.ReadAudit).WithTags("Audit")
            .WithName("audit").WithSummary("The audit trail, the latest first").Produces<Page<AuditAnswer>>().Fails(KnownProblems.BadCursor);
        contract.MapGet("/history", History).Needs(Permission.ReadAudit).WithTags("Audit")
            .WithName("history").WithSummary("What of the audit trail concerns the terms, the first first").Produces<Page<AuditAnswer>>().Fails(KnownProblems.BadCursor);
    }

    private static async Task<IResult> Audit(string contract, string? cursor, int? limit, Stores stores)
    {
        var list = $"audit of {contract}";
        if (Read(list, cursor, limit) is not ({ } page, var after)) return KnownProblems.BadCursor;
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        return Answer(page, list, await stores.Lists.Audit(contract, after ?? head.Audit.Number + 1, page.Limit + 1));
    }

    private static async Task<IResult> History(string contract, string? cursor, int? limit, Stores stores)
    {
        var list = $"history of {contract}";
        if (Read(list, cursor, limit) is not ({ } page, var after)) return KnownProblems.BadCursor;
        if (await stores.Register.Head(contract) is null) return KnownProblems.NoSuchContract;
        return Answer(page, list, await stores.Lists.AuditOfTerms(contract, after ?? 0, page.Limit + 1));
    }

    private static (PageRequest Page, int? After)? Read(string list, string? cursor, int? limit) =>
        PageRequest.Read(list, cursor, limit) is not { } page ? null
        : page.After is null ? (page, null)
        : InPath.Number(page.After) is { } after ? (page, after)
        : null;

    private static IResult Answer(PageRequest page, string list, IReadOnlyList<AuditRow> rows) =>
        Results.Ok(page.Of(list, rows, r => $"{r.Number}").Of(AuditAnswer.Of));
}
