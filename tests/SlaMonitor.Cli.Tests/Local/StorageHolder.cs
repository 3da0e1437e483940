using SlaMonitor.Cli.Local;

namespace SlaMonitor.Cli.Tests.Local;

/// <summary>A program to be killed: starts an emulator in the folder it is given, says where, and waits.</summary>
public static class StorageHolder
{
    public static async Task Main(string[] args)
    {
        var start = await Azurite.Start(new AzuritePlace(args[0]), Machine.From(Environment.GetEnvironmentVariable), Console.Error.WriteLine);
        var azurite = Assert.IsType<AzuriteStart.Running>(start).Azurite;
        Console.WriteLine($"{azurite.ProcessId} {azurite.ConnectionString}");
        await Task.Delay(Timeout.Infinite);
    }
}
