using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>What two runs differ in: points and money period by period, then each result that moves.</summary>
internal static class ComparisonScreen
{
    public static void Write(IReadOnlyList<Delta> deltas, IAnsiConsole screen)
    {
        foreach (var delta in deltas) Contract(delta, screen);
        if (deltas.Count > 1) Portfolio(deltas, screen);
    }

    private static void Contract(Delta delta, IAnsiConsole screen)
    {
        var contract = delta.Before.Contract;
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{contract.Latest.Title}[/] ({contract.Code})");
        screen.WriteLine(AsOf(delta));
        if (delta.Before.End != delta.After.End) screen.WriteLine($"The term ends on {DayInWords.Of(delta.After.End)} instead of {DayInWords.Of(delta.Before.End)}.");
        if (delta.Periods.Count == 0)
        {
            screen.WriteLine("No result, point or penny differs.");
            screen.WriteLine();
            return;
        }

        Money(delta, screen);
        foreach (var period in delta.Periods) Period(period, screen);
        if (!delta.IsWhole) screen.WriteLine("Some credits cannot be told yet, so the sums may still move.");
        screen.WriteLine();
    }

    private static string AsOf(Delta delta)
    {
        var day = delta.Before.AsOf == delta.After.AsOf ? $"As of {DayInWords.Of(delta.After.AsOf)}." : $"As of {DayInWords.Of(delta.Before.AsOf)} before, {DayInWords.Of(delta.After.AsOf)} after.";
        return delta.Before.CalendarName == delta.After.CalendarName ? day : $"{day} {delta.Before.CalendarName} before, {delta.After.CalendarName} after.";
    }

    private static void Money(Delta delta, IAnsiConsole screen)
    {
        var withheld = delta.Periods.Any(p => p.Before?.Withholding is not null || p.After?.Withholding is not null);
        var table = new Table().Border(TableBorder.Simple).AddColumn("Period");
        foreach (var column in new[] { "Points before", "after", "moved", "Credit before", "after", "moved" }.Concat(withheld ? ["Withheld before", "after"] : []))
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var period in delta.Periods)
            table.AddRow([ServicePeriod.NameOf(period.Month), Points(period.Before), Points(period.After), Moved(period.Points), Credit(period.Before), Credit(period.After), Moved(period.Payable), .. withheld ? [Withheld(period.Before), Withheld(period.After)] : Array.Empty<string>()]);
        table.AddRow(["All periods", $"{delta.Before.Points}", $"{delta.After.Points}", Moved(delta.Points), $"{delta.Before.Payable}", $"{delta.After.Payable}", Moved(delta.Payable), .. withheld ? [$"{delta.Before.Withheld}", $"{delta.After.Withheld}"] : Array.Empty<string>()]);
        screen.Write(table);
    }

    private static void Period(PeriodDelta period, IAnsiConsole screen)
    {
        var lines = period.Results.Select(Result).Concat(period.TriggersGone.Select(t => $"No longer: {Trigger(t)}.")).Concat(period.TriggersNew.Select(t => $"New: {Trigger(t)}.")).ToList();
        if (lines.Count == 0) return;
        screen.WriteLine($"  {ServicePeriod.NameOf(period.Month)}");
        foreach (var line in lines) screen.Write(new Padder(new Text(line), new Padding(4, 0, 0, 0)));
    }

    private static string Result(ResultDelta result) => $"{result.Code}: {InWords(result.Before)} -> {InWords(result.After)}";

    private static string InWords(IndicatorResult? result)
    {
        if (result is null) return "does not apply";
        var level = result.Shown is { } shown ? $"{shown}, " : "";
        var points = result.Points > 0 ? $", {result.Points.Counted("Service Point")}" : result is { PointsStopped: { } stopped, RungPoints: > 0 } ? $", no points as {(stopped == PointsStop.ChargesWithheld ? "charges are withheld" : "it is a credit holiday")}" : "";
        return level + result.Outcome.InWords() + points;
    }

    private static string Trigger(TriggerEvent trigger) =>
        $"{trigger.Working.Outcome}{(trigger.Subject is { } subject ? $" for {subject}" : "")} ({trigger.Working.Rule})";

    private static void Portfolio(IReadOnlyList<Delta> deltas, IAnsiConsole screen)
    {
        screen.MarkupLine("[bold]All contracts[/]");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Contract");
        foreach (var column in new[] { "Periods that differ", "Points moved", "Credit moved", "Withheld moved" }) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var delta in deltas)
            table.AddRow(Markup.Escape(delta.Before.Contract.Code), $"{delta.Periods.Count}", Moved(delta.Points), Moved(delta.Payable), Moved(delta.Withheld));
        table.AddRow("Sum", $"{deltas.Sum(d => d.Periods.Count)}", Moved(deltas.Sum(d => d.Points)), Moved(Domain.Numbers.Money.Sum(deltas.Select(d => d.Payable))), Moved(Domain.Numbers.Money.Sum(deltas.Select(d => d.Withheld))));
        screen.Write(table);
    }

    private static string Points(PeriodAssessment? period) => period is null ? "-" : $"{period.Points}";

    private static string Credit(PeriodAssessment? period) => period?.Credit is not { } credit ? "-" : credit.Payable?.ToString() ?? "cannot tell";

    private static string Withheld(PeriodAssessment? period) => period?.Withholding is not { } withholding ? "-" : withholding.Withheld?.ToString() ?? "not known";

    private static string Moved(int points) => points > 0 ? $"+{points}" : $"{points}";

    private static string Moved(Money? sum) => sum is not { } money ? "cannot tell" : money.Pence > 0 ? $"+{money}" : $"{money}";
}
