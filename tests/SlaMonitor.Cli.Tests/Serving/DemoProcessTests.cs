using System.Diagnostics;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>The demo as a newcomer runs it: a user who has run nothing of this before.</summary>
public sealed class DemoProcessTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("sla-monitor-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task In_an_empty_home_it_fetches_what_it_needs_and_leaves_nothing_running()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "sla.dll"), "demo", "--no-serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = _home;
        foreach (var name in (string[])["XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"]) start.Environment.Remove(name);
        using var demo = Process.Start(start)!;
        var (output, error) = (demo.StandardOutput.ReadToEndAsync(), demo.StandardError.ReadToEndAsync());
        await demo.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("Installing the storage emulator (Azurite); this happens once and takes up to a minute.\n", await error);
        Assert.Equal(ExitCode.Fine, demo.ExitCode);
        Assert.Contains("msc-ladder (contract riverside-ict): returns 24 accepted.", await output, StringComparison.Ordinal);
        Assert.StartsWith("azurite-", Path.GetFileName(Directory.GetDirectories(Path.Combine(_home, ".cache", "sla-monitor")).Single()), StringComparison.Ordinal);
    }
}
