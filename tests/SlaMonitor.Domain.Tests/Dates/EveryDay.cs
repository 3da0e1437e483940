using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Tests.Dates;

/// <summary>What is to be told of a contract's dates, found by looking at it on every day: on the first day of a lead time, or on the day
/// from which a date is known where its lead time had begun before; of several begun, the one that began last.</summary>
internal static class EveryDay
{
    private sealed record Told(string Event, string Subject, LocalDate Date, IReadOnlyList<TimeLength> Leads);

    internal static List<(string Key, LocalDate On)> Expected(GeneratedDates generated, LocalDate first, LocalDate last)
    {
        var expected = new List<(string, LocalDate)>();
        var yesterday = new HashSet<string>();
        (int Known, int Versions) state = (-1, -1);
        List<(Told Date, List<(LocalDate From, TimeLength Lead)> Leads)> dates = [];
        var end = default(LocalDate);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var now = (generated.Decisions.Count(d => d.On <= day), generated.Contract.Versions.Count(v => v.EffectiveFrom <= day));
            if (now != state)
            {
                (end, var found) = Dates(generated, day);
                dates = [.. found.Select(f => (f, f.Leads.Select(l => (NaiveDays.Step(f.Date, l, -1), l)).ToList()))];
                state = now;
            }

            var today = new HashSet<string>();
            if (day > end) today.Add($"generated/contractEnded/end/{end:uuuu-MM-dd}");
            foreach (var (date, leads) in dates)
            {
                if (day > date.Date) continue;
                (LocalDate From, TimeLength Lead)? latest = null;
                foreach (var lead in leads)
                    if (lead.From <= day && (latest is null || lead.From > latest.Value.From)) latest = lead;
                if (latest is { } speaks) today.Add($"generated/{date.Event}/{date.Subject}/{date.Date:uuuu-MM-dd}/{speaks.Lead}");
            }

            expected.AddRange(today.Where(key => !yesterday.Contains(key)).Select(key => (key, day)));
            yesterday = today;
        }

        return [.. expected.OrderBy(e => e.Item2).ThenBy(e => e.Item1, StringComparer.Ordinal)];
    }

    private static (LocalDate End, List<Told> Dates) Dates(GeneratedDates generated, LocalDate day)
    {
        var terms = generated.Contract.Versions.LastOrDefault(v => v.EffectiveFrom <= day) ?? generated.Contract.Versions[0];
        var (term, known) = (terms.Term, generated.Decisions.Where(d => d.On <= day).ToList());
        var taken = known.OfType<Decision.OptionExercised>().Count();
        var end = NaiveDays.LastDay(generated.Start, term.Initial!);
        for (var i = 0; i < taken; i++) end = NaiveDays.LastDay(end.PlusDays(1), term.Extensions[i].Length);
        var full = end;
        var early = known.OfType<Decision.Terminated>().LastOrDefault();
        if (early is not null && early.Ends < end) end = early.Ends;
        var (isCut, leads) = (end < full, terms.Draft.LeadTimes);

        var dates = new List<Told> { new("contractEnding", "end", end, leads.End) };
        if (!isCut && taken < term.Extensions.Count)
        {
            if (term.NoticeToExtend is { } notice) dates.Add(new("noticeDue", $"notice of option {taken + 1}", NaiveDays.Notice(notice, end).Safe, leads.Deadlines));
            if (term.ExerciseBy is { } exercise) dates.Add(new("noticeDue", $"exercise of option {taken + 1}", NaiveDays.Notice(exercise, end).Safe, leads.Deadlines));
            else if (term.NoticeToExtend is null) dates.Add(new("noticeDue", $"exercise of option {taken + 1}", NaiveDays.RollBack(end), leads.Deadlines));
        }

        if (term.EarlyTermination is { } right && !isCut)
            foreach (var on in right.OnlyOn.Where(on => on < end)) dates.Add(new("noticeDue", $"notice of break {on:uuuu-MM-dd}", NaiveDays.Notice(right.Notice, on).Safe, leads.Deadlines));
        foreach (var milestone in terms.Draft.Milestones) dates.Add(new("milestoneDue", $"milestone {milestone.Title}", Day(milestone, generated.Start, end), leads.Deadlines));
        return (end, dates);
    }

    private static LocalDate Day(ContractMilestone milestone, LocalDate start, LocalDate end)
    {
        var from = milestone.From switch { MilestoneBase.StartOfTerm => start, MilestoneBase.EndOfTerm => end, var on => ((MilestoneBase.OnDay)on).Day };
        var day = milestone.Offset is { } offset ? NaiveDays.Step(from, offset.Length, offset.Side == MilestoneSide.Before ? -1 : 1) : from;
        return milestone.OnNonWorkingDay == NonWorkingDay.RollBack ? NaiveDays.RollBack(day) : day;
    }
}
