using System.CommandLine;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla records</c>: how long a contract's records are kept, and letting them go.</summary>
internal static class RecordsVerb
{
    public static Command Command(Surroundings surroundings) => new("records", "Keep a contract's records, or dispose of them when their time has passed.")
    {
        Hold(surroundings, "hold", "Set a legal hold: nothing of the contract may be disposed of.", isOn: true),
        Hold(surroundings, "release", "Lift a legal hold.", isOn: false),
        Dispose(surroundings),
    };

    private static Command Hold(Surroundings surroundings, string name, string about, bool isOn)
    {
        var (contract, by, reason) = Asking();
        var command = new Command(name, about) { contract, by, reason };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, async stores =>
        {
            var isThere = await Retention(stores, surroundings).Hold(parsed.GetValue(contract)!, isOn, new(parsed.GetValue(by)!, parsed.GetValue(reason)!, null));
            if (!isThere) surroundings.Error.WriteLine($"There is no contract {parsed.GetValue(contract)}.");
            return isThere ? ExitCode.Fine : ExitCode.Usage;
        }).GetAwaiter().GetResult());
        return command;
    }

    private static Command Dispose(Surroundings surroundings)
    {
        var (contract, by, reason) = Asking();
        var years = new Option<int>("--years") { Description = "Years after the contract's end for which records are kept.", DefaultValueFactory = _ => Service.Retention.DefaultYears };
        var command = new Command("dispose", "Delete everything of a contract but its audit trail, when its time has passed.") { contract, by, reason, years };
        command.Validators.Add(result =>
        {
            if (result.GetValue(years) is < 1 or > 100) result.AddError("--years wants 1 to 100.");
        });
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, async stores => Told(
            parsed.GetValue(contract)!,
            await Retention(stores, surroundings).Dispose(parsed.GetValue(contract)!, parsed.GetValue(years), new(parsed.GetValue(by)!, parsed.GetValue(reason)!, null)),
            surroundings)).GetAwaiter().GetResult());
        return command;
    }

    private static int Told(string contract, Disposal disposal, Surroundings surroundings)
    {
        surroundings.Out.WriteLine(disposal switch
        {
            Disposal.Done(var blobs, var rows) => $"{contract} is disposed of: {blobs} documents and {rows} rows. Its audit trail stands.",
            Disposal.NotYet { Until: { } until } => $"{contract} is kept until {until:d MMMM uuuu}.",
            Disposal.NotYet => $"{contract} has no assessment, so its end cannot be told.",
            Disposal.OnLegalHold => $"{contract} is on a legal hold.",
            _ => $"There is no contract {contract}.",
        });
        return disposal is Disposal.Done ? ExitCode.Fine : ExitCode.Findings;
    }

    private static (Argument<string> Contract, Option<string> By, Option<string> Reason) Asking() => (
        new("contract") { Description = "The contract's code." },
        new("--by") { Description = "Who asks, by a stable id and not by name.", Required = true },
        new("--reason") { Description = "Why; it stands in the audit trail.", Required = true });

    private static Retention Retention(Stores stores, Surroundings surroundings) => new(stores, new(stores, surroundings.Clock), surroundings.Clock);
}
