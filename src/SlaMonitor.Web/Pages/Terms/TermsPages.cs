using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.PlainEnglish;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Terms;

/// <summary>The terms of a contract: every version, one of them as file and in plain English, a new one from its upload until it is in force.</summary>
internal static class TermsPages
{
    public const string FileField = "file", ReasonField = "reason", VersionField = "version", ComparisonField = "comparison";

    public static void Map(IEndpointRouteBuilder contract)
    {
        var terms = contract.MapGroup("/terms");
        terms.MapGet("", All).Needs(Permission.ReadContract);
        terms.MapGet("/new", Ask).Needs(Permission.ManageContract);
        terms.MapPost("/new", Upload).Needs(Permission.ManageContract);
        terms.MapGet("/{effectiveFrom}", One).Needs(Permission.ReadContract);
        terms.MapPost("/{effectiveFrom}/activate", Activate).Needs(Permission.ManageContract);
        terms.MapPost("/{effectiveFrom}/discard", Discard).Needs(Permission.ManageContract);
        EditTermsPages.Map(terms);
    }

    private static async Task<IResult> All(string contract, HttpContext context, Stores stores)
    {
        var (stored, drafts) = (await stores.Register.Load(contract), SeesDrafts(context) ? await stores.Register.Drafts(contract) : []);
        return stored.Version is null && drafts.Count == 0 && !Caller.Of(context)!.May(Permission.ManageContract)
            ? KnownProblems.NoSuchContract
            : new Shown<VersionsPage>(new VersionsModel(contract, [.. stored.Terms.Reverse()], drafts));
    }

    private static IResult Ask(string contract) => new Shown<UploadTermsPage>(new UploadTermsModel(contract, Filled.Blank, []));

    private static async Task<IResult> Upload(string contract, HttpContext context, Stores stores, PutTerms put, HolidayBasis basis, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Files.GetFile(FileField) is not { Length: > 0 } file) return Again(contract, "Select a contract file", []);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        var read = ContractFile.Read(bytes.ToArray(), basis);
        // Of which day it is only terms that can be read tell; what cannot be read is kept nowhere.
        if (read.Terms is not { } terms) return Again(contract, "The selected file cannot be read as terms; what is wrong stands below", [.. read.Problems.Select(Finding.Of)]);
        if (terms.Code != contract) return Again(contract, $"The selected file is of the contract {terms.Code}, not of {contract}", []);
        var before = await stores.Register.Draft(contract, terms.EffectiveFrom);
        return await put.Draft(contract, terms.EffectiveFrom, bytes.ToArray(), before?.Version, Asking.For(context, "handed in")) switch
        {
            TermsOutcome.Drafted => new SeeOther(Address(contract, terms.EffectiveFrom)),
            TermsOutcome.InForceAlready => Again(contract, $"Terms from {terms.EffectiveFrom:uuuu-MM-dd} are in force and never change; a variation takes effect on another day", []),
            _ => Again(contract, "Somebody else changed this draft just now; look at it and upload the file again", []),
        };
    }

    private static async Task<IResult> One(string contract, string effectiveFrom, HttpContext context, Stores stores, ReadVersion versions, PutTerms put, TermsPolicy policy, HolidayBasis basis) =>
        InPath.Day(effectiveFrom) is not { } day ? KnownProblems.NotFound
        : await Model(contract, day, Filled.Blank, context, stores, versions, put, policy, basis) is { } model ? new Shown<TermsPage>(model)
        // A draft that a program handed in, and that cannot be read as terms: its text can be mended.
        : Caller.Of(context)!.May(Permission.ManageContract) && await stores.Register.Draft(contract, day) is not null ? new SeeOther(EditTermsPages.Address(contract, day))
        : KnownProblems.NotFound;

    private static async Task<IResult> Activate(
        string contract, string effectiveFrom, HttpContext context, Stores stores, ReadVersion versions, PutTerms put, TermsPolicy policy, HolidayBasis basis, CancellationToken cancellation)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        var form = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        var filled = form.And(ReasonField, Reasons.Missing(form[ReasonField], "Enter why these terms take effect"));
        if (!filled.IsFine) return await Shown(filled);
        var seen = form[ComparisonField] is { Length: > 0 } comparison ? comparison : null;
        return await put.Activate(contract, day, form[VersionField], Asking.For(context, Breaches.DecisionForm.OneLine(form[ReasonField])), seen) switch
        {
            TermsOutcome.Activated or TermsOutcome.InForceAlready => new SeeOther(Address(contract, day)),
            TermsOutcome.Uncompared or TermsOutcome.ChangedMeanwhile => await Shown(filled.And(ReasonField, "The draft, or what it moves, was changed since you looked. Look at it again")),
            // The page offers it to nobody who may not.
            TermsOutcome.OneAlone => KnownProblems.SecondPerson,
            TermsOutcome.Unsound => await Shown(filled.And(ReasonField, "The draft has errors and cannot take effect")),
            _ => KnownProblems.NotFound,
        };

        async Task<IResult> Shown(Filled said) => await Model(contract, day, said, context, stores, versions, put, policy, basis) is { } model
            ? new Shown<TermsPage>(model, StatusCodes.Status422UnprocessableEntity)
            : KnownProblems.NotFound;
    }

    private static async Task<IResult> Discard(string contract, string effectiveFrom, HttpContext context, PutTerms put, CancellationToken cancellation)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        var form = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        await put.Discard(contract, day, form[VersionField], Asking.For(context, "discarded on its page"));
        return new SeeOther($"/contracts/{contract}/terms");
    }

    private static async Task<TermsModel?> Model(string contract, LocalDate day, Filled filled, HttpContext context, Stores stores, ReadVersion versions, PutTerms put, TermsPolicy policy, HolidayBasis basis)
    {
        var stored = await stores.Register.Load(contract);
        if (await versions.Of(stored, day, SeesDrafts(context)) is not { Json: { } json } file) return null;
        var terms = ContractFile.Read(Encoding.UTF8.GetBytes(json), basis).Terms!;
        var before = stored.Terms.LastOrDefault(t => t.EffectiveFrom < day);
        // The draft is stored anew with what was found when it was handed in; what it moves is reckoned on what is stored now.
        var comparison = file.Draft is { IsSound: true } && stored.Terms.Count > 0 ? await put.Comparison(contract, day) : null;
        return new(
            contract, terms, file.Draft, versions.Yaml(json), ContractInEnglish.Of(terms, basis), before,
            before is null ? [] : VersionDiff.Of(before.Json, json), comparison, stored.Terms.FirstOrDefault(t => t.EffectiveFrom == day), policy, filled);
    }

    private static IResult Again(string contract, string error, IReadOnlyList<Finding> findings) =>
        new Shown<UploadTermsPage>(new UploadTermsModel(contract, Filled.Blank.And(FileField, error), findings), StatusCodes.Status422UnprocessableEntity);

    private static bool SeesDrafts(HttpContext context) =>
        Caller.Of(context) is { } caller && (caller.May(Permission.ManageContract) || caller.May(Permission.ReadAudit));

    public static string Address(string contract, LocalDate day) => $"/contracts/{contract}/terms/{LocalDatePattern.Iso.Format(day)}";
}

/// <param name="InForce">The latest first.</param>
public sealed record VersionsModel(string Contract, IReadOnlyList<RegisteredTerms> InForce, IReadOnlyList<DraftTerms> Drafts);

public sealed record UploadTermsModel(string Contract, Filled Filled, IReadOnlyList<Finding> Findings);

/// <summary>One version of the terms.</summary>
/// <param name="Draft">Null where it is in force.</param>
/// <param name="Before">The version in force before it; null where it is the first.</param>
/// <param name="Changes">From that one.</param>
/// <param name="Comparison">What a draft moves of what has been assessed; null where it moves nothing that could be.</param>
/// <param name="InForce">Null where it is a draft.</param>
public sealed record TermsModel(
    string Contract, Domain.Contracts.ContractTerms Terms, DraftTerms? Draft, string Yaml, IReadOnlyList<Section> InEnglish, RegisteredTerms? Before,
    IReadOnlyList<ChangedFact> Changes, TermsComparison? Comparison, RegisteredTerms? InForce, TermsPolicy Policy, Filled Filled);
