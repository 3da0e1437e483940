using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Terms;

/// <summary>The text of a contract file, edited on its page and saved as a draft, as an upload is. What is wrong with it is shown at its line, and
/// what was entered stays.</summary>
internal static class EditTermsPages
{
    public const string TextField = "text", SeenField = "seen";

    public static void Map(RouteGroupBuilder terms)
    {
        terms.MapGet("/{effectiveFrom}/edit", Ask).Needs(Permission.ManageContract);
        terms.MapPost("/{effectiveFrom}/edit", Save).Needs(Permission.ManageContract);
    }

    public static string Address(string contract, LocalDate day) => $"{TermsPages.Address(contract, day)}/edit";

    /// <summary>Of a draft its text, of what is in force the text that another version may begin with: both as they were handed in.</summary>
    private static async Task<IResult> Ask(string contract, string effectiveFrom, Stores stores, HolidayBasis basis)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        var inForce = (await stores.Register.Load(contract)).Terms.FirstOrDefault(t => t.EffectiveFrom == day);
        var draft = inForce is null ? await stores.Register.Draft(contract, day) : null;
        if ((inForce?.RawSha256 ?? draft?.RawSha256) is not { } hash) return KnownProblems.NotFound;
        var file = await stores.Raw.Get($"{contract}/{hash}") ?? throw new InvalidOperationException($"The file {hash} of {contract} is gone.");
        var findings = draft?.Findings ?? [.. ContractFile.Read(file, basis).Problems.Select(Finding.Of)];
        return new Shown<EditTermsPage>(EditTermsModel.Of(contract, day, inForce is not null, Encoding.UTF8.GetString(file), draft?.Version ?? "", findings));
    }

    private static async Task<IResult> Save(string contract, string effectiveFrom, HttpContext context, Stores stores, PutTerms put, HolidayBasis basis, CancellationToken cancellation)
    {
        if (InPath.Day(effectiveFrom) is not { } day) return KnownProblems.NotFound;
        // Not as other fields are read: white space is part of a file, and its lines have numbers.
        var form = await context.Request.ReadFormAsync(cancellation);
        var (text, seen) = (EditTermsModel.Lined(form[TextField].LastOrDefault() ?? ""), form[SeenField].LastOrDefault() ?? "");
        var isInForce = seen.Length == 0;
        var bytes = Encoding.UTF8.GetBytes(text);
        var read = ContractFile.Read(bytes, basis);
        Finding[] findings = [.. read.Problems.Select(Finding.Of)];
        if (read.Terms is not { } terms) return Again(findings.Length > 0 ? null : "Enter the terms");
        if (terms.Code != contract) return Again($"These are terms of the contract {terms.Code}, not of {contract}");
        // Of another day it is another draft, and this one stays as it is.
        var version = terms.EffectiveFrom == day && !isInForce ? seen : null;
        switch (await put.Draft(contract, terms.EffectiveFrom, bytes, version, Asking.For(context, "handed in")))
        {
            case TermsOutcome.Drafted:
                return new SeeOther(TermsPages.Address(contract, terms.EffectiveFrom));
            case TermsOutcome.InForceAlready:
                return Again($"Terms from {terms.EffectiveFrom:uuuu-MM-dd} are in force and never change; give effectiveFrom another day");
            default:
                if (terms.EffectiveFrom != day || isInForce) return Again($"There is a draft from {terms.EffectiveFrom:uuuu-MM-dd} already; edit that one, or give effectiveFrom another day");
                if (await stores.Register.Draft(contract, day) is not { } now) return Again("This draft was discarded since you opened it. Copy your text and upload it as a file");
                seen = now.Version;
                return Again($"{now.By} changed this draft since you opened it. Nothing of yours is saved; save again to put your text in place of theirs");
        }

        IResult Again(string? error)
        {
            var model = EditTermsModel.Of(contract, day, isInForce, text, seen, findings);
            return new Shown<EditTermsPage>(model with { Filled = (model.Filled with { Errors = [] }).And(TextField, error) is { IsFine: false } said ? said : model.Filled }, StatusCodes.Status422UnprocessableEntity);
        }
    }
}

/// <summary>A contract file as text with what was found in it.</summary>
/// <param name="Day">Of the version that it was opened as.</param>
/// <param name="IsInForce">That version never changes, and the text becomes a draft of another day.</param>
/// <param name="Findings">In the order of the file.</param>
/// <param name="Filled">With the text and the version of the draft as it was seen.</param>
public sealed record EditTermsModel(string Contract, LocalDate Day, bool IsInForce, IReadOnlyList<Finding> Findings, Filled Filled)
{
    /// <summary>Every error is named in the summary as well, and leads to its line.</summary>
    public static EditTermsModel Of(string contract, LocalDate day, bool isInForce, string text, string seen, IReadOnlyList<Finding> findings) => new(
        contract, day, isInForce, findings,
        new Filled(
            new Dictionary<string, string> { [EditTermsPages.TextField] = Lined(text), [EditTermsPages.SeenField] = seen },
            [.. findings.Select((f, i) => (Finding: f, Place: i)).Where(f => f.Finding.IsError).Select(f => new FieldError(NameOf(f.Place), InWords(f.Finding)))]));

    public IReadOnlyList<string> Lines => Filled[EditTermsPages.TextField].Split('\n') is [.. var lines, ""] ? lines : Filled[EditTermsPages.TextField].Split('\n');

    /// <summary>What was found in a line, from 1; with null what is of no line.</summary>
    public IEnumerable<(Finding Finding, string Name)> At(int? line) =>
        Findings.Select((f, i) => (Finding: f, Name: NameOf(i))).Where(f => (f.Finding.Line is { } at && at <= Lines.Count ? at : (int?)null) == line);

    public static string InWords(Finding finding) =>
        $"{(finding.Line is { } line ? $"Line {line}, " : "")}{(finding.Path.Length > 0 ? $"{finding.Path}: " : "")}expected {finding.Expected}, found {finding.Found}";

    /// <summary>One line end, whatever the browser sends, and one at the end.</summary>
    internal static string Lined(string text)
    {
        var lined = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return lined.Length == 0 || lined.EndsWith('\n') ? lined : lined + "\n";
    }

    private static string NameOf(int place) => $"finding-{place + 1}";
}
