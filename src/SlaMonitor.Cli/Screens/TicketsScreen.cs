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
        var reading = counted.Reading;
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]{terms.Terms.Title}[/] ({terms.Terms.Code}), tickets of '{sent.Name}' in {terms.Period.InWords()}");
        screen.WriteLine($"SHA-256 {counted.Sha256}: {reading.Rows} rows, {reading.BadRows} of them not readable, {reading.Tickets} tickets{(reading.Duplicates > 0 ? $", {reading.Duplicates} rows naming one again" : "")}.");
        Problems(counted, screen);
        foreach (var (indicator, tickets) in counted.Indicators) Write(indicator, tickets, said?.Figures.Find(indicator.Code)?.Measurement as Measurement.FromTickets, screen);
    }

    public static void WriteSample(IReadOnlyList<string> drawn, int percent, string seed, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.MarkupLineInterpolated($"[bold]Satisfaction sample[/]: {percent} % of the tickets resolved, drawn by SHA-256 of '{seed}', a line break and the ticket's number, the lowest first");
        foreach (var number in drawn) screen.WriteLine($"  {number}");
    }

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
