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

/// <summary>What became of what was sent in. Whoever came by an upload link sees what they sent and nothing else.</summary>
internal static class ReceiptsApi
{
    /// <summary>In seconds.</summary>
    private const string LookAgainAfter = "2";

    public static void Map(IEndpointRouteBuilder returns)
    {
        Described(returns.MapGet("/receipts/{receipt}", Any).Needs(Permission.ReadContract))
            .WithName("receipt").WithSummary("What became of what was sent in");
        Described(returns.MapGet("/sent/{receipt}", Own).Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod())
            .WithName("sent").WithSummary("What became of what you have sent yourself, by an upload link for instance");
    }

    public static string Address(string contract, string receipt, Caller caller) =>
        $"/api/v1/contracts/{contract}/returns/{(caller.Link is null ? "receipts" : "sent")}/{receipt}";

    private static RouteHandlerBuilder Described(RouteHandlerBuilder endpoint) => endpoint
        .WithDescription("While it waits, Retry-After says when to ask again. The findings alone come as CSV where you accept that.")
        .Produces<ReceiptAnswer>().AlsoAs(Answers.Csv, "The findings alone, one a row.")
        .SaysHeader(StatusCodes.Status200OK, "Retry-After", "While it waits: seconds until it is worth asking again.").Fails(KnownProblems.NotFound);

    private static async Task<IResult> Any(string contract, string receipt, HttpContext context, Stores stores, IClock clock) =>
        await Said(await Find(contract, receipt, stores), context, stores, clock);

    private static async Task<IResult> Own(string contract, string receipt, HttpContext context, Stores stores, IClock clock) =>
        await Said(await Find(contract, receipt, stores) is { } found && found.By == Caller.Of(context)!.Id ? found : null, context, stores, clock);

    private static async Task<Receipt?> Find(string contract, string receipt, Stores stores) =>
        InPath.IsReceipt(receipt) ? await stores.Register.Receipt(contract, receipt) : null;

    private static async Task<IResult> Said(Receipt? receipt, HttpContext context, Stores stores, IClock clock)
    {
        if (receipt is null) return KnownProblems.NotFound;
        var answer = ReceiptAnswer.Of(receipt, clock.GetCurrentInstant(), await ReplacedBy(receipt, stores));
        if (answer.Status == ReceiptStatus.Received) context.Response.Headers.RetryAfter = LookAgainAfter;
        return Answers.Wanted(context, Answers.Json, Answers.Csv) == Answers.Csv ? Answers.Text(FindingAnswer.Csv(answer.Findings), Answers.Csv) : Results.Ok(answer);
    }

    /// <summary>The last revision of its Service Period that counts, where that is a later one.</summary>
    private static async Task<int?> ReplacedBy(Receipt receipt, Stores stores)
    {
        if (receipt is not { Status: ReceiptStatus.Accepted, Period: { } period, Revision: { } revision }) return null;
        var last = (await stores.Register.Load(receipt.Contract)).Standing.Where(r => r.Month == period).Select(r => r.Revision).DefaultIfEmpty(0).Max();
        return last > revision ? last : null;
    }
}
