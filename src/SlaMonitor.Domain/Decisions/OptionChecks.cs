using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Decisions;

/// <summary>Options that could not be exercised as recorded: judged by the terms in force on the day they were.</summary>
internal static class OptionChecks
{
    public static IEnumerable<Problem> Of(Contract contract, IReadOnlyList<Decision> decisions)
    {
        var options = decisions.Select((d, i) => (Option: d as Decision.OptionExercised, Path: DecisionContradictions.Path(i)))
            .Where(d => d.Option is not null).OrderBy(d => d.Option!.Option).ToList();
        var problems = new List<Problem>();
        var standing = contract;
        foreach (var (option, path) in options)
        {
            problems.AddRange(Of(contract.InForceOn(option!.Exercised).Term, standing.InForceOn(option.Exercised).Term, option).Select(p => p.Under(path)));
            standing = standing.Exercising(option.Option, option.Exercised);
        }

        return problems;
    }

    /// <param name="written">As the contract file states it.</param>
    /// <param name="term">With the options before this one exercised.</param>
    private static IEnumerable<Problem> Of(ContractTerm written, ContractTerm term, Decision.OptionExercised decision)
    {
        var (option, exercised) = (decision.Option, decision.Exercised);
        foreach (var problem in DateDecisionChecks.RecordedBefore("exercised", exercised, decision)) yield return problem;
        if (option > term.Extensions.Count)
        {
            yield return new(DecisionProblems.NoSuchOption, "option", $"one of the contract's {term.Extensions.Count.Counted("option")}", $"{option}");
            yield break;
        }

        if (written.Extensions[option - 1].Exercised is { } stated && stated != exercised)
            yield return new(DecisionProblems.Contradicts, "exercised", $"{stated:uuuu-MM-dd}, as the contract file has it", $"{exercised:uuuu-MM-dd}");
        if (term.Extensions.Take(option - 1).Any(e => e.Exercised is null))
            yield return new(ContractProblems.OptionOutOfTurn, "option", "earlier options exercised first", $"{option}");
        else if (exercised > term.EndBefore(option))
            yield return new(ContractProblems.OptionExercisedLate, "exercised", $"a day up to {term.EndBefore(option):uuuu-MM-dd}, the end before this option", $"{exercised:uuuu-MM-dd}");
    }
}
