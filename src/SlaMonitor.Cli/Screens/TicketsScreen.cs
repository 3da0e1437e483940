using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>What a ticket extract comes to: the file, each indicator with how its tickets stood, and what a return says of the same.</summary>
internal static class TicketsScreen
{
    private const int ProblemsShown = 20;

    /// <param name="said">The return of the period; null where there is none.</param>
    public static void Write(PeriodTerms terms, SentExtract sent, CountedExtract counted, SupplierReturn? said, IAnsiConsole screen)
    {
        File(terms.Terms, sent, counted, $"in {terms.Period.InWords()}", screen);
        foreach (var (indicator, tickets) in counted.Indicators) Write(indicator, tickets, said?.Figures.Find(indicator.Code)?.Measurement as Measurement.FromTickets, screen);
    }

    /// <summary>What was counted week by week, the weeks side by side.</summary>
    public static void WriteWeeks(IReadOnlyList<PeriodTerms> weeks, SentExtract sent, IReadOnlyList<CountedExtract> counted, IAnsiConsole screen)
    {
        File(weeks[0].Terms, sent, counted[0], "by week", screen);
        var table = new Table().Border(TableBorder.Simple).AddColumn("Indicator").AddColumn("");
        foreach (var week in weeks) table.AddColumn(new TableColumn(Markup.Escape(week.Period.InWords())).RightAligned());
        foreach (var (indicator, _) in counted[0].Indicators)
            table.AddRow([Markup.Escape(indicator.Code), Markup.Escape(indicator.Title), .. counted.Select(c => Markup.Escape(Level(indicator, c.Indicators.First(i => i.Indicator == indicator).Tickets)))]);
        screen.Write(table);
    }

    public static void WriteSample(IReadOnlyList<string> drawn, int percent, string seed, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]Satisfaction sample[/]: {percent} % of the tickets resolved, drawn by SHA-256 of '{seed}', a line break and the ticket's number, the lowest first");
        foreach (var number in drawn) screen.WriteLine($"  {number}");
    }

    private static void File(ContractTerms terms, SentExtract sent, CountedExtract counted, string when, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{terms.Title}[/] ({terms.Code}), tickets of '{sent.Name}' {when}");
        screen.WriteLine($"SHA-256 {counted.Sha256}: {counted.Reading.Facts(counted.Sha256).InWords()}.");
        Problems(counted, screen);
    }

    /// <summary>A share with its cases, a number as it is.</summary>
    private static string Level(Indicator indicator, TicketEvidence tickets) => ClaimAgainstTickets.LevelOf(indicator, tickets) is not { } level ? "none"
        : indicator.Measure is Domain.Contracts.Measures.RatioOfCounts ? $"{tickets.Counts.Good} of {tickets.Counts.Counted + tickets.Counts.OpenOverdue}: {indicator.Show(level)}"
        : indicator.Show(level);

    private static void Problems(CountedExtract counted, IAnsiConsole screen)
    {
        foreach (var problem in counted.Reading.Problems.Take(ProblemsShown))
            screen.WriteLine($"  line {problem.Line}{(problem.Path.Length > 0 ? $", {problem.Path}" : "")}: {problem.Code.Name}: expected {problem.Expected}, found {problem.Found}");
        if (counted.Reading.ProblemCounts.Values.Sum() is var all && all > ProblemsShown)
            screen.WriteLine($"  in all: {string.Join(", ", counted.Reading.ProblemCounts.OrderByDescending(c => c.Value).Select(c => $"{c.Value} {c.Key.Name}"))}");
    }

    private static void Write(Indicator indicator, TicketEvidence tickets, Measurement.FromTickets? both, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{indicator.Code}[/] {indicator.Title}");
        screen.WriteLine($"  rule       {TicketRuleInWords.Of(indicator.Evidence!)}");
        screen.WriteLine($"  tickets    {TicketClaim.Shown(indicator, tickets)}");
        screen.WriteLine($"  standing   {TicketClaim.Standings(tickets.Counts)}");
        if (both is null) return;
        screen.WriteLine($"  the return {TicketClaim.InWords(indicator, both)}");
        if (both.Agrees(indicator)) return;
        screen.WriteLine($"  difference {TicketClaim.Reading(both.Tickets)}");
        foreach (var difference in both.Tickets.Reconciling?.Differences ?? [])
            screen.WriteLine($"    line {difference.Line} {difference.Number}: {difference.ByContract} by the contract, {difference.ByReading} by that reading");
    }
}
