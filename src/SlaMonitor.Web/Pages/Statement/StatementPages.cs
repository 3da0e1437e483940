using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Statement;

/// <summary>One Service Period: what it came to, line by line, as it goes before a committee.</summary>
internal static class StatementPages
{
    public static void Map(IEndpointRouteBuilder contract) => contract.MapGet("/periods/{period}", Show).Needs(Permission.ReadContract);

    private static async Task<IResult> Show(string contract, string period, OpenContract open, Stores stores, IClock clock)
    {
        if (InPath.Month(period) is not { } month || await open.Of(contract) is not { } opened || StatementModel.Of(opened, month, clock.GetCurrentInstant()) is not { } model) return KnownProblems.NotFound;
        return new Shown<StatementPage>(model with { Confirmed = await Confirmed(opened, month, stores) });
    }

    /// <summary>One request more, and only where the return that stands has warnings.</summary>
    private static async Task<ConfirmedWarnings?> Confirmed(OpenedContract opened, YearMonth month, Stores stores) =>
        opened.StandingReturn(month) is { Reason: not null } standing && await stores.Register.Receipt(opened.Code, standing.Receipt) is { Findings: { Count: > 0 } findings }
            ? new(standing, findings)
            : null;
}

/// <summary>A return that took the place of figures of the period, and what that changed.</summary>
public sealed record Restatement(RegisteredReturn By, Delta Delta);

/// <summary>What was found in the return that stands, and confirmed with a reason.</summary>
public sealed record ConfirmedWarnings(RegisteredReturn Return, IReadOnlyList<Finding> Findings);

/// <param name="WhyNotFinal">Each reason in words; empty where nothing changes but by a document that is not awaited.</param>
/// <param name="Entry">What became of its credit; null where the contract has none.</param>
public sealed partial record StatementModel(
    OpenedContract Contract, ContractAssessment Assessment, PeriodAssessment Period, IReadOnlyList<string> WhyNotFinal, CreditEntry? Entry, IReadOnlyList<Restatement> Restatements)
{
    /// <summary>Null where its return has none.</summary>
    public ConfirmedWarnings? Confirmed { get; init; }

    /// <summary>The returns that its figures come from, the latest first.</summary>
    public IReadOnlyList<RegisteredReturn> MadeFrom => [.. Period.MadeFrom.Select(r => Contract.Revision(r.Month, r.Revision)).OfType<RegisteredReturn>()];

    /// <summary>Reliefs of the period that were decided, and what each changed.</summary>
    public IReadOnlyList<(RegisteredDecision Recorded, Delta Delta)> Reliefs =>
    [
        .. Contract.Stored.Decisions.Where(d => d.Decision is Decision.ReliefDecided and Decision.OfResult one && one.Month == Period.Period.Month)
            .Select(d => (d, Service.PreviewDecision.EffectOf(Contract.Stored, Contract.Terms, d, Contract.Basis, Contract.Today))),
    ];

    public YearMonth? Before => Neighbour(-1);

    public YearMonth? After => Neighbour(1);

    /// <returns>Null where the period is none of the contract's, or has not ended.</returns>
    public static StatementModel? Of(OpenedContract contract, YearMonth month, Instant now)
    {
        var assessment = contract.Assessed;
        if (assessment.Periods.FirstOrDefault(p => p.Period.Month == month) is not { } period) return null;
        return new(contract, assessment, period, [.. Why(contract, period, now)], CreditLedger.Of(assessment).Find(month), [.. Restated(contract, period, assessment)]);
    }

    private static IEnumerable<string> Why(OpenedContract contract, PeriodAssessment period, Instant now)
    {
        var prefix = $"{period.Period.Name}: ";
        if (contract.Stored.Current is not { } current) return ["the contract has not been assessed yet"];
        // What is said of other periods is not of this one; what was received or decided since may be.
        return Service.WhyNotFinal.Of(current, contract.Stored, now)
            .Where(w => w.StartsWith(prefix, StringComparison.Ordinal) || !OfPeriod().IsMatch(w))
            .Select(w => w.StartsWith(prefix, StringComparison.Ordinal) ? w[prefix.Length..] : w);
    }

    /// <summary>Each revision after the first, and each later return that restates the period, compared with the history without it.</summary>
    private static IEnumerable<Restatement> Restated(OpenedContract contract, PeriodAssessment period, ContractAssessment assessment)
    {
        var month = period.Period.Month;
        var decisions = contract.Stored.Decisions.Select(d => d.Decision).ToList();
        var standing = contract.Stored.Returns.Where(r => r.State == ReturnState.Accepted).ToList();
        foreach (var later in standing.Where(r => r.Facts.Month == month && standing.Any(o => o.Facts.Month == month && o.Facts.Revision < r.Facts.Revision)))
            yield return new(later, Between(standing.Where(r => r.Facts.Month != month || r.Facts.Revision < later.Facts.Revision).Select(r => r.Facts), standing.Where(r => r.Facts.Month != month || r.Facts.Revision <= later.Facts.Revision).Select(r => r.Facts)));
        foreach (var later in standing.Where(r => r.Facts.Month != month && period.MadeFrom.Contains(r.Facts)))
            yield return new(later, Delta.Between(Assessed(standing.Select(r => r == later ? Without(r.Facts, month) : r.Facts)), assessment));

        Delta Between(IEnumerable<SupplierReturn> before, IEnumerable<SupplierReturn> after) => Delta.Between(Assessed(before), Assessed(after));
        ContractAssessment Assessed(IEnumerable<SupplierReturn> returns) => Domain.Assessment.Of(contract.Terms, [.. returns], decisions, contract.Basis, contract.Today);
    }

    private static SupplierReturn Without(SupplierReturn one, YearMonth month) => one with { Restated = [.. one.Restated.Where(f => f.Month != month)] };

    [GeneratedRegex(@"\A\d{4}-\d{2}: ")]
    private static partial Regex OfPeriod();

    private YearMonth? Neighbour(int step)
    {
        var place = Assessment.Periods.ToList().IndexOf(Period) + step;
        return place >= 0 && place < Assessment.Periods.Count ? Assessment.Periods[place].Period.Month : null;
    }
}
