using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

/// <summary>Dates of a contract that could never do what they are for.</summary>
internal static class DateChecks
{
    public static IEnumerable<Problem> Of(ContractDraft draft, WorkingDays workingDays) =>
    [
        .. Exercise(draft.Term, workingDays),
        .. draft.Term.EarlyTermination is { } right ? Early(draft.Term, right).Select(p => p.Under("term.earlyTermination")) : [],
        .. draft.Milestones.SelectMany(m => Milestone(draft.Term, m, workingDays).Select(p => p.Under($"milestones.{m.Title}"))),
        .. LeadTimes("end", draft.LeadTimes.End),
        .. LeadTimes("deadlines", draft.LeadTimes.Deadlines),
    ];

    private static IEnumerable<Problem> Exercise(ContractTerm term, WorkingDays workingDays)
    {
        if (term.ExerciseBy is not { } exercise) yield break;
        var (last, notice) = (exercise.LastDay(term.InitialEnd, workingDays), term.NoticeToExtend?.LastDay(term.InitialEnd, workingDays));
        if (last < term.Start.First)
            yield return new(ContractProblems.NoticeAfterEnd, "term.exerciseBy", $"a length that fits between {term.Start} and {term.InitialEnd:uuuu-MM-dd}", $"{exercise.Length}, which is {last:uuuu-MM-dd}");
        else if (last < notice)
            yield return new(ContractProblems.ExerciseBeforeNotice, "term.exerciseBy", $"a day from {notice:uuuu-MM-dd} on, the last day for notice", $"{last:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> Early(ContractTerm term, EarlyTermination right)
    {
        var (first, last) = (term.Start.First, term.LatestPossibleEnd.PlusDays(-1));
        if (right.NotBefore is { } floor && (floor < first || floor > last))
            yield return new(ContractProblems.BreakUnfit, "notBefore", $"a day from {first:uuuu-MM-dd} to {last:uuuu-MM-dd}", $"{floor:uuuu-MM-dd}");
        for (var i = 0; i < right.OnlyOn.Count; i++)
        {
            var day = right.OnlyOn[i];
            var from = i > 0 ? right.OnlyOn[i - 1].PlusDays(1) : LocalDate.Max(first, right.NotBefore ?? first);
            if (day < from || day > last)
                yield return new(ContractProblems.BreakUnfit, $"onlyOn[{i}]", $"a day from {from:uuuu-MM-dd} to {last:uuuu-MM-dd}", $"{day:uuuu-MM-dd}");
        }
    }

    private static IEnumerable<Problem> Milestone(ContractTerm term, ContractMilestone milestone, WorkingDays workingDays)
    {
        var from = milestone.From switch
        {
            MilestoneBase.StartOfTerm => term.Start.First,
            MilestoneBase.EndOfTerm => term.InitialEnd,
            MilestoneBase.OnDay on => on.Day,
            _ => throw new InvalidOperationException("The set of bases is closed."),
        };
        if (milestone.Reckoned(from, workingDays) is { } day && day < term.Start.First)
            yield return new(ContractProblems.MilestoneOutsideTerm, "", $"a day from {term.Start} on", $"{day:uuuu-MM-dd}");
        else if (milestone.SafeDay(from, workingDays) is null)
            yield return new(ContractProblems.HolidaysUnknown, "", $"a day within {workingDays.Holidays.FirstYear} to {workingDays.Holidays.LastYear}", $"a working day reckoned from {from:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> LeadTimes(string key, IReadOnlyList<TimeLength> leads)
    {
        for (var i = 0; i < leads.Count; i++)
        {
            if (leads[i] is { Unit: TimeUnit.WorkingDays } or { Count: 0 })
                yield return new(ContractProblems.LeadTimeUnfit, $"leadTimes.{key}[{i}]", "some days, weeks, months or years", $"{leads[i]}");
            else if (leads.Take(i).Contains(leads[i]))
                yield return new(ContractProblems.LeadTimeUnfit, $"leadTimes.{key}[{i}]", "each lead time once", $"{leads[i]} twice");
        }
    }
}
