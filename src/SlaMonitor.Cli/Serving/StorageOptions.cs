using System.CommandLine;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Serving;

/// <summary>Which storage a verb works on: one by its connection or name, or that of a folder on this machine.</summary>
internal sealed record StorageChoice(string? Connection, string? Account, string Folder)
{
    /// <summary>True where it is one that runs already, wherever that is.</summary>
    public bool IsNamed => Connection is not null || Account is not null;

    /// <summary>Where a running emulator says how it is reached, so that other verbs find it by its folder.</summary>
    public string ConnectionFile => Path.Combine(Folder, "connection.txt");
}

/// <summary>The options of every verb that works on storage.</summary>
internal sealed class StorageOptions
{
    private readonly Option<string?> _connection = new("--storage") { Description = "The connection string of a storage emulator that runs already." };
    private readonly Option<string?> _account = new("--storage-account") { Description = "The name of a storage account in Azure, with the identity this runs as." };
    private readonly Option<string?> _folder = new("--data") { Description = "The folder of the storage emulator on this machine; a folder of the user's where not given." };
    private readonly Surroundings _surroundings;

    public StorageOptions(Command command, Surroundings surroundings)
    {
        _surroundings = surroundings;
        foreach (var option in (Option[])[_folder, _connection, _account]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (new Option[] { _folder, _connection, _account }.Count(o => result.GetResult(o) is not null) > 1)
                result.AddError("Only one of --data, --storage and --storage-account.");
        });
    }

    public StorageChoice Of(ParseResult parsed) => new(
        parsed.GetValue(_connection), parsed.GetValue(_account),
        Path.GetFullPath(parsed.GetValue(_folder) ?? Path.Combine(_surroundings.Machine.DataFolder, "sla-monitor", "storage")));

    /// <summary>Does something on the storage that was chosen.</summary>
    public async Task<int> On(ParseResult parsed, Func<Stores, Task<int>> work)
    {
        using var storage = await OpenStorage.Join(Of(parsed), _surroundings);
        return storage is null ? ExitCode.Usage : await work(new(storage.Account));
    }
}
