using System.Security.Cryptography;
using SlaMonitor.Cli.Local;
using SlaMonitor.Golden;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>The style sheet and the script are kept as built, so that a build needs no Node.js. Here they are built again from what the lock
/// file pins, and must come out the same. <c>RECORD_GOLDEN=1</c> writes them anew.</summary>
public class FrontEndTests
{
    private const string Folder = "src/SlaMonitor.Web/Pages/FrontEnd";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_is_kept_is_what_the_pinned_packages_give()
    {
        var built = await Build(Path.Combine(GoldenFile.Root, Folder));
        var files = Directory.GetFiles(built).Select(Path.GetFileName).Order().ToList();
        Assert.Equal(["govuk-frontend.min.js", "icon.svg", "licence.txt", "sla.css", "sla.js"], files);
        foreach (var file in files) GoldenFile.AssertSame($"{Folder}/built/{file}", await File.ReadAllTextAsync(Path.Combine(built, file!)));
    }

    [Fact]
    public void It_names_no_fonts_pictures_or_addresses_of_others()
    {
        var style = GoldenFile.Read($"{Folder}/built/sla.css");
        Assert.DoesNotContain("url(", style);
        Assert.DoesNotContain("Transport", style);
        Assert.DoesNotContain("resolved", GoldenFile.Read($"{Folder}/package-lock.json"));
    }

    [Fact]
    public async Task An_address_with_its_hash_may_be_kept_for_ever_and_any_other_may_not()
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript: false);
        await person.Open("/");
        var address = await person.Page.Locator("link[rel=stylesheet]").GetAttributeAsync("href");
        using var client = service.As("supplier");
        using var style = await client.GetAsync(address);
        Assert.Equal("public, max-age=31536000, immutable", style.Headers.CacheControl!.ToString());
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        using var older = await client.GetAsync("/assets/0000000000000000/sla.css");
        Assert.Equal("no-store", older.Headers.CacheControl!.ToString());
    }

    /// <returns>The folder of what was built.</returns>
    private static async Task<string> Build(string source)
    {
        var machine = Machine.From(Environment.GetEnvironmentVariable);
        var npm = machine.Find("npm") ?? throw new InvalidOperationException("npm was not found: install Node.js 20 or later (https://nodejs.org).");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..12];
        var folder = Directory.CreateDirectory(Path.Combine(machine.CacheFolder, "sla-monitor", $"front-end-{hash}")).FullName;
        foreach (var file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var built = Path.Combine(folder, "built");
        if (Directory.Exists(built)) Directory.Delete(built, recursive: true);
        Directory.CreateDirectory(built);
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            await Npm("ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error");
        await Npm("run", "build");
        return built;

        async Task Npm(params string[] arguments)
        {
            var (code, output) = await ChildProcess.Run(npm, arguments, folder, machine, Patience, CancellationToken.None);
            Assert.True(code == 0, $"npm {arguments[0]} says:\n{output}");
        }
    }
}
