using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Ways to send a return: in a request, straight into storage, or as the word that there is nothing to report.</summary>
internal static class SendingApi
{
    public const string ConfirmHeader = "Confirm-Warnings", ConfirmField = "confirmWarnings";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="Id">To be named when it is done.</param>
    /// <param name="Address">Where to PUT the bytes, with the header <c>x-ms-blob-type: BlockBlob</c>. Whoever knows it may create that one file.</param>
    /// <param name="Until">From then on it is worth nothing.</param>
    /// <param name="MostBytes">A larger file is refused.</param>
    /// <param name="MostBytesByKind">The same by what the file is.</param>
    public sealed record UploadAnswer(string Id, Uri Address, Instant Until, long MostBytes, UploadLimits MostBytesByKind);

    public sealed record UploadLimits(long Csv, long Workbook, long Json)
    {
        public static UploadLimits Of(ReturnFileLimits limits) => new(limits.Csv, limits.Workbook, limits.Json);
    }

    public static void Map(IEndpointRouteBuilder returns)
    {
        var most = returns.ServiceProvider.GetRequiredService<IOptions<SlaWebOptions>>().Value.Limits.UploadBytes;
        Sending(returns.MapPost("", Send)).TakesAtMost(most + SentFile.RoomForForm)
            .WithName("sendReturn").WithSummary("Send a return")
            .WithDescription("In any format there is: CSV, a workbook, JSON; it is told apart by what it holds. It is stored, answered with a receipt, and looked at within seconds. What is too large for a request goes by returns/uploads. Ticket extracts that go with it are uploaded before (extracts) and named in the query, as extract=incidents:ID, once for each.")
            .TakesFile("A return.", [Answers.Csv, Answers.Json, Workbook, "application/octet-stream"], [ConfirmField])
            .TakesHeader(IdempotencyKey.Header, "Your own name for this sending, so that you can repeat it safely.")
            .Fails(KnownProblems.BadRequest, KnownProblems.BadIdempotencyKey, KnownProblems.Forbidden, KnownProblems.TooLarge, KnownProblems.OtherBody);
        Sending(returns.MapPost("/{period}/nothing", Nothing))
            .WithName("reportNothing").WithSummary("Say that there is nothing to report for a Service Period")
            .WithDescription("A return without a single figure: no activity of what may have none, and all else not supplied. It always has a warning that says what the contract makes of that, and counts once this is confirmed; the client is told. A contract may refuse it.")
            .TakesHeader(IdempotencyKey.Header, "Your own name for this sending, so that you can repeat it safely.")
            .Fails(KnownProblems.BadIdempotencyKey, KnownProblems.Forbidden, KnownProblems.NotFound, KnownProblems.OtherBody);
        returns.MapPost("/uploads", Begin).Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod().CountsAsUpload()
            .WithName("beginUpload").WithSummary("Ask where to put a file too large for a request")
            .Produces<UploadAnswer>(StatusCodes.Status201Created);
        Sending(returns.MapPost("/uploads/{upload}/done", Done))
            .WithName("uploadDone").WithSummary("Say that the file is there; from here on it is a return like any other")
            .Fails(KnownProblems.NotFound, KnownProblems.TooLarge, KnownProblems.Forbidden);
    }

    private static RouteHandlerBuilder Sending(RouteHandlerBuilder endpoint) => endpoint
        .Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod().CountsAsUpload()
        .TakesHeader(ConfirmHeader, "A reason, which confirms beforehand the warnings there may be.")
        .Produces<ReceiptAnswer>(StatusCodes.Status202Accepted)
        .SaysHeader(StatusCodes.Status202Accepted, "Location", "Where to ask what became of it.")
        .SaysHeader(StatusCodes.Status202Accepted, IdempotencyKey.Replayed, "'true' where it was sent before.")
        .Fails(KnownProblems.Invalid);

    private static async Task<IResult> Send(
        string contract, bool? history, [FromQuery] string[]? extract, HttpContext context, KnownContracts known, ReceiveReturn receive, IOptions<SlaWebOptions> options, CancellationToken cancellation)
    {
        if (!IdempotencyKey.TryName(context, isRequired: false, out var key, out var refusal)) return refusal!;
        if (history is true && !Caller.Of(context)!.May(Permission.ManageContract)) return KnownProblems.Forbidden;
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        if (!SentExtracts.TryRead(extract, contract, context, out var extracts, out refusal)) return refusal!;
        var (file, unusable) = await SentFile.Read(context.Request, options.Value.Limits.UploadBytes, cancellation);
        if (file is null) return unusable!;
        if (!TryConfirmed(context, file.Fields, out var confirmed, out refusal)) return refusal!;
        var sent = Sent(context, contract) with { Bytes = file.Bytes, IdempotencyKey = key, Confirmed = confirmed, KeepsDates = history is true, Extracts = extracts };
        return Answer(await receive.Of(sent), context);
    }

    private static async Task<IResult> Nothing(string contract, string period, HttpContext context, ReportNothing nothing, IClock clock)
    {
        if (!IdempotencyKey.TryName(context, isRequired: false, out var key, out var refusal)) return refusal!;
        if (InPath.Month(period) is not { } month) return KnownProblems.NotFound;
        if (!TryConfirmed(context, new Dictionary<string, string>(), out var confirmed, out refusal)) return refusal!;
        var caller = Caller.Of(context)!;
        if (caller.Link is { } link && link.Period != month) return KnownProblems.Forbidden;
        // The day it is dated is decided when it is taken up; here it only says which Service Periods have begun.
        var today = clock.GetCurrentInstant().InUtc().Date;
        return await nothing.Of(contract, month, caller.Id, key, confirmed, Asking.Trace, today) is { } reception ? Answer(reception, context) : KnownProblems.NotFound;
    }

    private static async Task<IResult> Begin(string contract, HttpContext context, KnownContracts known, UploadLarge uploads)
    {
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        var upload = await uploads.Begin(contract, Caller.Of(context)!.Id);
        return Results.Created($"/api/v1/contracts/{contract}/returns/uploads/{upload.Id}/done", new UploadAnswer(upload.Id, upload.Address, upload.Until, UploadLarge.Most, UploadLimits.Of(ReturnFileLimits.Default)));
    }

    private static async Task<IResult> Done(string contract, string upload, bool? history, [FromQuery] string[]? extract, HttpContext context, UploadLarge uploads)
    {
        if (history is true && !Caller.Of(context)!.May(Permission.ManageContract)) return KnownProblems.Forbidden;
        if (!TryConfirmed(context, new Dictionary<string, string>(), out var confirmed, out var refusal)) return refusal!;
        if (!SentExtracts.TryRead(extract, contract, context, out var extracts, out refusal)) return refusal!;
        return await uploads.Done(upload, Sent(context, contract) with { Confirmed = confirmed, KeepsDates = history is true, Extracts = extracts }) switch
        {
            UploadDone.Received received => Answer(received.Reception, context),
            UploadDone.TooLarge large => KnownProblems.TooLarge with { Detail = $"{large.Length} bytes; at most {large.Most} are taken." },
            _ => KnownProblems.NotFound,
        };
    }

    private static SentReturn Sent(HttpContext context, string contract)
    {
        var caller = Caller.Of(context)!;
        return new(contract, caller.Id, [], null)
        {
            OnlyPeriod = caller.Link?.Period,
            Trace = Asking.Trace,
        };
    }

    private static bool TryConfirmed(HttpContext context, IReadOnlyDictionary<string, string> fields, out string? reason, out ApiProblem? refusal)
    {
        var headers = context.Request.Headers[ConfirmHeader];
        reason = fields.GetValueOrDefault(ConfirmField) is { Length: > 0 } field ? field : headers is [{ } header] ? header : null;
        refusal = headers.Count > 1 ? KnownProblems.BadRequest with { Detail = $"{ConfirmHeader} may come once." } : reason is null ? null : ReasonBody.RefusalOf(reason, "");
        return refusal is null;
    }

    /// <summary>A repeated sending gets the same answer as the first.</summary>
    private static IResult Answer(Reception reception, HttpContext context)
    {
        if (reception is Reception.OtherUnderThatKey) return KnownProblems.OtherBody;
        if (reception is Reception.Again) context.Response.Headers[IdempotencyKey.Replayed] = "true";
        var receipt = reception is Reception.New { Receipt: var given } ? given : ((Reception.Again)reception).Receipt;
        return Results.Accepted(ReceiptsApi.Address(receipt.Contract, receipt.Id, Caller.Of(context)!), ReceiptAnswer.AtTheDoor(receipt));
    }
}
