using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Calendars;

/// <summary>A time limit as it stands for dates from a given day on.</summary>
/// <param name="EffectiveFrom">The first date of receipt, or of the response, that the rule applies to.</param>
/// <param name="Division">Whose holidays the rule counts; null where they are those of the place concerned.</param>
/// <param name="Source">The act and section, or other authority.</param>
public sealed record DatedCountRule(LocalDate EffectiveFrom, CountRule Rule, Division? Division, string Source);

/// <summary>A time limit set by law or by a code of practice, with each rule it has had.</summary>
public sealed class StatutoryClock
{
    /// <param name="name">For commands and contract files, for instance <c>foi</c>.</param>
    /// <param name="rules">In order of effective date, without two of one date.</param>
    internal StatutoryClock(string name, string title, params IReadOnlyList<DatedCountRule> rules)
    {
        Name = name;
        Title = title;
        Rules = rules;
    }

    public string Name { get; }

    public string Title { get; }

    public IReadOnlyList<DatedCountRule> Rules { get; }

    /// <summary>The rule in force for a date of receipt; null before the first.</summary>
    public DatedCountRule? InForceOn(LocalDate date) => Rules.LastOrDefault(r => r.EffectiveFrom <= date);

    /// <summary>The deadline by the rule in force on the date, with its working.</summary>
    /// <param name="place">Whose holidays count where the rule does not say.</param>
    public Deadline Work(LocalDate date, BankHolidays holidays, Division place)
    {
        if (InForceOn(date) is not { } rule)
            return new(null, $"{Title} had no rule on {LocalDatePattern.Iso.Format(date)}.", "", holidays.Name, []);
        var deadline = rule.Rule.Work(date, new WorkingDays(holidays, rule.Division ?? place));
        return deadline with { Rule = $"{rule.Rule} ({rule.Source})" };
    }
}
