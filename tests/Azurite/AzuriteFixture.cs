using SlaMonitor.Cli.Local;

namespace SlaMonitor.TestStorage;

/// <summary>The one storage emulator of a test assembly: a real Azurite on disk, in a folder of its own, started by the first test
/// that asks. It ends with the test process, however that ends, and its folder goes with it. Where it cannot be started every test
/// that needs it fails and says why. Tests keep apart by the names of their tables, queues and containers.</summary>
public static class AzuriteFixture
{
    private static readonly Lazy<Task<Azurite>> TheOne = new(Start);

    /// <exception cref="InvalidOperationException">It cannot be started; the message says what is missing.</exception>
    public static async Task<string> ConnectionString() => (await TheOne.Value).ConnectionString;

    private static async Task<Azurite> Start()
    {
        var place = new AzuritePlace(Directory.CreateTempSubdirectory("sla-monitor-").FullName) { RemovedAtEnd = true };
        return await Azurite.Start(place, Machine.From(Environment.GetEnvironmentVariable), tell: _ => { }) switch
        {
            AzuriteStart.Running running => running.Azurite,
            AzuriteStart.Failed failed => throw new InvalidOperationException(failed.Why),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
