using System.Globalization;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>How time is divided, and which days are working days.</summary>
internal static class PeriodsInEnglish
{
    public static Section Of(DatedTerms dated) => new("Service Periods and working days",
    [
        new(null, $"{Division(dated.Terms.Periods)} {FirstAndLast(dated)}"),
        new(null, $"A Service Period is judged by the terms in force on its first day. Days begin at midnight in {dated.Terms.Zone.Id}, and minutes are counted as they really pass, also where the clocks change. {LocalTimes(dated.Terms.Draft.LocalTimes)}"),
        new(null, WorkingDays(dated)),
    ]);

    public static string DivisionName(Division division) => division switch
    {
        Domain.Calendars.Division.EnglandAndWales => "England and Wales",
        Domain.Calendars.Division.Scotland => "Scotland",
        Domain.Calendars.Division.NorthernIreland => "Northern Ireland",
        Domain.Calendars.Division.UkUnion => "England and Wales, Scotland or Northern Ireland",
        _ => throw new ArgumentOutOfRangeException(nameof(division), division, "Not a division."),
    };

    private static string Division(ServicePeriods periods)
    {
        if (periods is { Months: 1, AnchorDay: 1 }) return "Performance and charges are reckoned by calendar month; each is one Service Period.";
        var lacking = periods.AnchorDay > 28 ? " (the last day of a month that has no such day)" : "";
        var on = $"beginning on the {Phrases.Ordinal(periods.AnchorDay)}{lacking}";
        return periods.Months == 1
            ? $"Performance and charges are reckoned in Service Periods of one month, each {on}."
            : $"Performance and charges are reckoned in Service Periods of {Phrases.Count(periods.Months, "month")}, {on} of {Phrases.And(Months(periods))}.";
    }

    private static IEnumerable<string> Months(ServicePeriods periods)
    {
        for (var month = periods.AnchorMonth; month <= 12; month += periods.Months)
            yield return CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
    }

    private static string FirstAndLast(DatedTerms dated)
    {
        if (dated.First is not { Period: var first }) return "None begins under these terms any more.";
        var last = dated.Periods[^1];
        return first == last
            ? $"Only one begins under these terms: {first.InWords()}{Part(first)}."
            : $"The first under these terms is {first.InWords()}{Part(first)}; the last of the term is {last.InWords()}{Part(last)}.";
    }

    private static string Part(ServicePeriod period) => period.IsPartial ? $", a part period of {period.Days} instead of {period.WholeDays} days" : "";

    private static string WorkingDays(DatedTerms dated)
    {
        var division = dated.WorkingDays.Division;
        var holidays = division == Domain.Calendars.Division.UkUnion
            ? $"days that are a bank holiday in {DivisionName(division)}"
            : $"the bank holidays of {DivisionName(division)}";
        return $"Working days are Monday to Friday except {holidays}. They are counted by the list {dated.Holidays.Name}, which covers {dated.Holidays.FirstYear} to {dated.Holidays.LastYear}. {Adoption(dated.Terms.Draft.BankHolidays)}";
    }

    private static string Adoption(HolidayAdoption adoption) => adoption.Reason is { } reason
        ? $"The reason given for going by this list: {reason.TrimEnd('.')}. A newer one moves nothing until these terms adopt it."
        : "A newer list moves nothing until these terms adopt it, with a reason.";

    private static string LocalTimes(LocalTimeRule rule)
    {
        var skipped = rule.Gap switch
        {
            GapRule.Later => "is taken as later by what they skip",
            GapRule.Earlier => "is taken as earlier by what they skip",
            _ => "is refused",
        };
        var repeated = rule.Overlap switch
        {
            OverlapRule.Earlier => "is the first of the two",
            OverlapRule.Later => "is the second of the two",
            _ => "is refused",
        };
        return $"A local time that the clocks skip {skipped}; one that comes twice {repeated}.";
    }
}
