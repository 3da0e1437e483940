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
        var command = new Command("tickets", "Count indicators from ticket extracts, and hold what a return states against them.") { files, tickets, sample, seed };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sample) is not null == string.IsNullOrWhiteSpace(result.GetValue(seed))) result.AddError("--sample and --seed go together.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(tickets), parsed.GetValue(sample), parsed.GetValue(seed), surroundings));
        return command;
    }

    private static int Run(string[] names, string[]? options, int? sample, string? seed, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files || TicketOptions.Read(options, surroundings) is not { } extracts) return ExitCode.Usage;
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
            isSound &= Write(contract, period, sent, read.Returns[contract.Code].Where(r => r.Month == period).MaxBy(r => r.Revision), (sample, seed), surroundings);
        return isSound ? ExitCode.Fine : ExitCode.Findings;
    }

    /// <returns>False where the extract could not be read.</returns>
    private static bool Write(Contract contract, YearMonth period, SentExtract sent, SupplierReturn? said, (int? Percent, string? Seed) sample, Surroundings surroundings)
    {
        if (ReturnWithTickets.PeriodOf(contract, period, HolidayBasis.Adopted) is not { } terms || terms.Terms.Draft.Extracts.FirstOrDefault(e => e.Name == sent.Name) is not { } extract)
        {
            surroundings.Error.WriteLine($"{contract.Code} has no Service Period {ServicePeriod.NameOf(period)} with a ticket extract '{sent.Name}'.");
            return false;
        }

        var counted = CountTickets.Of(sent, terms, TicketFileLimits.Default);
        TicketsScreen.Write(terms, sent, counted, said, surroundings.Screen());
        if (sample is { Percent: { } percent, Seed: { } seed } && !counted.Reading.IsRefused) TicketsScreen.WriteSample(Draw(sent, extract, terms, percent, seed), percent, seed, surroundings.Screen());
        return !counted.Reading.IsRefused;
    }

    /// <summary>Of the tickets that were resolved in the period.</summary>
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
