using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>Bank holidays and working days.</summary>
internal static class CalendarScreen
{
    public static void Write(WorkingDays calendar, int year, Surroundings surroundings)
    {
        var screen = surroundings.Screen();
        screen.MarkupLineInterpolated($"[bold]Bank holidays of {calendar.Division.Name()} in {year}[/] ({calendar.Holidays.Name})");
        screen.Write(Holidays(calendar, year));
        WorkingDaysOf(calendar, year, screen);
        screen.WriteLine("From GOV.UK, Open Government Licence v3.0. 'Seen' is the day in GOV.UK's public repository; an announcement may be a day or so off.");
        screen.WriteLine($"Versions: {string.Join(", ", BankHolidays.Versions.Select(v => v.Version))}. Contracts that adopt none go by version {HolidayAdoption.Baseline.Version}.");
    }

    public static void Write(CalendarDiff diff, Surroundings surroundings)
    {
        surroundings.Out.WriteLine($"From {diff.Before.Name} to {diff.After.Name}:");
        surroundings.Out.WriteLine();
        var lines = diff.Added.Select(h => (h.Date, Line: Line("+", h))).Concat(diff.Removed.Select(h => (h.Date, Line: Line("-", h)))).OrderBy(l => l.Date);
        foreach (var (_, line) in lines) surroundings.Out.WriteLine(line);
        if (diff.Added.Count + diff.Removed.Count > 0) surroundings.Out.WriteLine();
        surroundings.Out.WriteLine($"{diff.Added.Count} added (+), {diff.Removed.Count} removed (-).");
    }

    private static string Line(string sign, BankHoliday holiday) => $"  {sign} {Day(holiday.Date)}  {holiday.Division.Name(),-17}  {holiday.InWords}";

    private static Table Holidays(WorkingDays calendar, int year)
    {
        var isUnion = calendar.Division == Division.UkUnion;
        var table = new Table().Border(TableBorder.Simple).AddColumn("Date");
        if (isUnion) table.AddColumn("Division");
        table.AddColumn("Holiday").AddColumn("First seen").AddColumn("Seen withdrawn");
        foreach (var row in calendar.Holidays.Rows(calendar.Division, year))
            table.AddRow([Day(row.Date), .. isUnion ? [row.Division.Name()] : Array.Empty<string>(), Markup.Escape(row.InWords), Day(row.FirstSeen), row.WithdrawnSeen is { } gone ? Day(gone) : ""]);
        return table;
    }

    private static void WorkingDaysOf(WorkingDays calendar, int year, IAnsiConsole screen)
    {
        var months = Enumerable.Range(1, 12).Select(m => new YearMonth(year, m)).ToList();
        if (months.Any(m => calendar.In(m) is null)) return;
        screen.MarkupLine("[bold]Working days[/]");
        var table = new Table().Border(TableBorder.Simple);
        foreach (var month in months) table.AddColumn(new TableColumn(month.ToString("MMM", CultureInfo.InvariantCulture)).RightAligned());
        table.AddColumn(new TableColumn("Year").RightAligned());
        table.AddRow([.. months.Select(m => $"{calendar.In(m)}"), $"{months.Sum(m => calendar.In(m))}"]);
        screen.Write(table);
    }

    private static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day:ddd} {day.Day,2} {day:MMM yyyy}");
}
