using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>A contract at a glance: results by period, points and money, what failed, what to act on.</summary>
internal static class ContractScreen
{
    private const int LatestPeriods = 12;

    public static void Write(ContractAssessment assessment, IAnsiConsole screen)
    {
        Heading(assessment, screen);
        if (assessment.Periods.Count == 0) screen.WriteLine("No Service Period has ended yet.");
        else Periods(assessment, screen);
        Dates(assessment, screen);
    }

    private static void Heading(ContractAssessment assessment, IAnsiConsole screen)
    {
        var terms = assessment.Contract.InForceOn(assessment.AsOf);
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{terms.Title}[/] ({terms.Code})");
        screen.WriteLine($"{terms.Draft.Client}, supplied by {terms.Draft.Supplier}. {terms.Term.Start.InWords()} to {DayInWords.Of(assessment.End)}.");
        screen.WriteLine($"As of {DayInWords.Of(assessment.AsOf)}; terms from {string.Join(" and ", assessment.Contract.Versions.Select(v => DayInWords.Of(v.EffectiveFrom)))}.");
        screen.WriteLine($"Made with rules {Engine.Version} and {assessment.CalendarName}.");
        screen.WriteLine();
    }

    private static void Periods(ContractAssessment assessment, IAnsiConsole screen)
    {
        var latest = assessment.Periods.TakeLast(LatestPeriods).ToList();
        Results(assessment, latest, screen);
        if (assessment.Periods.Any(p => p.Points > 0 || p.Credit is not null)) Money(assessment, screen);
        AttentionScreen.Write(latest, screen);
        var last = assessment.Periods[^1];
        screen.WriteLine($"The Working of a period, line by line: sla assess ... --period {last.Period.Name}");
        screen.WriteLine();
    }

    private static void Results(ContractAssessment assessment, List<PeriodAssessment> latest, IAnsiConsole screen)
    {
        var indicators = latest.SelectMany(p => p.Results).Select(r => r.Indicator).DistinctBy(i => i.Code).ToList();
        screen.MarkupLine(latest.Count < assessment.Periods.Count ? $"[bold]Results of the last {latest.Count} periods[/]" : "[bold]Results[/]");
        for (var done = 0; done < indicators.Count;)
        {
            var columns = indicators.Skip(done).Take(Fitting(indicators.Skip(done), latest, screen.Profile.Width)).ToList();
            screen.Write(Results(columns, latest));
            done += columns.Count;
        }

        foreach (var indicator in indicators) screen.WriteLine($"  {indicator.Code}: {indicator.Title} ({indicator.Kind.InWords()})");
        screen.WriteLine();
    }

    private static Table Results(List<Indicator> columns, List<PeriodAssessment> latest)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Period");
        foreach (var indicator in columns) table.AddColumn(new TableColumn(Markup.Escape(indicator.Code)));
        foreach (var period in latest)
            table.AddRow([Markup.Escape(period.Period.Name), .. columns.Select(i => period.Find(i.Code) is { } result ? Coloured(result) : "-")]);
        return table;
    }

    /// <summary>How many of the indicators fit beside one another.</summary>
    private static int Fitting(IEnumerable<Indicator> indicators, List<PeriodAssessment> latest, int width)
    {
        const int between = 3;
        var left = width - "0000-00".Length - (2 * between);
        return Math.Max(1, indicators.TakeWhile(i => (left -= Widest(i, latest) + between) >= 0).Count());
    }

    private static int Widest(Indicator indicator, List<PeriodAssessment> latest) => latest
        .Select(p => p.Find(indicator.Code) is { } result ? OutcomeWords.Cell(result).Length : 1).Append(indicator.Code.Length).Max();

    private static string Coloured(IndicatorResult result) => $"[{OutcomeWords.Colour(result)}]{Markup.Escape(OutcomeWords.Cell(result))}[/]";

    private static void Money(ContractAssessment assessment, IAnsiConsole screen)
    {
        var hasCredits = assessment.Periods.Any(p => p.Credit is not null);
        screen.MarkupLine(hasCredits ? "[bold]Service Points and Service Credits[/] (ex VAT)" : "[bold]Service Points[/]");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Period").AddColumn("Return").AddColumn(new TableColumn("Points").RightAligned());
        if (hasCredits) table.AddColumn(new TableColumn("Charges").RightAligned()).AddColumn(new TableColumn("Credit").RightAligned()).AddColumn("Note");
        foreach (var period in assessment.Periods)
            table.AddRow([period.Period.Name, Return(period), $"{period.Points}", .. hasCredits ? [Charges(period), Markup.Escape(Credit(period)), Note(period)] : Array.Empty<string>()]);
        table.AddRow(["Sum", "", $"{assessment.Points}", .. hasCredits ? ["", $"{assessment.Payable}", ""] : Array.Empty<string>()]);
        screen.Write(table);
    }

    private static string Return(PeriodAssessment period)
    {
        var restated = period.MadeFrom.FirstOrDefault(r => r.Month != period.Period.Month);
        var revision = period.Return is { Revision: > 1 } again ? $", revision {again.Revision}" : "";
        return Markup.Escape(period.Status.InWords() + revision + (restated is null ? "" : $", restated by {Domain.Calendars.ServicePeriod.NameOf(restated.Month)}"));
    }

    private static string Charges(PeriodAssessment period) =>
        period.Charges is { } charges ? Domain.Numbers.Money.Round(charges, RoundingMode.HalfAwayFromZero).ToString() : "not known";

    private static string Credit(PeriodAssessment period) => period.Credit switch
    {
        null => "",
        { Payable: { } payable } => payable.ToString(),
        _ => "cannot tell",
    };

    private static string Note(PeriodAssessment period) => period switch
    {
        { Withholding: { } withholding } => withholding.Withheld is { } sum ? $"{sum} withheld instead" : "charges withheld instead",
        { Credit.Holiday: not null } => "credit holiday",
        { Credit.CapMet: { } step } => $"cap of {step.Cap.At} reached",
        _ => "",
    };

    private static void Dates(ContractAssessment assessment, IAnsiConsole screen)
    {
        if (assessment.DateAlerts.Count + assessment.ClockAlerts.Count == 0) return;
        screen.MarkupLine("[bold]Dates of the contract[/]");
        foreach (var alert in assessment.ClockAlerts.Concat(assessment.DateAlerts)) screen.Write(new Padder(new Text(alert.Text), new Padding(2, 0, 0, 0)));
        screen.WriteLine();
    }
}
