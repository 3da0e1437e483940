using System.Diagnostics;
using Microsoft.Playwright;
using SlaMonitor.Cli.Local;

namespace SlaMonitor.Pages.Tests.Hosting;

/// <summary>The one browser of this assembly: the machine's own Chromium, with nobody's profile. Where there is none it is installed if that
/// may be done here; where it may not, every test that needs it fails and says what to install.</summary>
internal static class Chromium
{
    private const string Advice =
        "The tests of the pages need Chromium or Google Chrome and found neither. Install one (on Debian and Ubuntu: apt-get install chromium; "
        + "elsewhere https://www.google.com/chrome), or name its program in the environment variable CHROMIUM.";

    /// <summary>No sandbox, as root has none; nothing that looks anything up elsewhere.</summary>
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly Lazy<Task<IBrowser>> One = new(Start);

    /// <exception cref="InvalidOperationException">There is none; the message says what to install.</exception>
    public static Task<IBrowser> TheOne => One.Value;

    private static async Task<IBrowser> Start()
    {
        var program = Find() ?? await Installed() ?? throw new InvalidOperationException(Advice);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Arguments });
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return named;
        var machine = Machine.From(Environment.GetEnvironmentVariable);
        string[] places =
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ];
        return Names.Select(machine.Find).OfType<string>().Concat(places.Where(File.Exists)).FirstOrDefault();
    }

    /// <summary>Where one is root on a Debian, as in most containers and on most build machines.</summary>
    private static async Task<string?> Installed()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get")) return null;
        await Run("update", "-q");
        await Run("install", "-q", "-y", "--no-install-recommends", "chromium");
        return Find();
    }

    private static async Task Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Advice} apt-get {string.Join(' ', arguments)} said: {await output} {await errors}");
    }
}
