using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Sending;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.PeriodResults;

/// <summary>Asking to be excused of a failure, or disputing a result. Either is recorded; the council decides.</summary>
internal static class ClaimPages
{
    private const string ReasonField = "reason", FileField = "evidence";

    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>With its evidence's name and hash the reason must still be one that a decision may have.</summary>
    private const int MostCharacters = 1_500;

    public static void Map(IEndpointRouteBuilder contract)
    {
        foreach (var (path, kind) in ((string, ClaimKind)[])[("relief", ClaimKind.Relief), ("dispute", ClaimKind.Dispute)])
        {
            var claim = contract.MapGroup($"/periods/{{period}}/results/{{indicator}}/{path}");
            claim.MapGet("", (string contract, string period, string indicator, OpenContract open) => Ask(kind, contract, period, indicator, open)).Needs(Permission.MakeClaim);
            claim.MapPost("", (string contract, string period, string indicator, HttpContext context, OpenContract open, RaiseClaim raise, CancellationToken cancellation) =>
                Raise(kind, contract, period, indicator, context, open, raise, cancellation)).Needs(Permission.MakeClaim).CountsAsUpload().TakesAtMost(MostBytes * 4);
        }
    }

    private static async Task<IResult> Ask(ClaimKind kind, string contract, string period, string indicator, OpenContract open) =>
        await Find(kind, contract, period, indicator, open) is not { } model ? KnownProblems.NotFound : model.MayBeRaised ? new Shown<ClaimPage>(model) : new SeeOther(model.WhereItStands);

    private static async Task<IResult> Raise(
        ClaimKind kind, string contract, string period, string indicator, HttpContext context, OpenContract open, RaiseClaim raise, CancellationToken cancellation)
    {
        if (await Find(kind, contract, period, indicator, open) is not { } model) return KnownProblems.NotFound;
        // What was asked or decided since the form was shown is seen with the result itself.
        if (!model.MayBeRaised) return new SeeOther(model.WhereItStands);
        var form = await context.Request.ReadFormAsync(cancellation);
        var filled = Filled.Of(form);
        var reason = filled[ReasonField].ReplaceLineEndings(" ");
        var file = form.Files.GetFile(FileField) is { FileName.Length: > 0 } sent ? sent : null;
        filled = filled
            .And(ReasonField, reason.Length == 0 ? "Enter your reason" : reason.Length > MostCharacters ? $"The reason must be {MostCharacters} characters or less" : null)
            .And(FileField, file is null ? null : file.Length == 0 ? FileErrors.Empty : file.Length > MostBytes ? FileErrors.LargerThan(MostBytes) : null);
        if (!filled.IsFine) return new Shown<ClaimPage>(model with { Filled = filled }, StatusCodes.Status422UnprocessableEntity);
        var claim = new Claim(kind, model.Month, model.Result.Indicator.Code, reason, file is null ? null : new(file.FileName, await Bytes(file, cancellation)));
        if (await raise.Of(contract, claim, Caller.Of(context)!.Id, Asking.Trace) is not { } raised) return KnownProblems.NoSuchContract;
        if (raised.Problems.Count == 0) return new SeeOther(model.WhereItStands);
        filled = raised.Problems.Aggregate(filled, (soFar, problem) => soFar.And(ReasonField, $"It cannot be recorded: {problem.Code.Why}"));
        return new Shown<ClaimPage>(model with { Filled = filled }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static async Task<ClaimModel?> Find(ClaimKind kind, string contract, string period, string indicator, OpenContract open)
    {
        if (InPath.Month(period) is not { } month || await open.Of(contract) is not { } opened) return null;
        return opened.Assessed.Periods.FirstOrDefault(p => p.Period.Month == month)?.Find(InPath.Indicator(indicator)) is { } result ? new(kind, opened, month, result, Filled.Blank) : null;
    }
}

/// <summary>A result that is to be excused or disputed.</summary>
public sealed record ClaimModel(ClaimKind Kind, OpenedContract Contract, YearMonth Month, IndicatorResult Result, Filled Filled)
{
    public string Back => $"/contracts/{Contract.Code}/periods/{Domain.Calendars.ServicePeriod.NameOf(Month)}/results";

    public string WhereItStands => $"{Back}#{Uri.EscapeDataString(Result.Indicator.Code)}";

    /// <summary>A dispute that is open already is refused in words of its own, since its sender may have meant another reason.</summary>
    public bool MayBeRaised => Kind == ClaimKind.Dispute || PeriodResultsModel.MayAskRelief(Result);

    public string Address => $"{Back}/{Uri.EscapeDataString(Result.Indicator.Code)}/{(Kind == ClaimKind.Relief ? "relief" : "dispute")}";
}
