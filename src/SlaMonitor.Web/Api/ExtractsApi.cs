using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>Ticket extracts on their way in: in a request, as a stream, or straight into storage. A return names them afterwards.</summary>
internal static class ExtractsApi
{
    private const string Tag = "Returns";

    /// <param name="Name">By its name in the contract.</param>
    /// <param name="Id">To be named with a return, as <c>extract=NAME:ID</c>; worth something to its sender alone.</param>
    /// <param name="Length">In bytes.</param>
    /// <param name="Sha256">Of the bytes as they came.</param>
    public sealed record ExtractAnswer(string Name, string Id, long Length, string Sha256);

    /// <param name="Id">To be named with a return, as <c>extract=NAME:ID</c>, once the bytes are there.</param>
    /// <param name="Address">Where to PUT the bytes, with the header <c>x-ms-blob-type: BlockBlob</c>. Whoever knows it may create that one file.</param>
    /// <param name="Until">From then on it is worth nothing.</param>
    /// <param name="MostBytes">A larger file is not read.</param>
    public sealed record ExtractUploadAnswer(string Id, Uri Address, Instant Until, long MostBytes);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var extracts = contract.MapGroup("/extracts").WithTags(Tag);
        extracts.MapPost("", Send).Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod().CountsAsUpload().TakesAtMost(TakeExtract.Most)
            .WithName("sendExtract").WithSummary("Upload a ticket extract that a return will name")
            .WithDescription("CSV as the contract describes it. It goes into storage while it comes and is read when a return names it; then what is wrong with it is told with its lines.")
            .TakesFile("A ticket extract.", [Answers.Csv, ExtractFile.Octets])
            .Produces<ExtractAnswer>(StatusCodes.Status201Created)
            .Fails(KnownProblems.BadRequest, KnownProblems.TooLarge, KnownProblems.WrongMediaType, KnownProblems.Invalid, KnownProblems.Changed);
        extracts.MapPost("/uploads", Begin).Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod().CountsAsUpload()
            .WithName("beginExtract").WithSummary("Ask where to put a ticket extract straight into storage")
            .Produces<ExtractUploadAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Send(
        string contract, string? name, HttpContext context, Stores stores, ReadTerms terms, HolidayBasis basis, TakeExtract take, CancellationToken cancellation)
    {
        var stored = await stores.Register.Load(contract);
        if (stored.Version is null) return KnownProblems.NoSuchContract;
        if (Refusal(name, terms.Of(stored, basis)?.Versions.SelectMany(v => v.Draft.Extracts).Select(e => e.Name).Distinct().ToList() ?? []) is { } refusal) return refusal;
        if (context.Request.HasFormContentType) return KnownProblems.WrongMediaType with { Detail = "The extract is the body itself, and no form." };
        try
        {
            var first = new byte[1];
            if (await context.Request.Body.ReadAsync(first, cancellation) == 0) return SentFile.Empty;
            await using var whole = new Following(first, context.Request.Body);
            return await take.Of(contract, name!, Caller.Of(context)!.Id, whole, cancellation) switch
            {
                ExtractTaken.Kept kept => Results.Created((string?)null, new ExtractAnswer(name!, kept.Extract.Id, kept.Length, kept.Sha256)),
                ExtractTaken.TooLarge large => KnownProblems.LargerThan(large.Most),
                _ => KnownProblems.Changed with { Detail = "You began another upload at the same instant; send it again." },
            };
        }
        catch (Exception broken) when (SentFile.IsCutOff(broken, context))
        {
            return SentFile.Broken;
        }
    }

    private static async Task<IResult> Begin(string contract, HttpContext context, KnownContracts known, TakeExtract take)
    {
        if (!await known.Has(contract)) return KnownProblems.NoSuchContract;
        var upload = await take.Begin(contract, Caller.Of(context)!.Id);
        return Results.Created((string?)null, new ExtractUploadAnswer(upload.Id, upload.Address, upload.Until, TakeExtract.Most));
    }

    private static ApiProblem? Refusal(string? name, IReadOnlyList<string> known) => name is not null && known.Contains(name)
        ? null
        : KnownProblems.Invalid with
        {
            Errors = [new(ReturnWithTickets.ExtractUnknown.Name, known.Count == 0 ? "no ticket extract" : $"name= one of: {string.Join(", ", known)}", name is null ? "nothing" : $"'{name[..Math.Min(name.Length, 50)]}'")],
        };
}
