using System.CommandLine;
using System.Text.Json;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla queue</c>: what waits, what failed too often, and sending that once more.</summary>
internal static class QueueVerb
{
    public static Command Command(Surroundings surroundings) => new("queue", "Look at the queues of a running service, and send what was put aside once more.")
    {
        Show(surroundings),
        Redrive(surroundings),
    };

    private static Command Show(Surroundings surroundings)
    {
        var command = new Command("show", "How many messages wait in each queue, how many were put aside, and of which contracts.");
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, stores => Show(stores, surroundings.Out)).GetAwaiter().GetResult());
        return command;
    }

    private static Command Redrive(Surroundings surroundings)
    {
        var queue = new Option<string?>("--queue") { Description = "Which one; both where not given." };
        queue.AcceptOnlyFromAmong("assess", "alerts");
        var command = new Command("redrive", "Send what was put aside once more, after its cause is gone.") { queue };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, stores => Redrive(stores, parsed.GetValue(queue), surroundings.Out)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Show(Stores stores, TextWriter output)
    {
        foreach (var queue in Queues(stores))
        {
            output.WriteLine($"{queue.Step}: {await queue.Count()} waiting or in hand, {await queue.PoisonCount()} put aside");
            foreach (var of in (await queue.PoisonTexts()).GroupBy(Contract)) output.WriteLine($"  {of.Key}: {of.Count()}");
        }

        return ExitCode.Fine;
    }

    private static async Task<int> Redrive(Stores stores, string? named, TextWriter output)
    {
        foreach (var queue in Queues(stores).Where(q => named is null || q.Step == named))
        {
            var count = await queue.Redrive();
            output.WriteLine($"{queue.Step}: {count} sent once more");
        }

        return ExitCode.Fine;
    }

    private static WorkQueue[] Queues(Stores stores) => [stores.Assess, stores.Alerts];

    private static string Contract(string text)
    {
        try
        {
            return WorkMessage.Parse(text).Contract;
        }
        catch (JsonException)
        {
            return "no message of this service";
        }
    }
}
