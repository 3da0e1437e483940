using SlaMonitor.Cli.Local;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Serving;

/// <summary>Storage that a verb works on, with the emulator where it was started for it; <see cref="Dispose"/> ends that.</summary>
internal sealed class OpenStorage : IDisposable
{
    private readonly Azurite? _own;
    private readonly string? _connectionFile;

    private OpenStorage(StorageAccount account, Azurite? own = null, string? connectionFile = null) => (Account, _own, _connectionFile) = (account, own, connectionFile);

    public StorageAccount Account { get; }

    /// <summary>Starts the emulator where the choice is a folder.</summary>
    /// <param name="removed">The folder goes when the emulator ends.</param>
    /// <returns>Null where it cannot be had; the reason has then been written to the error stream.</returns>
    public static async Task<OpenStorage?> Start(StorageChoice choice, Surroundings surroundings, bool removed = false)
    {
        if (choice.IsNamed) return await Named(choice, surroundings);
        var place = new AzuritePlace(choice.Folder) { RemovedAtEnd = removed };
        switch (await Azurite.Start(place, surroundings.Machine, surroundings.Error.WriteLine))
        {
            case AzuriteStart.Running { Azurite: var azurite }:
                await File.WriteAllTextAsync(choice.ConnectionFile, azurite.ConnectionString);
                var account = Emulated(azurite.ConnectionString);
                await account.EnsureCreated();
                return new(account, azurite, choice.ConnectionFile);
            case AzuriteStart.Failed failed:
                surroundings.Error.WriteLine(failed.Why);
                return null;
            default:
                throw new InvalidOperationException("The emulator has neither started nor failed.");
        }
    }

    /// <summary>The storage that somebody serves already.</summary>
    /// <inheritdoc cref="Start"/>
    public static async Task<OpenStorage?> Join(StorageChoice choice, Surroundings surroundings)
    {
        if (choice.IsNamed) return await Named(choice, surroundings);
        if (File.Exists(choice.ConnectionFile)) return await Answering(await File.ReadAllTextAsync(choice.ConnectionFile), surroundings);
        surroundings.Error.WriteLine($"Nothing is served from {choice.Folder}: start 'sla serve' first, or say which storage by --data, --storage or --storage-account.");
        return null;
    }

    public void Dispose()
    {
        if (_connectionFile is not null) File.Delete(_connectionFile);
        _own?.Dispose();
    }

    private static async Task<OpenStorage?> Named(StorageChoice choice, Surroundings surroundings)
    {
        if (choice.Account is { } account) return new(StorageAccount.InAzure(account, new(), new()));
        return await Answering(choice.Connection!, surroundings);
    }

    private static async Task<OpenStorage?> Answering(string connection, Surroundings surroundings)
    {
        try
        {
            var account = Emulated(connection);
            if (await account.TryEnsureCreated()) return new(account);
            surroundings.Error.WriteLine("The storage emulator does not answer. Has what started it ended?");
        }
        catch (FormatException)
        {
            surroundings.Error.WriteLine("That is no connection string of a storage emulator.");
        }

        return null;
    }

    private static StorageAccount Emulated(string connection) => StorageAccount.Emulated(connection, new(), new());
}
