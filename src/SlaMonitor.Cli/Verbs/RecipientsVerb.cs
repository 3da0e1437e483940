using System.CommandLine;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla recipients</c>: who is told of a contract's alerts.</summary>
internal static class RecipientsVerb
{
    public static Command Command(Surroundings surroundings) => new("recipients", "Who is told of a contract's alerts, by role and way.")
    {
        Show(surroundings),
        Set(surroundings),
    };

    private static Argument<string> Contract() => new("contract") { Description = "The contract's code." };

    private static Command Show(Surroundings surroundings)
    {
        var contract = Contract();
        var command = new Command("show", "Who is told, one a line, as 'set' takes it.") { contract };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, stores => Show(stores, parsed.GetValue(contract)!, surroundings)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Show(Stores stores, string contract, Surroundings surroundings)
    {
        if (new ReadTerms().Of(await stores.Register.Load(contract), HolidayBasis.Adopted) is not { } known) return NoSuch(contract, surroundings);
        var named = await stores.Recipients.Get(contract);
        surroundings.Out.Write(RecipientsFile.Write(named ?? Recipients.Of(known.Latest)));
        if (named is null) surroundings.Error.WriteLine("Nobody has been named; these are the officers of the contract file.");
        return ExitCode.Fine;
    }

    private static Command Set(Surroundings surroundings)
    {
        var contract = Contract();
        var file = new Argument<string>("file") { Description = "One a line: role, way, id, address, away until. '-' is standard input." };
        var by = new Option<string>("--by") { Description = "Who asks, by a stable id and not by name.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; it stands in the audit trail.", Required = true };
        var command = new Command("set", "Name exactly these. They are told of what arises from then on.") { contract, file, by, reason };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (path != "-" && !File.Exists(path))
            {
                surroundings.Error.WriteLine($"There is no file {path}.");
                return ExitCode.Usage;
            }

            var text = path == "-" ? new StreamReader(surroundings.In).ReadToEnd() : File.ReadAllText(path);
            return storage.On(parsed, stores => Set(stores, parsed.GetValue(contract)!, text, new(parsed.GetValue(by)!, parsed.GetValue(reason)!, null), surroundings)).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> Set(Stores stores, string contract, string text, Asked asked, Surroundings surroundings)
    {
        var (recipients, problems) = RecipientsFile.Read(text);
        foreach (var problem in problems)
            surroundings.Error.WriteLine($"{(problem.Line is { } line ? $"line {line}: " : "")}{problem.Code.Name} {problem.Path}: expected {problem.Expected}, found {problem.Found}");
        if (recipients is null) return ExitCode.Findings;
        if (await stores.Register.Head(contract) is null) return NoSuch(contract, surroundings);
        await new NameRecipients(stores, new(stores, surroundings.Clock)).Of(contract, recipients, asked);
        return await Show(stores, contract, surroundings);
    }

    private static int NoSuch(string contract, Surroundings surroundings)
    {
        surroundings.Error.WriteLine($"There is no contract {contract} with terms in force.");
        return ExitCode.Usage;
    }
}
