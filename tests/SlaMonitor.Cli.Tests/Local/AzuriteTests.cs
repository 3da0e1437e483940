using System.Diagnostics;
using SlaMonitor.Cli.Local;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Cli.Tests.Local;

/// <summary>The emulator of local runs, with real processes and a real installation.</summary>
public sealed class AzuriteTests : IDisposable
{
    private static readonly Machine Here = Machine.From(Environment.GetEnvironmentVariable);

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-monitor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Blobs_queues_and_tables_answer()
    {
        var storage = new TableRequests(await AzuriteFixture.ConnectionString());
        foreach (var service in (string[])["Blob", "Queue", "Table"])
        {
            Assert.StartsWith("http://127.0.0.1:", storage.Endpoint(service), StringComparison.Ordinal);
            Assert.Equal($"Azurite-{service}/3.37.0", await TableRequests.WhoAnswers(storage.Endpoint(service)));
        }
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_kept()
    {
        using (var first = await Running(new(_folder))) await new TableRequests(first.ConnectionString).Create("kept");
        using var second = await Running(new(_folder));
        Assert.Equal("""{"value":[{"TableName":"kept"}]}""", await new TableRequests(second.ConnectionString).List());
    }

    [Fact]
    public async Task It_dies_with_a_program_that_is_killed_and_its_data_is_kept()
    {
        using var holder = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(StorageHolder).Assembly.Location, _folder])
        {
            RedirectStandardOutput = true,
        })!;
        var said = (await holder.StandardOutput.ReadLineAsync())!.Split(' ');
        await new TableRequests(said[1]).Create("kept");
        using var emulator = Process.GetProcessById(int.Parse(said[0]));

        holder.Kill();
        await holder.WaitForExitAsync();

        // The folder is given over when all is written.
        using var next = await Running(new(_folder));
        await emulator.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("""{"value":[{"TableName":"kept"}]}""", await new TableRequests(next.ConnectionString).List());
    }

    [Fact]
    public async Task A_folder_is_used_by_one_at_a_time()
    {
        using var first = await Running(new(_folder));
        Assert.Equal($"{_folder} is in use by another storage emulator; end that one or choose another folder.", await Why(new(_folder), Here));
    }

    [Fact]
    public async Task A_port_is_the_one_asked_for_or_none()
    {
        using var first = await Running(new(_folder));
        var blobs = new Uri(new TableRequests(first.ConnectionString).Endpoint("Blob")).Port;
        var other = Path.Combine(_folder, "other");
        Assert.Contains($"address already in use 127.0.0.1:{blobs}", await Why(new(other) { BlobPort = blobs }, Here), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_for_once_goes_with_the_emulator()
    {
        var once = Path.Combine(_folder, "once");
        using (await Running(new(once) { RemovedAtEnd = true })) Assert.True(Directory.Exists(once));
        Assert.False(Directory.Exists(once));
    }

    /// <summary>What killed installs leave behind: a folder without its name yet, or one that somebody half emptied.</summary>
    [Fact]
    public async Task Two_first_starts_at_once_install_once_and_mend_what_was_cut_off()
    {
        var fresh = Here with { CacheFolder = Path.Combine(_folder, "cache") };
        var shelf = Path.Combine(fresh.CacheFolder, "sla-monitor");
        var named = $"azurite-{LockHash()}";
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(shelf, $"{named}.1.part", "node_modules")).FullName, "half"), "");
        Directory.CreateDirectory(Path.Combine(shelf, named, "node_modules", "azurite"));
        var told = new List<string>();

        var starts = await Task.WhenAll(new[] { "one", "two" }.Select(async name =>
            await Azurite.Start(new(Path.Combine(_folder, name)), fresh, line => { lock (told) told.Add(line); })));

        var running = starts.Select(start => Assert.IsType<AzuriteStart.Running>(start).Azurite).ToList();
        Assert.NotEqual(running[0].ConnectionString, running[1].ConnectionString);
        foreach (var azurite in running) azurite.Dispose();
        Assert.Single(told);
        Assert.Equal([named], Directory.GetDirectories(shelf).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_Node_it_says_what_to_install() => Assert.Equal(
        "Node.js was not found, which the storage emulator needs: install Node.js 20 or later with npm (https://nodejs.org).",
        await Why(new(_folder), new Machine("", _folder)));

    [Fact]
    public async Task An_old_Node_is_told_from_none()
    {
        var node = Script("node", "echo v18.19.0");
        Assert.Equal($"{node} is version v18.19.0, too old for the storage emulator: install Node.js 20 or later with npm (https://nodejs.org).",
            await Why(new(_folder), new Machine(_folder, _folder)));
    }

    [Fact]
    public async Task Without_npm_it_says_what_to_install()
    {
        var node = Script("node", "echo v20.0.0");
        Assert.Equal($"npm is needed to install the storage emulator and was not found beside {node}: install Node.js 20 or later with npm (https://nodejs.org).",
            await Why(new(_folder), new Machine(_folder, _folder)));
    }

    [Fact]
    public async Task Where_npm_fails_its_last_lines_are_shown_and_nothing_is_left()
    {
        Script("npm", "for i in $(/usr/bin/seq 20); do echo line $i; done; echo 'npm error network' >&2; exit 1");
        Script("node", "echo v20.0.0");
        Assert.Equal(
            "The storage emulator could not be installed; npm says:\n"
            + string.Concat(Enumerable.Range(10, 11).Select(i => $"line {i}\n")) + "npm error network",
            await Why(new(_folder), new Machine(_folder, _folder)));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_folder, "sla-monitor")));
    }

    [Fact]
    public void The_lock_file_pins_what_the_public_registry_has()
    {
        var text = Golden.GoldenFile.Read("src/SlaMonitor.Cli/Local/azurite/package-lock.json");
        Assert.Contains("\"azurite\": \"3.37.0\"", text, StringComparison.Ordinal);
        var addresses = text.Split('\n').Where(line => line.Contains("\"resolved\":", StringComparison.Ordinal)).Select(line => line.Trim());
        Assert.Equal(["\"resolved\": \"file:no-telemetry\""], addresses);
    }

    [Theory]
    [InlineData("/c", "/l", "/h", "/c", "/l")]
    [InlineData("c", "/l", "/h", "/l", "/l")]
    [InlineData(null, null, "/h", "/h/.cache", "/h/.local/share")]
    public void Caches_and_data_are_where_the_user_keeps_them(string? xdg, string? local, string? home, string cache, string data) =>
        Assert.Equal(new Machine("/bin", cache) { DataFolder = data }, Machine.From(name => name switch
        {
            "PATH" => "/bin",
            "XDG_CACHE_HOME" => xdg,
            "LOCALAPPDATA" => local,
            "HOME" => home,
            _ => null,
        }));

    private static async Task<Azurite> Running(AzuritePlace place) => await Azurite.Start(place, Here, _ => { }) switch
    {
        AzuriteStart.Running running => running.Azurite,
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private static async Task<string> Why(AzuritePlace place, Machine machine) =>
        Assert.IsType<AzuriteStart.Failed>(await Azurite.Start(place, machine, _ => { })).Why;

    private string Script(string name, string body)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static string LockHash() => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        File.ReadAllBytes(Path.Combine(Golden.GoldenFile.Root, "src/SlaMonitor.Cli/Local/azurite/package-lock.json"))))[..12];
}
