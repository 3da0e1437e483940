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
            Assert.Equal((string)document["return"]!, (string)period["return"]!);
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
        foreach (var breach in breaches)
        {
            var document = await service.Get($"{contract}/assessments/current/periods/{breach!["period"]}");
            var result = document["indicators"]!.AsArray().Single(i => (string)i!["code"]! == (string)breach["code"]!)!;
            foreach (var word in (string[])["shown", "rung", "inWords", "points", "runOfFailures"])
                Assert.Equal(result[word]?.ToJsonString(), breach[word]?.ToJsonString());
        }
    }

    /// <summary>January's return came in time; on 22 March that of February, due by the 13th, ten working days
    /// after its end, is overdue.</summary>
    [Fact]
    public async Task A_statement_is_final_when_nothing_that_is_awaited_can_change_it()
    {
        await using var service = await WithContract();
        Assert.Equal((false, "2026-01: its return is awaited"), await Final());
        await service.Send(Sample("first-return.csv"), confirm: null);
        Assert.Contains("the return 2026-01 revision 1 is not in it, as its warnings are not confirmed", (await Final()).Why);
        await service.Send(Sample("first-return.csv").Replace("188", "190"));
        Assert.Equal((true, ""), await Final());

        service.Clock.AdvanceDays(40);
        using var manager = service.As("manager");
        using var decided = await manager.SendAsync(Request(HttpMethod.Post, $"{Contract}/decisions", Yaml(
            "contract: my-first\ndecisions:\n  - reliefClaimed: { on: 2026-03-01, by: service manager, reason: A flood, period: 2026-01, indicator: KPI1 }\n"), ("Idempotency-Key", "flood")));
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        Assert.Equal((false, "1 decision recorded and not in it yet"), await Final());
        await service.Work();
        Assert.Equal((false, "2026-01: the relief claimed for KPI1 on 1 March 2026 is not decided; 2026-02: its return is overdue"), await Final());

        async Task<(bool, string Why)> Final()
        {
            var statement = await service.Get($"{Contract}/credits");
            return ((bool)statement["final"]!, string.Join("; ", statement["whyNotFinal"]!.AsArray().Select(w => (string)w!)));
        }
    }

    [Fact]
    public async Task Statements_and_breaches_come_as_CSV_and_what_does_not_is_refused()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        using var supplier = service.As("supplier");
        Assert.Equal("contract,assessment,as of,period,return,points,payable,open,withheld\nmy-first,2,2026-02-10,2026-01,onTime,0,,,\n", await Text("credits"));
        Assert.Equal(
            "contract,assessment,as of,period,code,shown,rung,in words,points,failures in a row\nmy-first,2,2026-02-10,2026-01,KPI1,94.00 %,failed,target missed,0,1\n",
            await Text("breaches"));
        Assert.Equal("406 not-acceptable", await Refusal(await supplier.SendAsync(Request(HttpMethod.Get, $"{Contract}/returns", null, ("Accept", "text/csv")))));
        foreach (var either in (string[])["text/csv, application/json;q=0.5", "*/*", "application/*"])
            Assert.True((await supplier.SendAsync(Request(HttpMethod.Get, $"{Contract}/returns", null, ("Accept", either)))).IsSuccessStatusCode);

        async Task<string> Text(string page)
        {
            using var answer = await supplier.SendAsync(Request(HttpMethod.Get, $"{Contract}/{page}", null, ("Accept", "text/csv")));
            Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
            return (await answer.Content.ReadAsStringAsync()).Replace("\r\n", "\n");
        }
    }

    [Fact]
    public async Task Across_contracts_the_last_breaches_show()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        var item = Assert.Single((await service.Get("/api/v1/breaches"))["items"]!.AsArray())!;
        Assert.Equal(("my-first", "2026-01", "94.00 %"), ((string)item["contract"]!, (string)item["period"]!, (string)item["failures"]![0]!["shown"]!));
        var own = Assert.Single((await service.Get($"{Contract}/breaches"))["breaches"]!.AsArray())!;
        Assert.Equal(("failed", "target missed"), ((string)own["rung"]!, (string)own["inWords"]!));
        Assert.Equal(item["failures"]![0]!["inWords"]!.ToJsonString(), own["inWords"]!.ToJsonString());
        await service.Send(Sample("first-return.csv").Replace("188", "190"));
        Assert.Empty((await service.Get("/api/v1/breaches"))["items"]!.AsArray());

        using var supplier = service.As("supplier");
        foreach (var page in (string[])["credits", "breaches"])
            Assert.Equal("404 no-such-contract", await Refusal(await supplier.GetAsync($"/api/v1/contracts/none-such/{page}")));
    }
}
