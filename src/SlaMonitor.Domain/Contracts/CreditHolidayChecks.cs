using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>Credit holidays that stop nothing, or other periods than they seem to.</summary>
internal static class CreditHolidayChecks
{
    public static IEnumerable<Problem> Of(ContractDraft draft) =>
        draft.CreditHolidays.SelectMany((holiday, i) => Of(holiday, draft).Select(p => p.Under($"creditHolidays[{i}]")));

    private static IEnumerable<Problem> Of(CreditHoliday holiday, ContractDraft draft)
    {
        var (start, end) = (draft.Term.Start.First, draft.Term.LatestPossibleEnd);
        var (first, last) = holiday.Days(start);
        if (draft.Credits is null && (holiday.Points == HolidayPoints.Accrue || !draft.Indicators.Any(i => i.CarriesPoints)))
            yield return new(ContractProblems.CreditHolidayIdle, "", "credits or points that it stops", "neither");
        if (!draft.Periods.Within(start, end, end).Any(p => holiday.Covers(p.First, start)))
            yield return new(ContractProblems.CreditHolidayIdle, "", "the first day of a Service Period in it", InWords(first, last));
        else if (IsInside(first, draft) is { } from && from.First != first)
            yield return new(ContractProblems.CreditHolidayMidPeriod, Key(holiday, "from"), $"the first day of a Service Period, such as {from.First:uuuu-MM-dd}", $"{first:uuuu-MM-dd}");
        else if (IsInside(last, draft) is { } to && to.Last != last)
            yield return new(ContractProblems.CreditHolidayMidPeriod, Key(holiday, "to"), $"the last day of a Service Period, such as {to.Last:uuuu-MM-dd}", $"{last:uuuu-MM-dd}");
    }

    private static Calendars.ServicePeriod? IsInside(LocalDate day, ContractDraft draft)
    {
        var (start, end) = (draft.Term.Start.First, draft.Term.LatestPossibleEnd);
        return day < start || day > end ? null : draft.Periods.Containing(day, start, end);
    }

    private static string Key(CreditHoliday holiday, string edge) => holiday is CreditHoliday.FromStart ? "first" : edge;

    private static string InWords(LocalDate first, LocalDate last) => $"{first:uuuu-MM-dd} to {last:uuuu-MM-dd}";
}
