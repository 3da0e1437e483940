using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla tickets</c>: what a ticket extract comes to under a contract, beside what a return says of the same.</summary>
internal static class TicketsVerb
{
    private const int Days = 7;

    private sealed record Wishes(string[] Tickets, IReadOnlyList<LocalDate> Weeks, int? Sample, string? Seed);

    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contract-and-returns", "A contract (all its versions), and the returns to hold against their tickets, if there are any.");
        var tickets = TicketOptions.Option();
        tickets.Required = true;
        var sample = new Option<int?>("--sample") { Description = "Draw so many per cent of the tickets resolved in the period, for asking how satisfied their users were." };
        var seed = new Option<string?>("--seed") { Description = "What the draw goes by, agreed beforehand: the same words draw the same tickets." };
        sample.Validators.Add(result =>
        {
            if (result.GetValue(sample) is < 1 or > 100) result.AddError("--sample wants a share from 1 to 100 per cent.");
        });
        var week = CalendarOptions.Days("--week", "Count seven days from such a day on, such as 2016-11-07, instead of the Service Period. Given several times, they stand side by side.");
        var command = new Command("tickets", "Count indicators from ticket extracts, and hold what a return states against them.") { files, tickets, week, sample, seed };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sample) is not null == string.IsNullOrWhiteSpace(result.GetValue(seed))) result.AddError("--sample and --seed go together.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(files)!, new(parsed.GetValue(tickets)!, [.. (parsed.GetValue(week) ?? []).Order()], parsed.GetValue(sample), parsed.GetValue(seed)), surroundings));
        return command;
    }

    private static int Run(string[] names, Wishes wishes, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files || TicketOptions.Read(wishes.Tickets, surroundings) is not { } extracts) return ExitCode.Usage;
        var read = ReadFiles.Of(files, HolidayBasis.Adopted, extracts);
        FindingsScreen.Write(read.Findings.Where(f => f.HasErrors), surroundings.Error);
        if (read.Contracts.Count != 1)
        {
            surroundings.Error.WriteLine(read.Contracts.Count == 0 ? "There is no sound contract among the files." : "Tickets are counted under one contract at a time.");
            return ExitCode.Findings;
        }

        var contract = read.Contracts.Values.Single().With(read.Decisions.Of(read.Contracts.Keys.Single()));
        var isSound = !read.Findings.Any(f => f.HasErrors);
        foreach (var (period, sent) in extracts.OrderBy(e => e.Key).SelectMany(e => e.Select(s => (e.Key, s))))
            isSound &= Write(contract, period, sent, read.Returns[contract.Code].Where(r => r.Month == period).MaxBy(r => r.Revision), wishes, surroundings);
        return isSound ? ExitCode.Fine : ExitCode.Findings;
    }

    /// <returns>False where the extract could not be read.</returns>
    private static bool Write(Contract contract, YearMonth period, SentExtract sent, SupplierReturn? said, Wishes wishes, Surroundings surroundings)
    {
        if (ReturnWithTickets.PeriodOf(contract, period, HolidayBasis.Adopted) is not { } terms || terms.Terms.Draft.Extracts.FirstOrDefault(e => e.Name == sent.Name) is not { } extract)
        {
            surroundings.Error.WriteLine($"{contract.Code} has no Service Period {ServicePeriod.NameOf(period)} with a ticket extract '{sent.Name}'.");
            return false;
        }

        var spans = wishes.Weeks.Count == 0 ? [terms] : wishes.Weeks.Select(first => Week(terms, first)).ToList();
        var counted = spans.Select(s => CountTickets.Of(sent, s, TicketFileLimits.Default)).ToList();
        if (wishes.Weeks.Count == 0) TicketsScreen.Write(terms, sent, counted[0], said, surroundings.Screen());
        else TicketsScreen.WriteWeeks(spans, sent, counted, surroundings.Screen());
        if (wishes is { Sample: { } percent, Seed: { } seed } && !counted[0].Reading.IsRefused) TicketsScreen.WriteSample(Draw(sent, extract, spans[^1], percent, seed), percent, seed, surroundings.Screen());
        return !counted[0].Reading.IsRefused;
    }

    /// <summary>Seven days as if they were a Service Period.</summary>
    private static PeriodTerms Week(PeriodTerms terms, LocalDate first) =>
        new(terms.Terms, new ServicePeriod(first.ToYearMonth(), first, first.PlusDays(Days - 1), Days), terms.WorkingDays);

    /// <summary>Of the tickets that were resolved in the period, or in the last of the weeks.</summary>
    private static IReadOnlyList<string> Draw(SentExtract sent, TicketExtract extract, PeriodTerms terms, int percent, string seed)
    {
        var sample = new SatisfactionSample(seed);
        var period = terms.Period.Between(terms.Terms.Zone);
        using var stream = sent.Open();
        TicketFile.Read(stream, extract, terms.Terms, TicketFileLimits.Default, (in Ticket ticket, ITicketPlace place) =>
        {
            if (ticket is { StandsAsResolved: true, Resolved: { Exists: true } resolved } && period.Contains(resolved.ToInstant())) sample.Add(place.Number);
        });
        return sample.Take(percent);
    }
}
