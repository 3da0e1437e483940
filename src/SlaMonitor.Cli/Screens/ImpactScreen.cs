using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>What a change of calendar would move, contract by contract, and how it would come about.</summary>
internal static class ImpactScreen
{
    public static void Write(CalendarDiff diff, IReadOnlyList<ContractImpact> impacts, Surroundings surroundings)
    {
        var screen = surroundings.Screen();
        screen.WriteLine($"From {diff.Before.Name} to {diff.After.Name}:");
        foreach (var impact in impacts) Write(impact, screen);
        screen.WriteLine();
        screen.WriteLine(impacts.All(i => i.Moved.Count == 0)
            ? "No due date, result or credit would move."
            : "Nothing has moved: each contract goes by the version that its own file adopts.");
        HowToAdopt(diff.After, screen);
    }

    private static void HowToAdopt(BankHolidays calendar, IAnsiConsole screen)
    {
        if (calendar.AsKnownOn is not null)
        {
            screen.WriteLine("A contract adopts a version; what was known on a day can be asked about, but not adopted.");
            return;
        }

        screen.WriteLine($"A contract adopts {calendar.Name} by this line in its file:");
        screen.WriteLine($"  bankHolidays: {{ version: {calendar.Version}, reason: why it is adopted }}");
    }

    private static void Write(ContractImpact impact, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{impact.Contract}[/], which goes by {impact.Adopted}: {(impact.Moved.Count == 0 ? "nothing would move" : $"{impact.Moved.Count} would move")}");
        if (impact.Moved.Count == 0) return;
        var table = new Table().Border(TableBorder.Simple).AddColumn("What").AddColumn("Before").AddColumn("After");
        foreach (var moved in impact.Moved) table.AddRow(Markup.Escape(moved.Label), Markup.Escape(moved.Before), Markup.Escape(moved.After));
        screen.Write(table);
    }
}
