using System.CommandLine;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla access</c>: who has been given which contracts. What they may do there their app roles say.</summary>
internal static class AccessVerb
{
    public static Command Command(Surroundings surroundings) => new("access", "Say which contracts a person or a program has been given.")
    {
        Give(surroundings),
        Show(surroundings),
    };

    private static Command Give(Surroundings surroundings)
    {
        var person = Person();
        var contracts = new Argument<string[]>("contracts") { Description = "The codes of exactly those contracts; none to take all away.", Arity = ArgumentArity.ZeroOrMore };
        var every = new Option<bool>("--every") { Description = "Every contract there is and will be." };
        var by = new Option<string>("--by") { Description = "Who asks, by a stable id and not by name.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; it stands in the audit trail.", Required = true };
        var command = new Command("give", "Give a person or a program exactly these contracts.") { person, contracts, every, by, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(every) && result.GetValue(contracts) is { Length: > 0 }) result.AddError("Either contracts or --every.");
        });
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, async stores =>
        {
            var given = parsed.GetValue(every) ? Assignments.Every : Assignments.To(parsed.GetValue(contracts) ?? []);
            await new AssignContracts(stores, surroundings.Clock).To(parsed.GetValue(person)!, given, new(parsed.GetValue(by)!, parsed.GetValue(reason)!, null));
            return await Show(stores, parsed.GetValue(person)!, surroundings);
        }).GetAwaiter().GetResult());
        return command;
    }

    private static Command Show(Surroundings surroundings)
    {
        var person = Person();
        var command = new Command("show", "Which contracts a person or a program has been given.") { person };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, stores => Show(stores, parsed.GetValue(person)!, surroundings)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Show(Stores stores, string person, Surroundings surroundings)
    {
        var given = (await stores.People.Find(person)).Given;
        surroundings.Out.WriteLine($"{person}: {(given.IsEvery ? "every contract" : given.Contracts.Count == 0 ? "no contract" : string.Join(", ", given.Contracts))}");
        return ExitCode.Fine;
    }

    private static Argument<string> Person() => new("person") { Description = "Tenant and object of a person, TENANT/OBJECT, or tenant and application of a program." };
}
