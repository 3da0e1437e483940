using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>Between a return and its check: a page for each ticket extract that the contract counts from. An extract comes through the service into
/// storage a block at a time, and only its id travels on.</summary>
internal static class ExtractPages
{
    /// <summary>The name of the extract that the form asks for.</summary>
    public const string ExtractField = "extract";

    /// <summary>A file a little too large is told so at its field; one that is far too large is not read at all.</summary>
    private const long RoomToBeTold = 64 * 1024 * 1024;

    private const int ProblemsShown = 20;

    public static void Map(IEndpointRouteBuilder sending)
    {
        sending.MapPost("/extract", Uploaded).Needs(Permission.SubmitReturn).CountsAsUpload().TakesAtMost(TakeExtract.Most + RoomToBeTold).TakesStreamedForm();
        sending.MapPost("/extract/without", Without).Needs(Permission.SubmitReturn).CountsAsUpload();
    }

    /// <summary>The page of the next extract that the contract asks for and that is not there yet, and after the last what the contract makes of it all.</summary>
    /// <param name="after">The extract whose page was the last one; null at the beginning.</param>
    public static async Task<IResult> Onward(
        SendingFor sendingFor, Candidate candidate, ReturnPreview previewed, Filled filled, string? after, HttpContext context, TakeFile take, CancellationToken cancellation)
    {
        var left = after is null ? sendingFor.Extracts : sendingFor.Extracts.SkipWhile(e => e.Name != after).Skip(1);
        if (left.FirstOrDefault(e => candidate.Extracts.All(k => k.Name != e.Name)) is not { } next) return SendingPages.Checked(sendingFor, candidate, previewed, filled);
        return await Aside(sendingFor, candidate, context, take, cancellation) is { } aside
            ? new Shown<ExtractPage>(new ExtractModel(sendingFor, aside, next, filled, []))
            : KnownProblems.FormOutOfDate;
    }

    private static async Task<IResult> Uploaded(
        string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview, TakeFile take, TakeExtract takeExtract, CancellationToken cancellation)
    {
        if (await SendingPages.For(contract, period, open) is not { } sendingFor) return KnownProblems.NotFound;
        try
        {
            var form = context.Features.Get<StreamedForm>()!;
            var filled = Filled.Of(form.Fields);
            var candidate = await SendingPages.Travelled(contract, context, filled.Values, take);
            if (candidate is null || Asked(sendingFor, filled) is not { } extract)
            {
                await form.Drain(cancellation);
                return KnownProblems.FormOutOfDate;
            }

            filled = Figures(filled);
            var (kept, error) = await Taken(contract, extract.Name, context, form, takeExtract, cancellation);
            if (kept is null)
            {
                await form.Drain(cancellation);
                return Again(new(sendingFor, candidate, extract, filled, []), error!);
            }

            var whole = candidate with { Extracts = [.. candidate.Extracts.Where(e => e.Name != extract.Name), kept] };
            if (await preview.Of(SendingPages.Sent(context, contract, whole)) is not { } previewed) return KnownProblems.NoSuchContract;
            return previewed.Tickets?.Counted.FirstOrDefault(c => c.Extract == extract.Name && c.Reading.IsRefused) is { } refused
                ? Again(new(sendingFor, candidate, extract, filled, Shown(refused.Reading.Problems)), FileErrors.NotTheExtract)
                : await Onward(sendingFor, whole, previewed, filled, extract.Name, context, take, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException || SentFile.IsCutOff(broken, context))
        {
            return SentFile.Broken;
        }
    }

    private static async Task<IResult> Without(
        string contract, string period, HttpContext context, OpenContract open, PreviewReturn preview, TakeFile take, CancellationToken cancellation)
    {
        if (await SendingPages.For(contract, period, open) is not { } sendingFor) return KnownProblems.NotFound;
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        if (await SendingPages.Travelled(contract, context, filled.Values, take) is not { } candidate || Asked(sendingFor, filled) is not { } extract) return KnownProblems.FormOutOfDate;
        if (await preview.Of(SendingPages.Sent(context, contract, candidate)) is not { } previewed) return KnownProblems.NoSuchContract;
        return await Onward(sendingFor, candidate, previewed, Figures(filled), extract.Name, context, take, cancellation);
    }

    private static async Task<(KeptExtract? Kept, string? Error)> Taken(
        string contract, string name, HttpContext context, StreamedForm form, TakeExtract take, CancellationToken cancellation)
    {
        if (form.File is null || form.FileName.Length == 0) return (null, FileErrors.ExtractMissing);
        var first = new byte[1];
        if (await form.File.ReadAsync(first, cancellation) == 0) return (null, FileErrors.Empty);
        await using var whole = new Following(first, form.File);
        return await take.Of(contract, name, Caller.Of(context)!.Id, whole, cancellation) switch
        {
            ExtractTaken.Kept kept => (kept.Extract, null),
            ExtractTaken.TooLarge large => (null, FileErrors.LargerThan(large.Most)),
            _ => (null, FileErrors.Failed),
        };
    }

    /// <summary>Fields before a file have little room, so the return lies where uploads lie while its extracts are asked for.</summary>
    /// <returns>Null where it cannot be put there.</returns>
    private static async Task<Candidate?> Aside(SendingFor sendingFor, Candidate candidate, HttpContext context, TakeFile take, CancellationToken cancellation) =>
        candidate.Upload is not null ? candidate
        : await take.Of(sendingFor.Contract.Code, Caller.Of(context)!.Id, new MemoryStream(candidate.Bytes), ReturnFileLimits.Default.Most, cancellation) is FileTaken.Kept kept ? candidate with { Upload = kept.Id }
        : null;

    private static TicketExtract? Asked(SendingFor sendingFor, Filled filled) => sendingFor.Extracts.FirstOrDefault(e => e.Name == filled[ExtractField]);

    private static Filled Figures(Filled filled) => filled with { Values = FiguresForm.FieldsOf(filled).ToDictionary() };

    /// <summary>What ruins the whole file comes last and may have a thousand bad rows before it.</summary>
    private static IReadOnlyList<Domain.Problem> Shown(IReadOnlyList<Domain.Problem> problems) => problems.Count <= ProblemsShown ? problems : [.. problems.Take(ProblemsShown - 1), problems[^1]];

    private static Shown<ExtractPage> Again(ExtractModel model, string error) =>
        new(model with { Filled = model.Filled.And(SendingPages.FileField, error) }, StatusCodes.Status422UnprocessableEntity);
}
