using System.CommandLine;
using SlaMonitor.Cli.Serving;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla serve</c>: the service on this machine, or one more worker of it.</summary>
internal static class ServeVerb
{
    private const int UsualPort = 5080;

    public static Command Command(Surroundings surroundings)
    {
        var port = new Option<int>("--port") { Description = $"Where to answer on this machine; {UsualPort} where not given, 0 for any free one.", DefaultValueFactory = _ => UsualPort };
        var noWeb = new Option<bool>("--no-web") { Description = "One more worker for a service that runs: works the queues off and answers nobody." };
        var command = new Command("serve", "Run the service on this machine: API, queues and clock, with a storage emulator of its own unless another storage is named.") { port, noWeb };
        var storage = new StorageOptions(command, surroundings);
        command.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65535) result.AddError("--port wants a number from 0 to 65535.");
        });
        command.SetAction(parsed => (parsed.GetValue(noWeb) ? Work(storage.Of(parsed), surroundings) : Serve(parsed.GetValue(port), storage.Of(parsed), surroundings)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Serve(int port, StorageChoice choice, Surroundings surroundings)
    {
        using var storage = await OpenStorage.Start(choice, surroundings);
        if (storage is null) return ExitCode.Usage;
        await using var host = await ServeHost.Web(port, storage.Account, surroundings);
        if (host is null) return ExitCode.Usage;
        surroundings.Out.WriteLine(host.HasDevelopmentSignIn
            ? $"SLA Monitor answers at {host.Address}: sign in at {host.Address}/sign-in, programs with the header 'Authorization: Development manager'. Ctrl+C ends it."
            : $"SLA Monitor answers at {host.Address}. Ctrl+C ends it.");
        await surroundings.Out.FlushAsync();
        await host.WaitForEnd();
        return ExitCode.Fine;
    }

    private static async Task<int> Work(StorageChoice choice, Surroundings surroundings)
    {
        using var storage = await OpenStorage.Join(choice, surroundings);
        if (storage is null) return ExitCode.Usage;
        await using var host = await ServeHost.Worker(storage.Account, surroundings);
        if (host is null) return ExitCode.Usage;
        surroundings.Out.WriteLine("Works on what the service receives. Ctrl+C ends it.");
        await surroundings.Out.FlushAsync();
        await host.WaitForEnd();
        return ExitCode.Fine;
    }
}
