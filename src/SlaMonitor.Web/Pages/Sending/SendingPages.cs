using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Api;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>The way of a return to the service: a file or figures typed in, checked and previewed, sent. Or the word that there is nothing.</summary>
internal static class SendingPages
{
    internal const string FileField = "file";

    private const string ReasonField = "reason", TrueField = "complete", SendingField = "sending";

    /// <summary>A file a little too large is told so at its field; one that is far too large is not read at all.</summary>
    private const int TimesReadable = 2;

    public static void Map(IEndpointRouteBuilder contract)
    {
        var most = contract.ServiceProvider.GetRequiredService<IOptions<SlaWebOptions>>().Value.Limits.UploadBytes;
        var sending = contract.MapGroup("/periods/{period}/return");
        sending.MapGet("/upload", Upload).Needs(Permission.SubmitReturn);
        sending.MapPost("/upload", Uploaded).Needs(Permission.SubmitReturn).CountsAsUpload().TakesAtMost(ReturnFileLimits.Default.Most * TimesReadable).TakesStreamedForm();
        sending.MapGet("/figures", Figures).Needs(Permission.SubmitReturn);
        sending.MapPost("/figures", Typed).Needs(Permission.SubmitReturn).CountsAsUpload();
        sending.MapPost("/figures/change", Change).Needs(Permission.SubmitReturn);
        // A file takes a third more as text of a form.
        sending.MapPost("/findings", Findings).Needs(Permission.SubmitReturn).CountsAsUpload().TakesAtMost(most * 2);
        sending.MapPost("/send", Send).Needs(Permission.SubmitReturn).CountsAsUpload().TakesAtMost(most * 2);
        sending.MapGet("/nothing", Nothing).Needs(Permission.SubmitReturn);
        sending.MapPost("/nothing", NothingSaid).Needs(Permission.SubmitReturn).CountsAsUpload();
        ExtractPages.Map(sending);
    }

    private static async Task<IResult> Upload(string contract, string period, OpenContract open) =>
        await For(contract, period, open) is { } sendingFor ? new Shown<UploadPage>(new UploadModel(sendingFor, Filled.Blank)) : KnownProblems.NotFound;

    private static async Task<IResult> Uploaded(
        string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview, TakeFile take, IOptions<SlaWebOptions> options, CancellationToken cancellation)
    {
        if (await For(contract, period, open) is not { } sendingFor) return KnownProblems.NotFound;
        try
        {
            var form = context.Features.Get<StreamedForm>()!;
            var (candidate, error) = await Taken(contract, context, form, take, options.Value.Limits.UploadBytes, cancellation);
            if (candidate is null)
            {
                await form.Drain(cancellation);
                return Again(sendingFor, error!);
            }

            if (await preview.Of(Sent(context, contract, candidate)) is not { } previewed) return KnownProblems.NoSuchContract;
            error = previewed.HasErrors ? FileErrors.Of(previewed.Receipt.Findings) : OtherPeriod(sendingFor, previewed);
            return error is null ? await ExtractPages.Onward(sendingFor, candidate, previewed, Filled.Blank, after: null, context, take, cancellation) : Again(sendingFor, error);
        }
        catch (Exception broken) when (broken is InvalidDataException || SentFile.IsCutOff(broken, context))
        {
            return SentFile.Broken;
        }
    }

    /// <summary>What fits into a form goes on in it and is kept nowhere; what does not is put where uploads lie while it comes.</summary>
    /// <param name="most">Of what fits into a form, in bytes.</param>
    private static async Task<(Candidate? Candidate, string? Error)> Taken(
        string contract, HttpContext context, StreamedForm form, TakeFile take, long most, CancellationToken cancellation)
    {
        if (form.File is null || form.FileName.Length == 0) return (null, FileErrors.Missing);
        var first = new byte[most + 1];
        var count = await form.File.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellation);
        if (count == 0) return (null, FileErrors.Empty);
        if (count <= most) return (new(first[..count], Candidate.Short(form.FileName)), null);
        var (limit, by) = (ReturnFileLimits.Default.Most, Caller.Of(context)!.Id);
        await using var whole = new Following(first, form.File);
        return await take.Of(contract, by, whole, limit, cancellation) switch
        {
            FileTaken.Kept kept when await take.Read(contract, by, kept.Id) is { } bytes => (Candidate.Uploaded(kept.Id, bytes, form.FileName), null),
            FileTaken.TooLarge => (null, FileErrors.LargerThan(limit)),
            _ => (null, FileErrors.Failed),
        };
    }

    private static IResult Again(SendingFor sendingFor, string error) =>
        new Shown<UploadPage>(new UploadModel(sendingFor, Filled.Blank.And(FileField, error)), StatusCodes.Status422UnprocessableEntity);

    /// <returns>Null where the form holds none, or it lies there no more.</returns>
    internal static async Task<Candidate?> Travelled(string contract, HttpContext context, IReadOnlyDictionary<string, string> fields, TakeFile take)
    {
        if (Extracts(contract, context, fields) is not { } extracts) return null;
        var candidate = fields.GetValueOrDefault(Candidate.UploadField) is not { Length: > 0 } upload ? Candidate.Of(fields)
            : await take.Read(contract, Caller.Of(context)!.Id, upload) is { } bytes ? Candidate.Uploaded(upload, bytes, fields.GetValueOrDefault(Candidate.NameField, ""))
            : null;
        return candidate is null ? null : candidate with { Extracts = extracts };
    }

    /// <returns>Null where one of them is not its sender's.</returns>
    private static IReadOnlyList<KeptExtract>? Extracts(string contract, HttpContext context, IReadOnlyDictionary<string, string> fields)
    {
        var extracts = KeptExtract.Read(fields.GetValueOrDefault(Candidate.ExtractsField));
        return KeptExtract.AreOf(contract, Caller.Of(context)!.Id, extracts) ? extracts : null;
    }

    private static async Task<IResult> Figures(string contract, string period, HttpContext context, OpenContract open) =>
        await For(contract, period, open) is { } sendingFor && Template(sendingFor, context) is { } template
            ? new Shown<FiguresPage>(new FiguresModel(sendingFor, template, Filled.Blank))
            : KnownProblems.NotFound;

    private static async Task<IResult> Typed(string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview, TakeFile take, CancellationToken cancellation)
    {
        if (await For(contract, period, open) is not { } sendingFor || Template(sendingFor, context) is not { } template) return KnownProblems.NotFound;
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        if (Extracts(contract, context, filled.Values) is not { } extracts) return KnownProblems.FormOutOfDate;
        var candidate = new Candidate(FiguresForm.Csv(template, filled, sendingFor.Contract.Today), "") { Extracts = extracts };
        if (await preview.Of(Sent(context, contract, candidate)) is not { } previewed) return KnownProblems.NoSuchContract;
        return previewed.HasErrors
            ? new Shown<FiguresPage>(new FiguresModel(sendingFor, template, filled.With(template, previewed.Receipt.Findings.Where(f => f.IsError))), StatusCodes.Status422UnprocessableEntity)
            : await ExtractPages.Onward(sendingFor, candidate, previewed, filled, after: null, context, take, cancellation);
    }

    /// <summary>What was typed in, to be changed before it is sent.</summary>
    private static async Task<IResult> Change(string contract, string period, HttpContext context, OpenContract open, CancellationToken cancellation) =>
        await For(contract, period, open) is { } sendingFor && Template(sendingFor, context) is { } template
            ? new Shown<FiguresPage>(new FiguresModel(sendingFor, template, Filled.Of(await context.Request.ReadFormAsync(cancellation))))
            : KnownProblems.NotFound;

    /// <summary>What was found in a return that has not been sent, as a file.</summary>
    private static async Task<IResult> Findings(string contract, string period, HttpContext context, PreviewReturn preview, TakeFile take, CancellationToken cancellation)
    {
        if (await Travelled(contract, context, Filled.Of(await context.Request.ReadFormAsync(cancellation)).Values, take) is not { } candidate) return KnownProblems.FormOutOfDate;
        if (await preview.Of(Sent(context, contract, candidate)) is not { } previewed) return KnownProblems.NoSuchContract;
        return FindingsFile(contract, period, previewed.FindingsWithRows);
    }

    internal static IResult FindingsFile(string contract, string period, IEnumerable<Service.Register.Finding> findings) => Results.File(
        System.Text.Encoding.UTF8.GetBytes(FindingAnswer.Csv(findings.Select(FindingAnswer.Of))), "text/csv; charset=utf-8", $"{contract}-{period}-findings.csv");

    private static async Task<IResult> Send(
        string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview, ReceiveReturn receive, TakeFile take, IOptions<SlaWebOptions> options, CancellationToken cancellation)
    {
        if (await For(contract, period, open) is not { } sendingFor) return KnownProblems.NotFound;
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        if (await Travelled(contract, context, filled.Values, take) is not { } candidate) return KnownProblems.FormOutOfDate;
        if (candidate.Upload is null && candidate.Bytes.Length > options.Value.Limits.UploadBytes) return KnownProblems.LargerThan(options.Value.Limits.UploadBytes);
        if (await preview.Of(Sent(context, contract, candidate)) is not { } previewed) return KnownProblems.NoSuchContract;
        filled = filled with { Values = filled.Values.Where(f => f.Key is ReasonField or TrueField or SendingField || FiguresForm.IsField(f.Key)).ToDictionary() };
        if (previewed.HasErrors || OtherPeriod(sendingFor, previewed) is not null) return Checked(sendingFor, candidate, previewed, filled);
        if (previewed.HasWarnings) filled = filled.And(ReasonField, Reasons.Missing(filled[ReasonField], "Enter why the figures are right all the same"));
        if (filled[TrueField] != "yes") filled = filled.And(TrueField, "Confirm that the figures are complete and true");
        if (!filled.IsFine) return Checked(sendingFor, candidate, previewed, filled);
        var reception = await receive.Of(Sent(context, contract, candidate) with
        {
            Confirmed = previewed.HasWarnings ? filled[ReasonField] : null,
            IdempotencyKey = ContentHash.Of($"{period} {candidate.Sha256} {filled[SendingField]} {filled[ReasonField]} {KeptExtract.Write(candidate.Extracts)}"),
        });
        return Received(sendingFor, reception);
    }

    private static async Task<IResult> Nothing(string contract, string period, OpenContract open) =>
        await For(contract, period, open) is { } sendingFor ? new Shown<NothingPage>(new NothingModel(sendingFor)) : KnownProblems.NotFound;

    /// <summary>It takes failures out of account, so it goes the way of every return: what comes of it is shown, and questioned, before it is sent.</summary>
    private static async Task<IResult> NothingSaid(string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview)
    {
        if (await For(contract, period, open) is not { } sendingFor) return KnownProblems.NotFound;
        var candidate = new Candidate(ReportNothing.File(sendingFor.Terms, sendingFor.Contract.Today), Candidate.Nothing);
        return await preview.Of(Sent(context, contract, candidate)) is { } previewed ? Checked(sendingFor, candidate, previewed, Filled.Blank) : KnownProblems.NoSuchContract;
    }

    private static IResult Received(SendingFor sendingFor, Reception reception) => reception switch
    {
        Reception.New taken => new SeeOther($"{sendingFor.Address}/receipts/{taken.Receipt.Id}"),
        Reception.Again again => new SeeOther($"{sendingFor.Address}/receipts/{again.Receipt.Id}"),
        _ => KnownProblems.OtherBody,
    };

    internal static IResult Checked(SendingFor sendingFor, Candidate candidate, ReturnPreview previewed, Filled filled)
    {
        var sending = filled[SendingField] is { Length: > 0 } before ? before : $"{sendingFor.Contract.Stored.Audit.Number}";
        var model = new CheckModel(sendingFor, candidate, previewed, sending, filled);
        var status = filled.IsFine && !previewed.HasErrors ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return previewed.HasErrors ? new Shown<FindingsPage>(model, status) : new Shown<CheckPage>(model, status);
    }

    /// <summary>A return for another Service Period than the page's was hardly meant for it.</summary>
    internal static string? OtherPeriod(SendingFor sendingFor, ReturnPreview previewed) =>
        previewed.Receipt.Period is { } found && found != sendingFor.Terms.Period.Month
            ? $"The selected file is the return for {InWords.Month(found)}, not for {sendingFor.Period}"
            : null;

    private static ReturnTemplate? Template(SendingFor sendingFor, HttpContext context) => ReturnTemplate.Of(
        sendingFor.Contract.Terms, sendingFor.Terms.Period.Month, Caller.Of(context)!.Link is null ? [.. sendingFor.Contract.Stored.Standing] : [], sendingFor.Contract.Basis);

    internal static SentReturn Sent(HttpContext context, string contract, Candidate candidate)
    {
        var caller = Caller.Of(context)!;
        return new(contract, caller.Id, candidate.Bytes, null) { OnlyPeriod = caller.Link?.Period, Trace = Asking.Trace, Extracts = candidate.Extracts };
    }

    /// <returns>Null where there is no such contract or Service Period, or it has not ended.</returns>
    internal static async Task<SendingFor?> For(string contract, string period, OpenContract open) =>
        InPath.Month(period) is { } month && await open.Of(contract) is { } opened && opened.Period(month) is { } terms && terms.Period.Last < opened.Today
            ? new(opened, terms)
            : null;
}
