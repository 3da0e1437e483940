using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Alerts;

/// <summary>Alerts of a contract's dates at its lead times. Of all lead times of a date that have passed only the latest speaks, so that a
/// contract registered late is not greeted with every one it missed. The date is part of the key: one that moves is told anew.</summary>
public static class ContractDateAlerts
{
    /// <param name="decisions">In any order; those dated after <paramref name="asOf"/> do not count.</param>
    /// <param name="asOf">The local day in the contract's zone.</param>
    public static IReadOnlyList<Alert> Of(Contract contract, IEnumerable<Decision> decisions, HolidayBasis basis, LocalDate asOf)
    {
        var dates = ContractDates.Of(contract, decisions, basis, asOf);
        var terms = contract.InForceOn(asOf);
        var leads = terms.Draft.LeadTimes;
        return [.. OfEnd(terms, dates, leads.End, asOf), .. dates.Where(d => d.IsDeadline && d.IsAhead).SelectMany(d => OfDeadline(contract.Code, d, leads.Deadlines, asOf))];
    }

    /// <summary>The days on which something else is to be said.</summary>
    public static IEnumerable<LocalDate> Days(Contract contract, IEnumerable<Decision> decisions, HolidayBasis basis, LocalDate asOf)
    {
        var leads = contract.InForceOn(asOf).Draft.LeadTimes;
        foreach (var date in ContractDates.Of(contract, decisions, basis, asOf))
        {
            if (date.Kind != KeyDateKind.CurrentEnd && !(date.IsDeadline && date.IsAhead)) continue;
            foreach (var lead in date.IsDeadline ? leads.Deadlines : leads.End) yield return From(date, lead);
            yield return date.AlertsBy!.Value.PlusDays(1);
        }
    }

    private static IEnumerable<Alert> OfEnd(ContractTerms terms, IReadOnlyList<KeyDate> dates, IReadOnlyList<TimeLength> leads, LocalDate asOf)
    {
        var date = dates[0];
        var end = date.Day!.Value;
        if (asOf > end) yield return new(terms.Code, AlertEvent.ContractEnded, date.Key, $"{end:uuuu-MM-dd}", null, end, $"The contract ended on {InWords(date)}.");
        else if (LatestPassed(date, leads, asOf) is { } passed)
            yield return new(terms.Code, AlertEvent.ContractEnding, date.Key, $"{end:uuuu-MM-dd}", passed.ToString(), end, $"The contract ends on {InWords(date)}.{Option(terms, dates, asOf)}");
    }

    private static IEnumerable<Alert> OfDeadline(string contract, KeyDate date, IReadOnlyList<TimeLength> leads, LocalDate asOf)
    {
        if (LatestPassed(date, leads, asOf) is not { } passed) yield break;
        var day = date.AlertsBy!.Value;
        var @event = date.Kind == KeyDateKind.Milestone ? AlertEvent.MilestoneDue : AlertEvent.NoticeDue;
        yield return new(contract, @event, date.Key, $"{day:uuuu-MM-dd}", passed.ToString(), day, $"{date.Title}: {ByWhen(date)} ({date.Source}).");
    }

    /// <summary>Of lead times that fall on one day, the first of the file.</summary>
    private static TimeLength? LatestPassed(KeyDate date, IReadOnlyList<TimeLength> leads, LocalDate asOf) =>
        leads.Where(lead => From(date, lead) <= asOf).MaxBy(lead => From(date, lead));

    /// <summary>Lead times are in days, weeks, months or years, so that it can always be told.</summary>
    private static LocalDate From(KeyDate date, TimeLength lead) => lead.Unit switch
    {
        TimeUnit.Days => date.AlertsBy!.Value.PlusDays(-lead.Count),
        TimeUnit.Weeks => date.AlertsBy!.Value.PlusWeeks(-lead.Count),
        TimeUnit.Months => date.AlertsBy!.Value.PlusMonths(-lead.Count),
        _ => date.AlertsBy!.Value.PlusYears(-lead.Count),
    };

    private static string ByWhen(KeyDate date)
    {
        var time = date.CutOff is { } cutOff ? $"{cutOff:HH:mm} on " : "";
        if (date.Day is not { } day) return $"the last day is {date.LastDay:d MMMM uuuu}, and the working day before it cannot be told, as {date.NotKnown}";
        if (date.Kind == KeyDateKind.Milestone) return $"by {day:d MMMM uuuu}{Month(date)}";
        return day == date.LastDay ? $"by {time}{day:d MMMM uuuu}, the last day{Month(date)}" : $"by {time}{day:d MMMM uuuu}, the last safe day{Month(date)}";
    }

    private static string Option(ContractTerms terms, IReadOnlyList<KeyDate> dates, LocalDate asOf)
    {
        var next = dates.FirstOrDefault(d => OptionDates.OptionOf(d) is not null && d.State != DateState.Done);
        // What has lapsed while its day is still ahead was lost with an early end.
        if (next is null || (next.State == DateState.Lapsed && next.AlertsBy >= asOf)) return " No option to extend is left.";
        var length = terms.Term.Extensions[OptionDates.OptionOf(next)!.Value - 1].Length;
        if (next.Kind == KeyDateKind.Exercise && terms.Term.NoticeToExtend is null && terms.Term.ExerciseBy is null) return $" An option of {length} must be exercised by then.";
        var what = next.Kind == KeyDateKind.Exercise ? $"exercise the option of {length}" : $"give notice of the option of {length}";
        if (next.Day is not { } day) return $" The last safe day to {what} cannot be told, as {next.NotKnown}.";
        return next.State is DateState.Lapsed or DateState.Passed ? $" The last safe day to {what} was {day:d MMMM uuuu}." : $" The last safe day to {what} is {day:d MMMM uuuu}.";
    }

    private static string InWords(KeyDate end) => $"{end.Day:d MMMM uuuu}{Month(end)}";

    private static string Month(KeyDate date) => date.IsMonthOnly ? " (dates known to the month only)" : "";
}
