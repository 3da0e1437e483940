using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What a decision would come to if it were recorded now.</summary>
/// <param name="Problems">Why it cannot be; paths are those of the decision, such as <c>parts.of</c>.</param>
/// <param name="Delta">What would change in results, points and money; null where there are problems.</param>
public sealed record DecisionPreview(IReadOnlyList<Problem> Problems, Delta? Delta);

/// <summary>Looks at a decision before it is taken, and at one that was: the same assessment with it and without it. Nothing is stored. Pure.</summary>
public static class PreviewDecision
{
    /// <param name="contract">With the options exercised that are known of.</param>
    public static DecisionPreview Of(RegisteredContract stored, Contract contract, Decision candidate, HolidayBasis basis, LocalDate today)
    {
        var known = stored.Decisions.Select(d => d.Decision).ToList();
        var here = $"decisions[{known.Count}]";
        Problem[] problems =
        [
            .. DecisionChecks.Of(contract, [.. known, candidate], basis).Where(p => p.IsError && p.Path.StartsWith(here, StringComparison.Ordinal))
                .Select(p => p with { Path = p.Path[here.Length..].TrimStart('.') }),
        ];
        return problems.Length > 0 ? new(problems, null) : new([], Between(stored, contract, known, [.. known, candidate], basis, today));
    }

    /// <summary>What a decision that was recorded does to the assessment of today.</summary>
    public static Delta EffectOf(RegisteredContract stored, Contract contract, RegisteredDecision recorded, HolidayBasis basis, LocalDate today) =>
        Between(stored, contract, [.. stored.Decisions.Where(d => d.Number != recorded.Number && !RestsOn(d, recorded)).Select(d => d.Decision)], [.. stored.Decisions.Where(d => !RestsOn(d, recorded)).Select(d => d.Decision)], basis, today);

    /// <summary>A decision that could not stand without the one before it is left out on both sides.</summary>
    private static bool RestsOn(RegisteredDecision one, RegisteredDecision before) =>
        one.Number > before.Number && one.Decision is Decision.OfResult later && before.Decision is Decision.OfResult earlier
        && (later.Month, later.Indicator) == (earlier.Month, earlier.Indicator);

    private static Delta Between(RegisteredContract stored, Contract contract, IReadOnlyList<Decision> before, IReadOnlyList<Decision> after, HolidayBasis basis, LocalDate today) =>
        Delta.Between(Assessment.Of(contract, [.. stored.Standing], before, basis, today), Assessment.Of(contract, [.. stored.Standing], after, basis, today));
}
