using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Ledger;

/// <summary>Service Credits from what is reckoned to what is on an invoice: all of a contract, one of them, and each step on its way.</summary>
internal static class LedgerPages
{
    /// <summary>The place in the audit trail that a form was shown at, so that sent twice it does nothing twice.</summary>
    public const string SeenField = "seen";

    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/credits", Show).Needs(Permission.ReadContract);
        var one = contract.MapGroup("/periods/{period}/credit");
        one.MapGet("", One).Needs(Permission.ReadContract);
        one.MapGet("/{step}", Ask).Needs(Permission.RecordDecision);
        one.MapPost("/{step}", Record).Needs(Permission.RecordDecision);
    }

    private static async Task<IResult> Show(string contract, OpenContract open) => await open.Of(contract) is { } opened
        ? new Shown<LedgerPage>(new LedgerModel(opened, CreditLedger.Of(opened.Assessed)))
        : KnownProblems.NoSuchContract;

    private static async Task<IResult> One(string contract, string period, int? recorded, HttpContext context, OpenContract open, WaiverPolicy policy)
    {
        if (await Find(contract, period, open) is not { } credit) return KnownProblems.NotFound;
        var caller = Caller.Of(context)!;
        var steps = caller.May(Permission.RecordDecision) ? CreditStep.Of(credit, policy, caller.Id) : [];
        return new Shown<CreditPage>(new ShownCredit(credit, steps, policy, credit.Steps.FirstOrDefault(s => s.Number == recorded)));
    }

    private static async Task<IResult> Ask(string contract, string period, string step, HttpContext context, OpenContract open, WaiverPolicy policy) =>
        await Find(contract, period, open) is { } credit && CreditStep.Of(credit, policy, Caller.Of(context)!.Id).FirstOrDefault(s => s.Key == step) is { } asked
            ? new Shown<CreditStepPage>(new CreditStepModel(credit, asked, policy, CreditForm.Begun(asked, credit)))
            : KnownProblems.NotFound;

    private static async Task<IResult> Record(
        string contract, string period, string step, HttpContext context, OpenContract open, WaiverPolicy policy, RecordDecisions record, CancellationToken cancellation)
    {
        if (await Find(contract, period, open) is not { } credit) return KnownProblems.NotFound;
        if (CreditStep.Of(credit, policy, Caller.Of(context)!.Id).FirstOrDefault(s => s.Key == step) is not { } asked) return new SeeOther(credit.Address);
        var form = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        // What was recorded since, perhaps by this very form, is looked at before anything more is.
        if (form[SeenField] != credit.Seen)
            return Again(credit, asked, policy, form.And(CreditForm.Reason, "The contract was changed since this form was shown. Look at it, and send it again if it still holds"));
        var (decision, filled) = CreditForm.Read(asked, credit, form);
        if (decision is null) return Again(credit, asked, policy, filled);
        var outcome = await record.Of(contract, Encoding.UTF8.GetBytes(DecisionFile.WriteJson(new(contract, [decision]))), Asking.For(context, decision.Taken.Reason));
        return outcome.Problems.Count > 0
            ? Again(credit, asked, policy, With(filled, asked, outcome.Problems))
            : new SeeOther($"{credit.Address}?recorded={outcome.Recorded.Select(d => d.Number).FirstOrDefault().ToString(CultureInfo.InvariantCulture)}");
    }

    private static Filled With(Filled filled, CreditStep asked, IEnumerable<Domain.Problem> problems) => problems.Aggregate(
        filled, (said, p) => said.And(asked.AsksAmount ? CreditForm.Amount : CreditForm.Reason, $"This cannot be recorded: expected {p.Expected}, found {p.Found}"));

    private static IResult Again(CreditModel credit, CreditStep asked, WaiverPolicy policy, Filled filled) =>
        new Shown<CreditStepPage>(new CreditStepModel(credit, asked, policy, filled), StatusCodes.Status422UnprocessableEntity);

    private static async Task<CreditModel?> Find(string contract, string period, OpenContract open) =>
        InPath.Month(period) is { } month && await open.Of(contract) is { } opened && CreditLedger.Of(opened.Assessed).Find(month) is { } entry
            ? new(opened, entry)
            : null;
}

public sealed record LedgerModel(OpenedContract Contract, CreditLedger Ledger)
{
    /// <summary>The latest first, without those that nothing is owed of and nothing was done about.</summary>
    public IReadOnlyList<CreditEntry> Entries => [.. Ledger.Entries.Reverse().Where(e => e.Stage != CreditStage.Nothing || e.Steps.Count > 0)];
}

/// <summary>One Service Credit.</summary>
public sealed record CreditModel(OpenedContract Contract, CreditEntry Entry)
{
    public string Address => AddressOf(Contract.Code, Entry);

    /// <summary>What was recorded about it, in that order.</summary>
    public IReadOnlyList<RegisteredDecision> Steps =>
        [.. Contract.Stored.Decisions.Where(d => d.Decision is Domain.Decisions.Decision.OfCredit credit && credit.Month == Entry.Period.Period.Month)];

    public string Seen => Contract.Stored.Audit.Number.ToString(CultureInfo.InvariantCulture);

    public static string AddressOf(string contract, CreditEntry entry) => PageAddress.Credit(contract, entry.Period.Period.Name);
}

/// <param name="Steps">What this person may do about it now.</param>
public sealed record ShownCredit(CreditModel Credit, IReadOnlyList<CreditStep> Steps, WaiverPolicy Policy, RegisteredDecision? JustRecorded);

public sealed record CreditStepModel(CreditModel Credit, CreditStep Step, WaiverPolicy Policy, Filled Filled);
