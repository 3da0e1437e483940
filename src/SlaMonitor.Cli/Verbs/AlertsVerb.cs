using System.CommandLine;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla alerts</c>: what would be sent to whom and why, without sending it.</summary>
internal static class AlertsVerb
{
    public static Command Command(Surroundings surroundings) => new("alerts", "What officers are told, and when.") { Preview(surroundings) };

    private static Command Preview(Surroundings surroundings)
    {
        var files = new Argument<string[]>("contracts-and-returns") { Description = "Contract files, returns and decision files; a folder stands for the files in it. None with --contract.", Arity = ArgumentArity.ZeroOrMore };
        var contract = new Option<string?>("--contract") { Description = "The code of a contract that the service holds, in place of files." };
        var from = CalendarOptions.Day("--from", "The first day, such as 2026-01-01.");
        var to = CalendarOptions.Day("--to", "The last day; 30 days from the first where not given.");
        var json = new Option<bool>("--json") { Description = "As JSON, one array." };
        var command = new Command("preview", "What would be sent to whom and why over a stretch of days, if nothing comes in but what is known. Nothing is sent.") { files, contract, from, to, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) is null) result.AddError("--from is missing.");
            if ((result.GetValue(files) is { Length: > 0 }) == (result.GetValue(contract) is not null)) result.AddError("Either files or --contract.");
        });
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed =>
        {
            var first = parsed.GetValue(from)!.Value;
            var days = (From: first, To: parsed.GetValue(to) ?? first.PlusDays(30));
            return parsed.GetValue(contract) is { } code
                ? storage.On(parsed, stores => OfStored(stores, code, days, parsed.GetValue(json), surroundings)).GetAwaiter().GetResult()
                : OfFiles(parsed.GetValue(files)!, days, parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int OfFiles(string[] names, (LocalDate From, LocalDate To) days, bool json, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        var read = ReadFiles.Of(files, HolidayBasis.Adopted);
        Write(
            read.Contracts.Values.SelectMany(c => PreviewAlerts.Of(
                c, [.. read.Returns[c.Code]], read.Decisions.Of(c.Code), HolidayBasis.Adopted, Recipients.Of(c.Latest), days.From, days.To).Select(a => (c.Code, a))),
            json, surroundings);
        return read.Contracts.Count == 0 || read.Findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static async Task<int> OfStored(Stores stores, string code, (LocalDate From, LocalDate To) days, bool json, Surroundings surroundings)
    {
        var stored = await stores.Register.Load(code);
        if (new ReadTerms().Of(stored, HolidayBasis.Adopted) is not { } known)
        {
            surroundings.Error.WriteLine($"There is no contract {code} with terms in force.");
            return ExitCode.Usage;
        }

        var recipients = await stores.Recipients.Get(code) ?? Recipients.Of(known.Latest);
        var previewed = PreviewAlerts.Of(known, [.. stored.Standing], [.. stored.Decisions.Select(d => d.Decision)], HolidayBasis.Adopted, recipients, days.From, days.To);
        Write(previewed.Select(a => (code, a)), json, surroundings);
        return ExitCode.Fine;
    }

    private static void Write(IEnumerable<(string Contract, PreviewedAlert Alert)> previewed, bool json, Surroundings surroundings)
    {
        if (json)
        {
            surroundings.Out.WriteLine(JsonSerializer.Serialize(previewed.Select(p => new
            {
                contract = p.Contract,
                day = LocalDatePattern.Iso.Format(p.Alert.Day),
                sentFrom = p.Alert.SentFrom is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
                key = p.Alert.Alert.Key,
                text = p.Alert.Alert.Text,
                told = p.Alert.Told.Select(r => new { id = r.Id, role = r.Role.Key(), way = r.Way.Key() }),
                why = p.Alert.Why,
            })));
            return;
        }

        foreach (var (contract, one) in previewed)
        {
            surroundings.Out.WriteLine($"{one.Day:uuuu-MM-dd}  {contract}  {one.Alert.Text}");
            surroundings.Out.WriteLine($"            {one.Why}{(one.Told.Count > 0 ? $": {string.Join(", ", one.Told.Select(r => $"{r.Id} by {r.Way.Key()}"))}" : "")}{(one.SentFrom is { } at ? $", from {at:uuuu-MM-dd'T'HH:mm'Z'} on" : "")}");
        }
    }
}
