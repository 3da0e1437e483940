using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Alerts;

/// <summary>Alerts of a contract's end, with the last safe day to give notice. Of all lead times passed only the latest
/// speaks, so that a contract registered late is not greeted with every one it missed.</summary>
internal static class ContractDateAlerts
{
    private static readonly TimeLength[] LeadTimes = [.. new[] { 24, 18, 12, 9, 6, 3, 1 }.Select(TimeLength.Months)];

    public static IReadOnlyList<Alert> Of(Contract contract, HolidayBasis basis, LocalDate asOf)
    {
        var terms = contract.InForceOn(asOf);
        var end = terms.Term.EndAsOf(asOf);
        if (asOf > end)
            return [new(contract.Code, AlertEvent.ContractEnded, "end", $"{end:uuuu-MM-dd}", null, end, $"The contract ended on {EndInWords(terms.Term, end)}.")];
        var workingDays = terms.WorkingDays(basis);
        var passed = LeadTimes.LastOrDefault(lead => lead.Before(end, workingDays) <= asOf);
        if (passed is null) return [];
        return [new(contract.Code, AlertEvent.ContractEnding, "end", $"{end:uuuu-MM-dd}", passed.ToString(), end, $"The contract ends on {EndInWords(terms.Term, end)}.{Option(terms.Term, end, workingDays, asOf)}")];
    }

    /// <summary>The days on which something else is to be said.</summary>
    internal static IEnumerable<LocalDate> Days(Contract contract, HolidayBasis basis, LocalDate asOf)
    {
        var terms = contract.InForceOn(asOf);
        var end = terms.Term.EndAsOf(asOf);
        var workingDays = terms.WorkingDays(basis);
        foreach (var lead in LeadTimes)
            if (lead.Before(end, workingDays) is { } day) yield return day;
        if (terms.Term.NextOption(asOf) is not null && terms.Term.NoticeToExtend?.LastSafeDay(end, workingDays) is { } lastSafe) yield return lastSafe.PlusDays(1);
        yield return end.PlusDays(1);
    }

    private static string Option(ContractTerm term, LocalDate end, WorkingDays workingDays, LocalDate asOf)
    {
        if (term.NextOption(asOf) is not { } option) return " No option to extend is left.";
        if (term.NoticeToExtend is not { } notice) return $" An option of {option.Length} must be exercised by then.";
        if (notice.LastSafeDay(end, workingDays) is not { } day) return $" An option of {option.Length} needs {notice.Length} of notice; the day cannot be told, as the bank holidays are not known.";
        return day < asOf
            ? $" The last safe day to give notice of the option of {option.Length} was {day:d MMMM uuuu}."
            : $" The last safe day to give notice of the option of {option.Length} is {day:d MMMM uuuu}.";
    }

    private static string EndInWords(ContractTerm term, LocalDate end) =>
        $"{end:d MMMM uuuu}{(term.IsMonthPrecision ? " (dates known to the month only)" : "")}";
}
