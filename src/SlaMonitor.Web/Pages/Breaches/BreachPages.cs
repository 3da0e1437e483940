using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Breaches;

/// <summary>Breaches and their review: the list, one of them, and every decision about it with its effect shown before it is recorded.</summary>
internal static class BreachPages
{
    /// <summary>Fields of a form that has been filled in and is looked at once more.</summary>
    public const string SeenField = "seen", ConfirmField = "confirm";

    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/breaches", List).Needs(Permission.ReadContract);
        var one = contract.MapGroup("/periods/{period}/breaches/{indicator}");
        one.MapGet("", Show).Needs(Permission.ReadContract);
        one.MapGet("/{step}", Ask).Needs(Permission.RecordDecision);
        one.MapPost("/{step}", Decide).Needs(Permission.RecordDecision);
    }

    private static async Task<IResult> List(string contract, bool? all, OpenContract open)
    {
        if (await open.Of(contract) is not { } opened) return KnownProblems.NoSuchContract;
        var breaches = ReviewedBreach.Of(opened.Assessed);
        var since = opened.Today.PlusYears(-1);
        return new Shown<BreachesPage>(new BreachesModel(
            opened, [.. breaches.Where(b => b.WantsReview(opened.Today))], [.. breaches.Where(b => !b.WantsReview(opened.Today) && (all is true || b.Period.Period.Last > since))], all is true));
    }

    private static async Task<IResult> Show(string contract, string period, string indicator, int? recorded, HttpContext context, OpenContract open)
    {
        if (await Find(contract, period, indicator, open) is not { } breach) return KnownProblems.NotFound;
        var steps = Caller.Of(context)!.May(Permission.RecordDecision) ? BreachStep.Of(breach) : [];
        return new Shown<BreachPage>(new ShownBreach(breach, steps, breach.Decisions.FirstOrDefault(d => d.Recorded.Number == recorded)));
    }

    private static async Task<IResult> Ask(string contract, string period, string indicator, string step, OpenContract open) =>
        await Find(contract, period, indicator, open) is { } breach && BreachStep.Of(breach).FirstOrDefault(s => s.Key == step) is { } asked
            ? new Shown<DecidePage>(new DecideModel(breach, asked, DecisionForm.Begun(asked, breach)))
            : KnownProblems.NotFound;

    private static async Task<IResult> Decide(
        string contract, string period, string indicator, string step, HttpContext context, OpenContract open, RecordDecisions record, CancellationToken cancellation)
    {
        if (await Find(contract, period, indicator, open) is not { } breach) return KnownProblems.NotFound;
        // What was decided meanwhile, by this very form or by somebody else, is seen on the breach itself.
        if (BreachStep.Of(breach).FirstOrDefault(s => s.Key == step) is not { } asked) return new SeeOther(breach.Address);
        var form = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        var (decision, filled) = DecisionForm.Read(asked, breach, form);
        if (decision is null) return Again(breach, asked, filled);
        var preview = PreviewDecision.Of(breach.Contract.Stored, breach.Contract.Terms, decision, breach.Contract.Basis, breach.Contract.Today);
        if (preview.Delta is not { } delta) return Again(breach, asked, filled.With(breach, preview.Problems));
        var seen = breach.Contract.Stored.Audit.Number.ToString(CultureInfo.InvariantCulture);
        if (form[ConfirmField] != "yes" || form[SeenField] != seen)
            return new Shown<EffectPage>(new EffectModel(breach, asked, decision, delta, filled, seen, form[ConfirmField] == "yes"));
        var file = Encoding.UTF8.GetBytes(DecisionFile.WriteJson(new(contract, [decision])));
        var outcome = await record.Of(contract, file, Asking.For(context, decision.Taken.Reason));
        return outcome.Problems.Count > 0
            ? Again(breach, asked, filled.With(breach, outcome.Problems.Select(p => p with { Path = "" })))
            : new SeeOther($"{breach.Address}?recorded={outcome.Recorded.Select(d => d.Number).FirstOrDefault()}");
    }

    private static IResult Again(BreachModel breach, BreachStep asked, Filled filled) =>
        new Shown<DecidePage>(new DecideModel(breach, asked, filled), StatusCodes.Status422UnprocessableEntity);

    private static async Task<BreachModel?> Find(string contract, string period, string indicator, OpenContract open) =>
        InPath.Month(period) is { } month && await open.Of(contract) is { } opened ? BreachModel.Of(opened, month, InPath.Indicator(indicator)) : null;
}

/// <param name="ToReview">What wants looking at.</param>
/// <param name="Others">The rest: of the last year, or all of them.</param>
public sealed record BreachesModel(OpenedContract Contract, IReadOnlyList<ReviewedBreach> ToReview, IReadOnlyList<ReviewedBreach> Others, bool IsAll);

/// <param name="Steps">What this person may do about it now.</param>
/// <param name="JustRecorded">What they have just done; null where they come from elsewhere.</param>
public sealed record ShownBreach(BreachModel Breach, IReadOnlyList<BreachStep> Steps, DecidedThen? JustRecorded);

public sealed record DecideModel(BreachModel Breach, BreachStep Step, Filled Filled);

/// <param name="Seen">The place in the audit trail that the effect was reckoned at.</param>
/// <param name="IsOther">The contract was changed after the effect had been shown, and it is shown anew.</param>
public sealed record EffectModel(BreachModel Breach, BreachStep Step, Decision Decision, Delta Delta, Filled Filled, string Seen, bool IsOther);
