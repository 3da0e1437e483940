using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The service hours that the contract names.</summary>
internal static class CalendarsInEnglish
{
    public static IEnumerable<Section> Of(DatedTerms dated) => dated.Terms.Draft.Calendars.Count == 0
        ? []
        : [new("Service hours", [.. dated.Terms.Draft.Calendars.Select(c => new Paragraph(null, Calendar(c, dated)))])];

    /// <summary>Monday to Friday 08:00 to 18:00, and Saturday 09:00 to 13:00.</summary>
    public static string Week(WeeklyHours hours)
    {
        if (hours.IsAroundTheClock) return "around the clock, seven days a week";
        var entries = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)
            .Where(day => hours.On(day).Count > 0)
            .GroupBy(day => Phrases.And(hours.On(day).Select(span => span.ToString().Replace("-", " to ", StringComparison.Ordinal))))
            .Select(same => $"{Phrases.And(Runs([.. same]))} {same.Key}");
        return string.Join("; ", entries);
    }

    private static string Calendar(ContractCalendar calendar, DatedTerms dated)
    {
        var holidays = calendar.ClosedOnHolidays
            ? $"On the bank holidays of {PeriodsInEnglish.DivisionName(dated.WorkingDays.Division)} the service is closed."
            : "Bank holidays make no difference.";
        return $"{Phrases.Quoted(calendar.Name)} is {Week(calendar.Hours)}. {holidays}{Closures(calendar)}{Minutes(calendar, dated)}";
    }

    private static string Closures(ContractCalendar calendar) => calendar.Closures.Count == 0
        ? ""
        : $" It is closed besides on {Phrases.And(calendar.Closures.Select(Closure))}.";

    private static string Closure(Closure closure)
    {
        var hours = closure.Span == DaySpan.WholeDay ? "" : $" from {closure.Span.ToString().Replace("-", " to ", StringComparison.Ordinal)}";
        return $"{closure.Date:d MMMM uuuu}{hours}";
    }

    private static string Minutes(ContractCalendar calendar, DatedTerms dated)
    {
        if (dated.First is not { Period: var period }) return "";
        return calendar.ServiceHours(dated.WorkingDays).MinutesIn(period.First, period.Last, dated.Terms.Zone) is { } minutes
            ? $" In the first Service Period, {period.InWords()}, that makes {Phrases.Figure(minutes)} minutes."
            : $" How many minutes that makes cannot be told for the first Service Period, as {dated.HolidayYears}.";
    }

    /// <summary>Neighbouring days as a run: Monday to Friday.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<IsoDayOfWeek> days) => days
        .Select((day, i) => (Day: day, Run: (int)day - i))
        .GroupBy(d => d.Run, d => d.Day)
        .Select(run => run.Count() == 1 ? $"{run.First()}" : $"{run.First()} to {run.Last()}");
}
