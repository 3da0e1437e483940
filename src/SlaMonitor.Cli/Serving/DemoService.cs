using SlaMonitor.Service;

namespace SlaMonitor.Cli.Serving;

/// <summary>A service for once: its storage goes with it.</summary>
internal sealed class DemoService : IAsyncDisposable
{
    private readonly OpenStorage _storage;
    private readonly ServeHost _host;
    private readonly ServiceClient _client;

    private DemoService(OpenStorage storage, ServeHost host) => (_storage, _host, _client) = (storage, host, new(host.Address, "manager"));

    public string Address => _host.Address;

    /// <returns>Null where it cannot be had; the reason has then been written to the error stream.</returns>
    public static async Task<DemoService?> Start(Surroundings surroundings)
    {
        var folder = Directory.CreateTempSubdirectory("sla-monitor-demo-").FullName;
        if (await OpenStorage.Start(new(null, null, folder), surroundings, removed: true) is not { } storage)
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }

        if (await ServeHost.Web(port: 0, storage.Account, surroundings, isQuiet: true) is { } host) return new(storage, host);
        storage.Dispose();
        return null;
    }

    public Task<LoadSample> Load(IReadOnlyList<NamedFile> files) => LoadSample.Into(_client, files);

    public Task WaitForEnd() => _host.WaitForEnd();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        _storage.Dispose();
    }
}
