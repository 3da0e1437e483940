using System.Net;
using System.Text.Json.Nodes;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class DecisionsApiTests
{
    private const string Decisions = $"{Contract}/decisions";

    private const string Relief = """
        contract: my-first
        decisions:
          - reliefClaimed: { period: 2026-01, indicator: KPI1, on: 2026-02-10, by: service manager, reason: the data centre was flooded }
        """;

    [Fact]
    public async Task A_file_is_recorded_once_and_whole()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        using var manager = service.As("manager");
        using var recorded = await manager.PostAsync(Decisions, Yaml(Relief));
        Assert.True(recorded.StatusCode == HttpStatusCode.Created, await recorded.Content.ReadAsStringAsync());
        using var again = await manager.PostAsync(Decisions, Yaml(Relief));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Empty(JsonNode.Parse(await again.Content.ReadAsStringAsync())!["recorded"]!.AsArray());
        await service.Work();

        var trail = (await service.Get($"{Contract}/audit"))["items"]!.AsArray();
        Assert.StartsWith("reliefClaimed, dated 2026-02-10, ", (string)Assert.Single(trail, a => (string)a!["what"]! == "decision recorded")!["detail"]!);

        using var supplier = service.As("supplier");
        var listed = Assert.Single((await service.Get(supplier, Decisions))["items"]!.AsArray())!;
        Assert.Equal((1, "2026-02-10", "development/manager"), ((int)listed["number"]!, (string)listed["on"]!, (string)listed["by"]!));
        Assert.Equal("2026-01", (string)listed["decision"]!["reliefClaimed"]!["period"]!);
        Assert.Equal(["000001"], (await service.Get($"{Contract}/assessments/current"))["decisions"]!.AsArray().Select(d => (string)d!["name"]!));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_every_error_and_nothing_is_recorded()
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        using var refused = await manager.PostAsync(Decisions, Yaml(Relief.Replace("KPI1", "KPI9")));
        Assert.StartsWith("422 invalid ", await Refusal(refused));
        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.StartsWith("/decisions/0/reliefClaimed/indicator", (string)error["pointer"]!);
        Assert.Equal(3, (int)error["line"]!);
        Assert.StartsWith("422 invalid", await Refusal(await manager.PostAsync(Decisions, Yaml("decisions: []"))));
        Assert.Equal("400 bad-request", await Refusal(await manager.PostAsync(Decisions, Yaml(""))));
        Assert.Equal("404 no-such-contract", await Refusal(await manager.PostAsync("/api/v1/contracts/none-such/decisions", Yaml(Relief))));
        Assert.Equal("404 no-such-contract", await Refusal(await manager.GetAsync("/api/v1/contracts/none-such/decisions")));
        Assert.Equal("400 bad-cursor", await Refusal(await manager.GetAsync($"{Decisions}?limit=0")));
        using var supplier = service.As("supplier");
        Assert.Equal("403 forbidden", await Refusal(await supplier.PostAsync(Decisions, Yaml(Relief))));
        Assert.Empty((await service.Get(Decisions))["items"]!.AsArray());
    }
}
