using SlaMonitor.Golden;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests.Hosting;

/// <summary>samples/msc-ladder as it is on 20 April 2026: two years of returns, and what was decided beside them. Its README works the figures
/// by hand.</summary>
internal static class Riverside
{
    public const string Page = "/contracts/riverside-ict", Api = "/api/v1/contracts/riverside-ict";

    public static readonly NodaTime.Instant April = NodaTime.Instant.FromUtc(2026, 4, 20, 9, 0);

    private const string Folder = "samples/msc-ladder";

    private static readonly Lazy<Task<ApiService>> Kept = new(() => Start());

    /// <summary>One for all tests that only look, as loading it takes a while.</summary>
    public static Task<ApiService> ToLookAt => Kept.Value;

    public static async Task<ApiService> Start(bool decisions = true)
    {
        var service = await ApiService.Start(April);
        foreach (var terms in (string[])["contract-2024-04.yaml", "contract-2025-04.yaml"]) await service.Activate(GoldenFile.Read($"{Folder}/{terms}"));
        using var manager = service.As("manager");
        var files = Directory.GetFiles(Path.Combine(GoldenFile.Root, Folder, "returns"));
        foreach (var file in files.Order(Revisions))
        {
            var send = ApiService.Request(HttpMethod.Post, $"{Api}/returns?history=true", new ByteArrayContent(await File.ReadAllBytesAsync(file)), ("Confirm-Warnings", "history"));
            using var sent = await manager.SendAsync(send);
            Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
            await service.Work();
        }

        if (decisions) await Decide(service, GoldenFile.Read("samples/msc-ladder-decisions/decisions.yaml"));
        return service;
    }

    public static async Task Decide(ApiService service, string file)
    {
        using var manager = service.As("manager");
        using var recorded = await manager.PostAsync($"{Api}/decisions", ApiService.Yaml(file));
        Assert.True(recorded.IsSuccessStatusCode, await recorded.Content.ReadAsStringAsync());
        await service.Work();
    }

    /// <summary>By month, and the first revision before the second.</summary>
    private static Comparer<string> Revisions { get; } = Comparer<string>.Create((a, b) => string.CompareOrdinal(Name(a), Name(b)));

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
