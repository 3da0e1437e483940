using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

/// <summary>The contract's own milestones, by the term as it stands.</summary>
internal static class MilestoneDates
{
    public static IReadOnlyList<KeyDate> Of(DatedContract dated) => [.. dated.Terms.Draft.Milestones.Select(m => Date(dated, m))];

    private static KeyDate Date(DatedContract dated, ContractMilestone milestone)
    {
        var (from, isMonthOnly) = From(dated, milestone.From);
        var (day, reckoned) = (milestone.SafeDay(from, dated.WorkingDays), milestone.Reckoned(from, dated.WorkingDays));
        var done = dated.Done(milestone.Title)?.Done;
        return new()
        {
            Kind = KeyDateKind.Milestone,
            Key = $"milestone {milestone.Title}",
            Title = milestone.Title,
            Day = day,
            LastDay = reckoned,
            NotKnown = day is null ? dated.HolidaysNotKnown : null,
            IsMonthOnly = isMonthOnly,
            State = done is not null ? DateState.Done : dated.StateOf(day ?? reckoned),
            DoneOn = done,
            Clause = milestone.Clause,
            IsLocalPolicy = milestone.IsLocalPolicy,
            Lines = () => Lines(dated, milestone, from, isMonthOnly, reckoned, day),
        };
    }

    /// <summary>A start or end that is known to the month only may be as early as its first day, so that is safe to reckon from.</summary>
    private static (LocalDate Day, bool IsMonthOnly) From(DatedContract dated, MilestoneBase from) => from switch
    {
        MilestoneBase.StartOfTerm => (dated.Term.Start.First, dated.Term.Start.IsMonthOnly),
        MilestoneBase.EndOfTerm => (dated.Term.SafeEndAsOf(dated.AsOf), dated.IsEndMonthOnly),
        MilestoneBase.OnDay on => (on.Day, false),
        _ => throw new InvalidOperationException("The set of bases is closed."),
    };

    private static IEnumerable<WorkingLine> Lines(DatedContract dated, ContractMilestone milestone, LocalDate from, bool isMonthOnly, LocalDate? reckoned, LocalDate? day)
    {
        var notKnown = $"not known: {dated.HolidaysNotKnown}";
        var what = milestone.From switch
        {
            MilestoneBase.StartOfTerm => "the start of the term",
            MilestoneBase.EndOfTerm => "the end of the term as it stands",
            _ => "the day given",
        };
        var month = isMonthOnly ? ", the first day of a month, as no more is known" : "";
        var source = milestone.IsLocalPolicy ? ", by local policy and no clause of the contract" : "";
        yield return milestone.Offset is not { } offset
            ? new(milestone.Clause, $"On {what}{source}", DayText.Long(from), "", DayText.Long(from))
            : new(
                milestone.Clause, $"{offset.Length} {offset.Side.Key()} {what}{source}", $"{DayText.Long(from)}{month}",
                $"{DayText.Short(from)} {(offset.Side == MilestoneSide.Before ? "-" : "+")} {offset.Length}{NoticeWorking.How(from, offset.Length, reckoned, dated)}",
                reckoned is { } counted ? DayText.Long(counted) : notKnown);
        if (reckoned is not { } found) yield break;
        yield return milestone.OnNonWorkingDay == NonWorkingDay.RollBack
            ? new(milestone.Clause, "On no working day it moves back to the working day before", NoticeWorking.WhatDay(found, dated), "", day is { } safe ? DayText.Long(safe) : notKnown)
            : new(milestone.Clause, "Working day or not, the day stands", NoticeWorking.WhatDay(found, dated), "", DayText.Long(found));
        if (dated.Done(milestone.Title) is { } done)
            yield return new(done.Taken.Clause, "Done", $"recorded {DayText.Short(done.On)} by {done.Taken.By}: {done.Taken.Reason}", "", DayText.Long(done.Done));
    }
}
