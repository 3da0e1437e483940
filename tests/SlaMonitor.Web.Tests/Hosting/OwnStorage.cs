using SlaMonitor.Service.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>Tables, blobs and queues on the one emulator of these tests, told apart by their names.</summary>
internal static class OwnStorage
{
    private static int _count;

    private static readonly Lazy<Task<StorageAccount>> TheShared = new(Begin);

    /// <summary>For tests that do not look at what is stored.</summary>
    public static Task<StorageAccount> Shared => TheShared.Value;

    public static async Task<StorageAccount> Begin()
    {
        var names = new StorageNames($"t{Interlocked.Increment(ref _count)}");
        var account = StorageAccount.Emulated(await AzuriteFixture.ConnectionString(), names, new StorageRequests(keep: true));
        await account.EnsureCreated();
        return account;
    }
}
