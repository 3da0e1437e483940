using NodaTime;
using SlaMonitor.Golden;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class CreditsApiTests
{
    /// <summary>The statement says what the stored documents say, period by period.</summary>
    [Fact]
    public async Task The_statement_agrees_with_the_documents()
    {
        await using var service = await Start(Instant.FromUtc(2025, 8, 1, 9, 0));
        foreach (var terms in (string[])["contract-2024-04.yaml", "contract-2025-04.yaml"]) await service.Activate(Sample($"msc-ladder/{terms}"));
        const string contract = "/api/v1/contracts/riverside-ict";
        using var manager = service.As("manager");
        foreach (var file in Directory.GetFiles(Path.Combine(GoldenFile.Root, "samples/msc-ladder/returns")).Order(StringComparer.Ordinal))
        {
            using var sent = await manager.SendAsync(Request(HttpMethod.Post, $"{contract}/returns?history=true", Csv(await File.ReadAllTextAsync(file)), ("Confirm-Warnings", "as in the sample")));
            Assert.Equal(System.Net.HttpStatusCode.Accepted, sent.StatusCode);
        }

        await service.Work();
        var statement = await service.Get($"{contract}/credits");
        var periods = statement["periods"]!.AsArray();
        Assert.True(periods.Count >= 12);
        var (points, pence) = (0, 0L);
        foreach (var period in periods)
        {
            var document = await service.Get($"{contract}/assessments/current/periods/{period!["period"]}");
            Assert.Equal((int)document["points"]!, (int)period["points"]!);
            Assert.Equal((string?)document["credit"]?["payable"], (string?)period["payable"]);
            points += (int)period["points"]!;
            pence += (string?)period["payable"] is { } payable ? long.Parse(payable.Replace(".", ""), System.Globalization.CultureInfo.InvariantCulture) : 0;
        }

        Assert.True(points > 0 && pence > 0);
        Assert.Equal(points, (int)statement["points"]!);
        Assert.Equal($"{pence / 100}.{pence % 100:00}", (string)statement["payable"]!);

        var breaches = (await service.Get($"{contract}/breaches"))["breaches"]!.AsArray();
        Assert.Equal(breaches.Select(b => (string)b!["period"]!).OrderDescending(StringComparer.Ordinal), breaches.Select(b => (string)b!["period"]!));
        Assert.Equal(points, breaches.Sum(b => (int)b!["points"]!));
    }

    [Fact]
    public async Task Across_contracts_the_last_breaches_show()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        var item = Assert.Single((await service.Get("/api/v1/breaches"))["items"]!.AsArray())!;
        Assert.Equal(("my-first", "2026-01", "94.00 %"), ((string)item["contract"]!, (string)item["period"]!, (string)item["failures"]![0]!["level"]!));
        var own = Assert.Single((await service.Get($"{Contract}/breaches"))["breaches"]!.AsArray())!;
        Assert.Equal(item["failures"]![0]!["outcome"]!.ToJsonString(), own["outcome"]!.ToJsonString());
        await service.Send(Sample("first-return.csv").Replace("188", "190"));
        Assert.Empty((await service.Get("/api/v1/breaches"))["items"]!.AsArray());

        using var supplier = service.As("supplier");
        foreach (var page in (string[])["credits", "breaches"])
            Assert.Equal("404 no-such-contract", await Refusal(await supplier.GetAsync($"/api/v1/contracts/none-such/{page}")));
    }
}
