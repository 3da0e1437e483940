using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>The statement of one Service Period: every result with its Working, the credit, triggers and alerts.</summary>
internal static class PeriodScreen
{
    public static void Write(ContractAssessment assessment, PeriodAssessment period, IAnsiConsole screen)
    {
        Heading(assessment, period, screen);
        foreach (var result in period.Results) Indicator(result, screen);
        Credit(period, screen);
        Triggers(period, screen);
        Alerts(period, screen);
    }

    private static void Heading(ContractAssessment assessment, PeriodAssessment period, IAnsiConsole screen)
    {
        var terms = period.Terms.Terms;
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{terms.Title}: {period.Period.InWords()}[/]");
        screen.WriteLine($"{terms.Draft.Client}, supplied by {terms.Draft.Supplier}. Terms from {DayInWords.Of(terms.EffectiveFrom)}. As of {DayInWords.Of(assessment.AsOf)}.");
        screen.WriteLine($"Return {period.Status.InWords()}{(period.Terms.ReturnDue is { } due ? $", due {DayInWords.Of(due)}" : "")}. {MadeFrom(period)}");
        screen.WriteLine();
    }

    private static string MadeFrom(PeriodAssessment period) => period.MadeFrom.Count == 0
        ? "Made from no return."
        : $"Made from {string.Join(" and ", period.MadeFrom.Select(r => $"{r.Reference} of {DayInWords.Of(r.SubmittedOn)}"))}.";

    private static void Indicator(IndicatorResult result, IAnsiConsole screen)
    {
        var points = result.Points > 0 ? $", {result.Points.Counted("Service Point")}" : "";
        screen.MarkupLineInterpolated($"[bold]{result.Indicator.Code} {result.Indicator.Title}[/]");
        var level = result.Shown is { } shown ? $"{shown}: " : "";
        screen.WriteLine($"{level}{result.Outcome.InWords()}{points}");
        if (result.Source?.Figure.Comment is { } comment) screen.WriteLine($"Supplier: {comment}");
        WorkingScreen.Write(result.Working(), screen);
    }

    private static void Credit(PeriodAssessment period, IAnsiConsole screen)
    {
        if (period.Withholding is { } withholding)
        {
            screen.MarkupLine("[bold]Charges withheld[/]");
            WorkingScreen.Write(withholding.Working(), screen);
        }

        if (period.Credit is not { } credit) return;
        screen.MarkupLine("[bold]Service Credit[/]");
        screen.WriteLine(credit.InWords());
        WorkingScreen.Write(credit.Working(), screen);
    }

    private static void Triggers(PeriodAssessment period, IAnsiConsole screen)
    {
        if (period.Triggers.Count == 0) return;
        screen.MarkupLine("[bold]Triggers[/]");
        WorkingScreen.Write([.. period.Triggers.Select(t => t.Working)], screen);
    }

    private static void Alerts(PeriodAssessment period, IAnsiConsole screen)
    {
        if (period.Alerts.Count == 0) return;
        screen.MarkupLine("[bold]Alerts that arise[/]");
        foreach (var alert in period.Alerts) screen.Write(new Padder(new Text(alert.Text), new Padding(2, 0, 0, 0)));
        screen.WriteLine();
    }
}
