using System.CommandLine;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla index rebuild</c>: every list across contracts, written anew.</summary>
internal static class IndexVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var rebuild = new Command("rebuild", "Have every contract looked at again, so that the lists across contracts are written anew.");
        var storage = new StorageOptions(rebuild, surroundings);
        rebuild.SetAction(parsed => storage.On(parsed, async stores =>
        {
            surroundings.Out.WriteLine($"{await new RebuildIndex(stores).Run()} contracts will be looked at again; 'sla queue show' says how far it is.");
            return ExitCode.Fine;
        }).GetAwaiter().GetResult());
        return new("index", "The lists across contracts: portfolio, what falls due, what waits.") { rebuild };
    }
}
