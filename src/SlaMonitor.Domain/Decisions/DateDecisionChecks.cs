using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Decisions;

/// <summary>Notices, terminations and milestones that could not be as recorded: judged by the terms in force on the day they were.</summary>
internal static class DateDecisionChecks
{
    public static IEnumerable<Problem> Of(Contract contract, IReadOnlyList<Decision> decisions, Decision decision, HolidayBasis basis) => decision switch
    {
        Decision.NoticeGiven notice => OfNotice(contract, notice),
        Decision.Terminated terminated => OfTermination(contract.With(decisions.OfType<Decision.OptionExercised>()), terminated, basis),
        Decision.MilestoneDone milestone => OfMilestone(contract, milestone),
        _ => [],
    };

    /// <summary>Where something is recorded before the day it happened on.</summary>
    public static IEnumerable<Problem> RecordedBefore(string path, LocalDate happened, Decision decision)
    {
        if (happened > decision.On)
            yield return new(DecisionProblems.RecordedBefore, path, $"a day up to {decision.On:uuuu-MM-dd}, on which it is recorded", $"{happened:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> OfNotice(Contract contract, Decision.NoticeGiven notice)
    {
        foreach (var problem in RecordedBefore("given", notice.Given, notice)) yield return problem;
        if (contract.InForceOn(notice.Given).Term.Extensions.Count is var options && notice.Option > options)
            yield return new(DecisionProblems.NoSuchOption, "option", $"one of the contract's {options.Counted("option")}", $"{notice.Option}");
    }

    private static IEnumerable<Problem> OfMilestone(Contract contract, Decision.MilestoneDone milestone)
    {
        foreach (var problem in RecordedBefore("done", milestone.Done, milestone)) yield return problem;
        var titles = contract.Versions.SelectMany(v => v.Draft.Milestones).Select(m => m.Title).Distinct().ToList();
        if (!titles.Contains(milestone.Milestone))
            yield return new(DecisionProblems.NoSuchMilestone, "milestone", titles.Count == 0 ? "a contract with milestones" : $"one of: {string.Join(", ", titles)}", milestone.Milestone);
    }

    private static IEnumerable<Problem> OfTermination(Contract contract, Decision.Terminated terminated, HolidayBasis basis)
    {
        foreach (var problem in RecordedBefore("given", terminated.Given, terminated)) yield return problem;
        var terms = contract.InForceOn(terminated.Given);
        var end = terms.Term.EndAsOf(terminated.Given);
        var earliest = LocalDate.Max(terminated.Given, terms.Term.Start.First);
        if (terminated.Ends < earliest || terminated.Ends > end)
            yield return new(DecisionProblems.TerminationOutsideTerm, "ends", $"a day from {earliest:uuuu-MM-dd} to {end:uuuu-MM-dd}, the end as it stood when notice was given", $"{terminated.Ends:uuuu-MM-dd}");
        else if (terminated is { Ground: TerminationGround.Convenience } && terminated.Ends < end)
            foreach (var problem in OfRight(terms, terminated, basis)) yield return problem;
    }

    private static IEnumerable<Problem> OfRight(ContractTerms terms, Decision.Terminated terminated, HolidayBasis basis)
    {
        if (terms.Term.EarlyTermination is not { } right)
        {
            yield return new(DecisionProblems.TerminationNotAllowed, "ground", "a contract with 'earlyTermination', or another ground", "convenience");
            yield break;
        }

        if (terminated.Ends < right.NotBefore)
            yield return new(DecisionProblems.TerminationNotAllowed, "ends", $"a day not before {right.NotBefore:uuuu-MM-dd}", $"{terminated.Ends:uuuu-MM-dd}");
        if (right.OnlyOn.Count > 0 && !right.OnlyOn.Contains(terminated.Ends))
            yield return new(DecisionProblems.TerminationNotAllowed, "ends", $"one of: {string.Join(", ", right.OnlyOn.Select(d => $"{d:uuuu-MM-dd}"))}", $"{terminated.Ends:uuuu-MM-dd}");
        if (right.Notice.LastDay(terminated.Ends, terms.WorkingDays(basis)) is { } last && last < terminated.Given)
            yield return new(DecisionProblems.TerminationNotAllowed, "given", $"a day up to {last:uuuu-MM-dd}, for notice of {right.Notice.Length}", $"{terminated.Given:uuuu-MM-dd}");
    }
}
