using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The contract's own milestones, and how long before its dates officers are told.</summary>
internal static class MilestonesInEnglish
{
    public static IEnumerable<Section> Of(DatedTerms dated)
    {
        var milestones = dated.Terms.Draft.Milestones;
        var leads = dated.Terms.Draft.LeadTimes;
        if (milestones.Count == 0 && leads == LeadTimes.Default) return [];
        var told = $"By local policy officers are told {Phrases.And(leads.End.Select(l => l.ToString()))} before the end of the term, and {Phrases.And(leads.Deadlines.Select(l => l.ToString()))} before the days of notices, options and milestones.";
        return [new("Milestones", [.. milestones.Select(m => new Paragraph(m.Clause, Sentence(m, dated))), new(null, told)])];
    }

    private static string Sentence(ContractMilestone milestone, DatedTerms dated)
    {
        var from = milestone.From switch
        {
            MilestoneBase.StartOfTerm => dated.Terms.Term.Start.First,
            MilestoneBase.EndOfTerm => dated.SafeEnd,
            MilestoneBase.OnDay on => on.Day,
            _ => throw new InvalidOperationException("The set of bases is closed."),
        };
        var what = milestone.From switch
        {
            MilestoneBase.StartOfTerm => $"the start of the term, {Phrases.Date(from)}",
            MilestoneBase.EndOfTerm => $"the end of the term as it stands, {Phrases.Date(from)}, and moves with it",
            _ => Phrases.Date(from),
        };
        var when = milestone.Offset is { } offset ? $"is due {offset.Length} {offset.Side.Key()} {what}" : $"is due on {what}";
        var rolls = milestone.OnNonWorkingDay == NonWorkingDay.RollBack ? "on no working day, the working day before" : "working day or not";
        var policy = milestone.IsLocalPolicy ? " No clause is named, so this is local policy." : "";
        return $"{Phrases.Quoted(milestone.Title)} {when} ({rolls}): {Day(milestone.SafeDay(from, dated.WorkingDays), dated)}.{policy}";
    }

    private static string Day(LocalDate? day, DatedTerms dated) => day is { } known ? Phrases.Weekday(known) : $"not known, as {dated.HolidayYears}";
}
