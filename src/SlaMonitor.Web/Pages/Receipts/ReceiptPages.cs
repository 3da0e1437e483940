using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Api;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Returns;
using SlaMonitor.Web.Pages.Sending;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Receipts;

/// <summary>What became of what was sent: being checked, accepted, given back, or waiting for its warnings to be confirmed.</summary>
internal static class ReceiptPages
{
    private const string ReasonField = "reason";

    public static void Map(IEndpointRouteBuilder contract)
    {
        var receipts = contract.MapGroup("/periods/{period}/return/receipts/{receipt}");
        receipts.MapGet("", One).Needs(Permission.SubmitReturn);
        receipts.MapGet("/findings", Findings).Needs(Permission.SubmitReturn);
        receipts.MapPost("/confirm", Confirm).Needs(Permission.SubmitReturn);
    }

    private static async Task<IResult> One(string contract, string period, string receipt, HttpContext context, Stores stores, OpenContract open, IClock clock) =>
        await Find(contract, period, receipt, context, stores) is { } found && await open.Of(contract) is { } opened
            ? new Shown<ReceiptPage>(ReceiptModel.Of(opened, InPath.Month(period)!.Value, found, clock.GetCurrentInstant(), Filled.Blank))
            : KnownProblems.NotFound;

    private static async Task<IResult> Findings(string contract, string period, string receipt, HttpContext context, Stores stores) =>
        await Find(contract, period, receipt, context, stores) is { } found
            ? SendingPages.FindingsFile(contract, period, found.Findings)
            : KnownProblems.NotFound;

    private static async Task<IResult> Confirm(
        string contract, string period, string receipt, HttpContext context, Stores stores, OpenContract open, ChangeReturn change, IClock clock, CancellationToken cancellation)
    {
        if (await Find(contract, period, receipt, context, stores) is not { Period: { } month, Revision: { } revision } found) return KnownProblems.NotFound;
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        filled = filled.And(ReasonField, Reasons.Missing(filled[ReasonField], "Enter why the figures are right all the same"));
        if (!filled.IsFine)
        {
            return await open.Of(contract) is { } opened
                ? new Shown<ReceiptPage>(ReceiptModel.Of(opened, month, found, clock.GetCurrentInstant(), filled), StatusCodes.Status422UnprocessableEntity)
                : KnownProblems.NotFound;
        }

        // Asked twice, or by two people at once, it is confirmed once; the page shows how it stands.
        return await change.Confirm(contract, month, revision, Asking.For(context, filled[ReasonField])) is ReturnChange.NoSuchRevision
            ? KnownProblems.NotFound
            : new SeeOther($"{ReturnTasks.Address(contract, month)}/receipts/{receipt}");
    }

    /// <summary>Whoever came by a link sees what they sent themselves. A receipt is of the period in its address, or of none that could be told.</summary>
    private static async Task<Receipt?> Find(string contract, string period, string receipt, HttpContext context, Stores stores)
    {
        if (InPath.Month(period) is not { } month || !InPath.IsReceipt(receipt) || await stores.Register.Receipt(contract, receipt) is not { } found) return null;
        var caller = Caller.Of(context)!;
        if (caller.Link is not null && found.By != caller.Id) return null;
        return found.Period is { } of && of != month ? null : found;
    }
}

/// <summary>A receipt with what is to be done about it.</summary>
/// <param name="Answer">The same as the API gives.</param>
/// <param name="Stands">Where the revision it was given stands; null where it has none.</param>
public sealed record ReceiptModel(OpenedContract Contract, YearMonth Month, Receipt Receipt, ReceiptAnswer Answer, ReturnState? Stands, Filled Filled)
{
    public string Address => ReturnTasks.Address(Contract.Code, Month);

    public bool AwaitsConfirmation => Stands == ReturnState.AwaitsConfirmation && Receipt.Revision is not null;

    /// <summary>Such as <c>my-first 2026-01 revision 1</c>; until it has one, its receipt's own number.</summary>
    public string Reference => Receipt is { Period: { } of, Revision: { } revision } ? $"{Contract.Code} {Domain.Calendars.ServicePeriod.NameOf(of)} revision {revision}" : Receipt.Id;

    internal static ReceiptModel Of(OpenedContract contract, YearMonth month, Receipt receipt, Instant now, Filled filled) => new(
        contract, month, receipt, ReceiptAnswer.Of(receipt, now),
        receipt is { Period: { } of, Revision: { } revision } ? contract.Revision(of, revision)?.State : null, filled);
}
