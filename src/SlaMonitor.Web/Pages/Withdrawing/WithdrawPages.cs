using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Domain;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Returns;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Withdrawing;

/// <summary>Taking a return back, so that the last good revision before it stands again.</summary>
internal static class WithdrawPages
{
    private const string ReasonField = "reason";

    public static void Map(IEndpointRouteBuilder contract)
    {
        var revision = contract.MapGroup("/periods/{period}/return/{revision}/withdraw");
        revision.MapGet("", Ask).Needs(Permission.SubmitReturn);
        revision.MapPost("", Withdraw).Needs(Permission.SubmitReturn);
    }

    private static async Task<IResult> Ask(string contract, string period, string revision, HttpContext context, OpenContract open) =>
        await Find(contract, period, revision, context, open) is { } model ? new Shown<WithdrawPage>(model) : KnownProblems.NotFound;

    private static async Task<IResult> Withdraw(
        string contract, string period, string revision, HttpContext context, OpenContract open, ChangeReturn change, CancellationToken cancellation)
    {
        if (await Find(contract, period, revision, context, open) is not { } model) return KnownProblems.NotFound;
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        filled = filled.And(ReasonField, Reasons.Missing(filled[ReasonField], "Enter why you withdraw the return"));
        if (!filled.IsFine) return new Shown<WithdrawPage>(model with { Filled = filled }, StatusCodes.Status422UnprocessableEntity);
        return await change.Withdraw(contract, model.Return.Facts.Month, model.Return.Facts.Revision, Asking.For(context, filled[ReasonField])) is ReturnChange.NoSuchRevision
            ? KnownProblems.NotFound
            : new SeeOther($"{ReturnTasks.Address(contract, model.Return.Facts.Month)}/receipts/{model.Return.Receipt}");
    }

    /// <summary>Whoever came by a link sends, and takes nothing back.</summary>
    private static async Task<WithdrawModel?> Find(string contract, string period, string revision, HttpContext context, OpenContract open)
    {
        if (Caller.Of(context)!.Link is not null || InPath.Month(period) is not { } month || InPath.Number(revision) is not { } number) return null;
        return await open.Of(contract) is { } opened && opened.Revision(month, number) is { State: not ReturnState.Withdrawn } one ? WithdrawModel.Of(opened, one, Filled.Blank) : null;
    }
}

/// <summary>A revision that may be withdrawn, and what that would change.</summary>
/// <param name="Instead">The revision that stands again then; null where none does.</param>
/// <param name="Delta">In results, points and money; null where it does not count yet, so that nothing changes.</param>
public sealed record WithdrawModel(OpenedContract Contract, RegisteredReturn Return, RegisteredReturn? Instead, Delta? Delta, Filled Filled)
{
    public string Address => ReturnTasks.Address(Contract.Code, Return.Facts.Month);

    internal static WithdrawModel Of(OpenedContract contract, RegisteredReturn one, Filled filled)
    {
        var others = contract.Stored.Returns.Where(r => r.Facts.Month == one.Facts.Month && r.State == ReturnState.Accepted && r != one).ToList();
        var stands = one.State == ReturnState.Accepted && others.All(r => r.Facts.Revision < one.Facts.Revision);
        if (!stands) return new(contract, one, null, null, filled);
        var without = contract with { Stored = contract.Stored with { Returns = [.. contract.Stored.Returns.Where(r => r != one)] } };
        return new(contract, one, others.MaxBy(r => r.Facts.Revision), Delta.Between(contract.Assessed, without.Assessed), filled);
    }
}
