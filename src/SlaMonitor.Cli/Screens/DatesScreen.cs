using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Dates;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>The dates of a contract: first all of them at a glance, then how each is found.</summary>
internal static class DatesScreen
{
    public static void Write(DatesOfContract contract, IAnsiConsole screen)
    {
        var terms = contract.Terms;
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{terms.Title}[/] ({terms.Code})");
        screen.WriteLine($"{terms.Draft.Client}, supplied by {terms.Draft.Supplier}.");
        screen.WriteLine($"Dates as they stand on {Long(contract.AsOf)}, by the terms from {DayInWords.Of(terms.EffectiveFrom)}; days in {terms.Zone.Id}, end dates included.");
        screen.WriteLine($"Working days by {contract.CalendarName}.");
        screen.WriteLine();
        screen.Write(Table(contract.Dates));
        foreach (var date in contract.Dates) Working(date, screen);
    }

    private static Table Table(IReadOnlyList<KeyDate> dates)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("What").AddColumn("Day").AddColumn("Last day").AddColumn("State").AddColumn("Source");
        foreach (var date in dates)
            table.AddRow([.. new[] { date.Title, Day(date), LastDay(date), State(date), date.Source }.Select(Markup.Escape)]);
        return table;
    }

    private static void Working(KeyDate date, IAnsiConsole screen)
    {
        screen.MarkupLineInterpolated($"[bold]{date.Title}[/]: {Day(date)}{(date.NotKnown is { } why ? $", as {why}" : "")}");
        WorkingScreen.Write(date.Working, screen);
    }

    private static string Day(KeyDate date)
    {
        var day = date.Day is not { } known ? "not known" : date is { IsMonthOnly: true, IsDeadline: false } ? known.ToString("MMMM uuuu", CultureInfo.InvariantCulture) : Short(known);
        var time = date.CutOff is { } cutOff ? $", by {cutOff.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "";
        return $"{day}{time}{(date.IsMonthOnly ? " (month only)" : "")}";
    }

    private static string LastDay(KeyDate date) => date.LastDay is { } last && date.Kind != KeyDateKind.Milestone ? Short(last) : "";

    private static string State(KeyDate date)
    {
        var state = date.DoneOn is { } done ? $"done {Short(done)}"
            : date is { Kind: KeyDateKind.Milestone, State: DateState.Passed } ? "passed, not recorded as done" : date.State.Key();
        return date.OnlyIf is { } condition ? $"{state}, only if {condition}" : state;
    }

    private static string Short(LocalDate day) => day.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture);

    private static string Long(LocalDate day) => day.ToString("dddd d MMMM uuuu", CultureInfo.InvariantCulture);
}
