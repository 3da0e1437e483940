using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Who is told of a contract's alerts. Addresses are shown to whoever may change them, and to nobody else.</summary>
internal static class RecipientsApi
{
    /// <param name="Id">What logs and lists name them by: letters, digits and . _ / -; never an address.</param>
    /// <param name="Role">Managers are told; while all are away their deputies, then the team, then whom it is escalated to.</param>
    /// <param name="Way">How they are told.</param>
    /// <param name="Address">A mailbox, or an https address; null where the way is the screen.</param>
    /// <param name="AwayUntil">The last day of an absence; null where they are there.</param>
    /// <param name="FarAhead">How they are told of what is due later than in five working days; each by itself where nothing is said.</param>
    public sealed record RecipientAnswer(string Id, OfficerRole Role, NoticeWay Way, string? Address, LocalDate? AwayUntil, FarAhead FarAhead = FarAhead.Each);

    /// <param name="FromContractFile">True while nobody has been named and the officers of the contract file are told.</param>
    public sealed record RecipientsAnswer(string Contract, bool FromContractFile, IReadOnlyList<RecipientAnswer> Recipients);

    /// <param name="Reason">One line, for the audit trail.</param>
    /// <param name="Recipients">All of them: whoever is not named is told no more.</param>
    internal sealed record RecipientsBody(string Reason, IReadOnlyList<RecipientAnswer> Recipients);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var recipients = contract.MapGroup("/recipients").WithTags("Dates and alerts");
        recipients.MapGet("", Named).Needs(Permission.ManageContract)
            .WithName("recipients").WithSummary("Who is told of the contract's alerts, by role").Produces<RecipientsAnswer>();
        recipients.MapPut("", Name).Needs(Permission.ManageContract)
            .WithName("nameRecipients").WithSummary("Name who is told of the contract's alerts: exactly these")
            .WithDescription("They need no account. They are told of what arises from then on. The audit trail names ids, and no addresses.")
            .Produces<RecipientsAnswer>().Fails(KnownProblems.Invalid, KnownProblems.BadRequest);
    }

    private static async Task<IResult> Named(string contract, Stores stores, ReadTerms terms, HolidayBasis basis)
    {
        if (terms.Of(await stores.Register.Load(contract), basis) is not { } known) return KnownProblems.NoSuchContract;
        var named = await stores.Recipients.Get(contract);
        return Results.Ok(Answer(contract, named ?? Recipients.Of(known.Latest), named is null));
    }

    private static async Task<IResult> Name(string contract, RecipientsBody body, HttpContext context, KnownContracts known, NameRecipients name)
    {
        if (ReasonBody.RefusalOf(body.Reason, "/reason") is { } refusal) return refusal;
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        var recipients = new Recipients([.. body.Recipients.Select(r => new Recipient(r.Id, r.Role, r.Way, r.Address) { AwayUntil = r.AwayUntil, FarAhead = r.FarAhead })]);
        return await name.Of(contract, recipients, Asking.For(context, body.Reason)) is { Count: > 0 } problems
            ? KnownProblems.Of(problems)
            : Results.Ok(Answer(contract, recipients, false));
    }

    private static RecipientsAnswer Answer(string contract, Recipients recipients, bool fromFile) =>
        new(contract, fromFile, [.. recipients.All.Select(r => new RecipientAnswer(r.Id, r.Role, r.Way, r.Address, r.AwayUntil, r.FarAhead))]);
}
