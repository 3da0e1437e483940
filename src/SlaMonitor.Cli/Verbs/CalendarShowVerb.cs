using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla calendar show</c>: the bank holidays of a year, since when they are known, and its working days.</summary>
internal static class CalendarShowVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var division = CalendarOptions.Division();
        var year = new Option<int?>("--year") { Description = "A calendar year, such as 2026; this year where not given." };
        var knownOn = CalendarOptions.KnownOn();
        var command = new Command("show", "Bank holidays of a year, with the day each was first seen, and the working days of its months.") { division, year, knownOn };
        command.SetAction(parsed => Run(
            CalendarOptions.Latest(parsed.GetValue(knownOn)).WorkingDays(parsed.GetValue(division) ?? Divisions.All[0]),
            parsed.GetValue(year) ?? surroundings.Clock.GetCurrentInstant().InUtc().Year,
            surroundings));
        return command;
    }

    private static int Run(WorkingDays calendar, int year, Surroundings surroundings)
    {
        var holidays = calendar.Holidays;
        if (holidays.Rows(calendar.Division, year).Count > 0) CalendarScreen.Write(calendar, year, surroundings);
        if (year >= holidays.FirstYear && year <= holidays.LastYear) return ExitCode.Fine;
        surroundings.Error.WriteLine(holidays.LastYear < holidays.FirstYear
            ? $"{holidays.Name} knows no year whole, so no working days can be counted."
            : $"{holidays.Name} knows the years {holidays.FirstYear} to {holidays.LastYear} whole; working days of {year} cannot be counted.");
        return ExitCode.Findings;
    }
}
