using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Design;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Returns;

/// <summary>What a supplier has to send: across contracts, of one contract, and for one Service Period.</summary>
internal static class ReturnPages
{
    private const int ContractsOnPage = 50;

    private const string List = "returns";

    /// <summary>What was refused longer ago is no longer news.</summary>
    private static readonly Duration Lately = Duration.FromDays(60);

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder contract)
    {
        pages.MapGet("/returns", Contracts).Needs(Permission.SubmitReturn);
        contract.MapGet("/returns", OfContract).Needs(Permission.SubmitReturn);
        contract.MapGet("/periods/{period}/return", OfPeriod).Needs(Permission.SubmitReturn);
        contract.MapGet("/periods/{period}/return/template/{format}", Template).Needs(Permission.SubmitReturn);
    }

    private static async Task<IResult> Contracts(string? cursor, HttpContext context, IAssignments assignments, SeenContracts seen, CancellationToken cancellation)
    {
        if (PageRequest.Read(List, cursor, ContractsOnPage) is not { } page || !Api.ContractsApi.IsPlace(page.After)) return KnownProblems.BadCursor;
        var given = await assignments.Of(Caller.Of(context)!.Id, cancellation);
        var some = page.Of(List, await seen.Of(given, page.After, page.Limit + 1), row => row.Place);
        return some is { Items: [var only], Next: null } && cursor is null
            ? new SeeOther($"/contracts/{only.Contract}/returns")
            : new Shown<ContractsWithReturnsPage>(new ContractsWithReturns(some.Items, some.Next is null ? null : $"/returns?cursor={some.Next}", cursor is null ? null : "/returns"));
    }

    private static async Task<IResult> OfContract(string contract, bool? all, OpenContract open, Stores stores, IClock clock)
    {
        if (await open.Of(contract) is not { } opened) return KnownProblems.NoSuchContract;
        var refused = await stores.Lists.Refusals(contract, clock.GetCurrentInstant() - Lately);
        return new Shown<ReturnTasksPage>(new ReturnTasksModel(
            opened, ReturnTasks.Of(opened, refused, all is true), all is true,
            [.. opened.Stored.Inbox.Where(i => i.OnlyPeriod is null).Select(i => i.Receipt)],
            [.. refused.Where(r => r.Period is null)]));
    }

    private static async Task<IResult> OfPeriod(string contract, string period, HttpContext context, OpenContract open, Stores stores, IClock clock)
    {
        if (InPath.Month(period) is not { } month || await open.Of(contract) is not { } opened || opened.Period(month) is not { } terms) return KnownProblems.NotFound;
        var caller = Caller.Of(context)!;
        var refused = await stores.Lists.Refusals(contract, clock.GetCurrentInstant() - Lately);
        var own = caller.Link is null ? refused : [.. refused.Where(r => r.By == caller.Id)];
        return new Shown<ReturnPage>(ReturnModel.Of(opened, terms, own, caller.Link is not null));
    }

    private static async Task<IResult> Template(string contract, string period, string format, HttpContext context, OpenContract open)
    {
        if (format is not ("xlsx" or "csv") || InPath.Month(period) is not { } month || await open.Of(contract) is not { } opened) return KnownProblems.NotFound;
        // Whoever came by a link sees nothing of earlier returns.
        IReadOnlyList<Domain.Returns.SupplierReturn> returns = Caller.Of(context)!.Link is null ? [.. opened.Stored.Standing] : [];
        if (ReturnTemplate.Of(opened.Terms, month, returns, opened.Basis) is not { } bare) return KnownProblems.NotFound;
        // The service dates a return by the day it comes; whoever sends it need not fill that in.
        var template = bare with { Rows = [.. bare.Rows.Select(r => r.Figure == "submitted on" ? r with { Value = $"{opened.Today:uuuu-MM-dd}" } : r)] };
        var name = $"{contract}-{period}.{format}";
        return format == "csv"
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(TemplateCsv.Write(template)), "text/csv; charset=utf-8", name)
            : Results.File(TemplateWorkbook.Write(template), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }
}

/// <summary>The contracts somebody sends returns for.</summary>
public sealed record ContractsWithReturns(IReadOnlyList<PortfolioRow> Contracts, string? Next, string? First);

/// <param name="Unread">Being checked; of which Service Period they are is known once they are read.</param>
/// <param name="Unreadable">Refused lately, and of which Service Period they are could not be told.</param>
public sealed record ReturnTasksModel(OpenedContract Contract, ReturnTasks Tasks, bool All, IReadOnlyList<Receipt> Unread, IReadOnlyList<Receipt> Unreadable);

/// <summary>One Service Period's return: where it stands, and what may be done.</summary>
/// <param name="Task">Where it stands.</param>
/// <param name="Revisions">The latest first.</param>
public sealed record ReturnModel(OpenedContract Contract, PeriodTerms Terms, TaskItem Task, IReadOnlyList<RevisionShown> Revisions, IReadOnlyList<Receipt> Refused, bool HasEnded)
{
    public string Address => ReturnTasks.Address(Contract.Code, Terms.Period.Month);

    public bool IsCorrection => Revisions.Any(r => r.Stands);

    internal static ReturnModel Of(OpenedContract contract, PeriodTerms terms, IReadOnlyList<Receipt> refused, bool byLink)
    {
        var month = terms.Period.Month;
        var all = contract.Stored.Returns.Where(r => r.Facts.Month == month).OrderByDescending(r => r.Facts.Revision).ToList();
        var standing = all.FirstOrDefault(r => r.State == ReturnState.Accepted);
        // Of earlier returns a link tells nothing.
        return new(
            contract, terms, ReturnTasks.One(contract, terms, refused),
            byLink ? [] : [.. all.Select(r => new RevisionShown(r, StateOf(r, standing), ReferenceEquals(r, standing)))],
            [.. refused.Where(r => r.Period == month)], terms.Period.Last < contract.Today);
    }

    private static string StateOf(RegisteredReturn one, RegisteredReturn? standing) => one.State switch
    {
        ReturnState.AwaitsConfirmation => "Confirm warnings",
        ReturnState.Withdrawn => "Withdrawn",
        _ => ReferenceEquals(one, standing) ? "Accepted" : "Replaced",
    };
}

/// <param name="Stands">It is the one that counts.</param>
public sealed record RevisionShown(RegisteredReturn Return, string State, bool Stands);
