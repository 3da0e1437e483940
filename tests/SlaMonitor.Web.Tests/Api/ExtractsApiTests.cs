using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

/// <summary>Three tickets of January 2026 with 8 hours around the clock: INC1 took 6 h, INC2 41.5 h, INC3 66 h. So 1 of 3 is good, 33.33 %.</summary>
public class ExtractsApiTests
{
    private const string Returns = $"{Contract}/returns", Extracts = $"{Contract}/extracts?name=desk", File = $"{Returns}/2026-01/1/extracts/desk";

    private static readonly string Terms = Sample("first-contract.yaml").Split("indicators:")[0] + """
        tickets:
          desk: { form: plain, times: 'yyyy-MM-dd HH:mm' }
        indicators:
          KPI1: { title: Incidents resolved in time, kind: KPI, better: higher,
                  measure: { ratio: { of: resolved in time, to: resolved } },
                  evidence: { tickets: desk, counts: resolvedInTarget, target: 8 hours, clock: aroundTheClock },
                  ladder: { target: { from: 95 % }, failed: {} } }

        """;

    private static readonly string Stated = Sample("first-return.csv").Replace("95 %", "33.33 %").Replace("188", "1").Replace("200", "3");

    private const string Tickets = """
        number,state,priority,opened,resolved,closed
        INC1,resolved,P1,2026-01-05 10:00,2026-01-05 16:00,
        INC2,resolved,P1,2026-01-05 16:00,2026-01-07 09:30,
        INC3,resolved,P1,2026-01-09 16:00,2026-01-12 10:00,

        """;

    [Fact]
    public async Task An_extract_is_uploaded_counted_with_its_return_and_given_back()
    {
        await using var service = await Begin();
        using var supplier = service.As("supplier");
        service.Requests.Forget();
        using var sent = await supplier.PostAsync(Extracts, Csv(Tickets));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        // The contract, whose terms name the extract; one block, and putting it together.
        Assert.Equal(3, service.Requests.Kept.Count);
        var kept = JsonNode.Parse(await sent.Content.ReadAsStringAsync())!;
        Assert.Equal(("desk", Encoding.UTF8.GetByteCount(Tickets)), ((string)kept["name"]!, (int)kept["length"]!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tickets))), (string)kept["sha256"]!);

        var receipt = await Send(service, supplier, $"extract=desk:{kept["id"]}");
        Assert.Equal("accepted", (string)receipt["status"]!);
        var facts = await service.Get(supplier, $"{Returns}/2026-01/1");
        Assert.Contains("\"tickets\"", facts.ToJsonString(), StringComparison.Ordinal);
        using var file = await supplier.GetAsync(File);
        Assert.Equal(("attachment", "my-first-2026-01-1-desk.csv"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName!));
        Assert.Equal(Tickets, await file.Content.ReadAsStringAsync());
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Returns}/2026-01/1/extracts/none")));
        // As when its time is over.
        Assert.Equal(1, await service.Stores.Extracts.DeleteAll("my-first/"));
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync(File)));
    }

    [Fact]
    public async Task Taking_a_return_up_costs_two_requests_more_with_an_extract()
    {
        await using var service = await Begin();
        using var supplier = service.As("supplier");
        // What is asked once only.
        await Cost(service, supplier, Stated.Replace("33.33 %", "33.35 %"), null);
        service.Clock.AdvanceMinutes(1);
        var without = await Cost(service, supplier, Stated.Replace("33.33 %", "33.34 %"), null);
        service.Clock.AdvanceMinutes(1);
        // Whether it is there, and counting it. The return's own figures are the tickets', so no other reading is sought.
        Assert.Equal(without + 2, await Cost(service, supplier, Stated, await Upload(supplier)));
    }

    [Fact]
    public async Task An_extract_goes_straight_into_storage_and_a_large_return_names_it()
    {
        // Storage goes by its own clock when it looks at the leave.
        await using var service = await Begin(SystemClock.Instance.GetCurrentInstant());
        using var supplier = service.As("supplier");
        using var storage = new HttpClient();
        using var begun = await supplier.PostAsync($"{Contract}/extracts/uploads", null);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var upload = JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
        Assert.Equal(512L * 1024 * 1024, (long)upload["mostBytes"]!);
        using var put = await storage.SendAsync(Request(HttpMethod.Put, (string)upload["address"]!, Csv(Tickets), ("x-ms-blob-type", "BlockBlob")));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var large = await supplier.PostAsync($"{Returns}/uploads", null);
        var address = (string)JsonNode.Parse(await large.Content.ReadAsStringAsync())!["address"]!;
        using var file = await storage.SendAsync(Request(HttpMethod.Put, address, Csv(Stated), ("x-ms-blob-type", "BlockBlob")));
        using var done = await supplier.PostAsync($"{large.Headers.Location}?extract=desk:{upload["id"]}", null);
        Assert.Equal(HttpStatusCode.Accepted, done.StatusCode);
        await service.Work();
        Assert.Equal("accepted", (string)(await service.Get(supplier, done.Headers.Location!.ToString()))["status"]!);
        Assert.Single((await service.Stores.Register.Load("my-first")).Returns.Single().Extracts);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused()
    {
        await using var service = await Begin();
        using var supplier = service.As("supplier");
        Assert.Equal("422 invalid extract-unknown", await Refusal(await supplier.PostAsync($"{Contract}/extracts?name=other", Csv(Tickets))));
        Assert.Equal("422 invalid extract-unknown", await Refusal(await supplier.PostAsync($"{Contract}/extracts", Csv(Tickets))));
        Assert.Equal("400 bad-request", await Refusal(await supplier.PostAsync(Extracts, Csv(""))));
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.PostAsync("/api/v1/contracts/none-such/extracts?name=desk", Csv(Tickets))));
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.PostAsync("/api/v1/contracts/none-such/extracts/uploads", null)));
        using var form = new MultipartFormDataContent { { new StringContent(Tickets), "file", "tickets.csv" } };
        Assert.Equal("415 wrong-media-type", await Refusal(await supplier.PostAsync(Extracts, form)));
        using var auditor = service.As("auditor");
        Assert.Equal("403 forbidden", await Refusal(await auditor.PostAsync(Extracts, Csv(Tickets))));

        // Another's is worth nothing, nor is one that was made up, nor one name twice.
        using var manager = service.As("manager");
        var theirs = await Upload(manager);
        var own = await Upload(supplier);
        foreach (var named in (string[])[theirs, "extract=desk", "extract=desk:1-2", $"{own}&{own}"])
            Assert.Equal("422 invalid extract-gone", await Refusal(await supplier.PostAsync($"{Returns}?{named}", Csv(Stated))));
        Assert.Empty((await service.Stores.Register.Load("my-first")).Inbox);

        // Leave was asked for and nothing put there; then a header that is none of the contract's.
        service.Clock.AdvanceMinutes(1);
        using var begun = await supplier.PostAsync($"{Contract}/extracts/uploads", null);
        var gone = await Send(service, supplier, $"extract=desk:{JsonNode.Parse(await begun.Content.ReadAsStringAsync())!["id"]}");
        Assert.Equal("refused", (string)gone["status"]!);
        Assert.Contains("extract-gone", gone["findings"]!.AsArray().Select(f => (string)f!["code"]!));
        service.Clock.AdvanceMinutes(1);
        var refused = await Send(service, supplier, await Upload(supplier, "ticket,raised\n"));
        Assert.Equal("refused", (string)refused["status"]!);
        Assert.Contains("extract-refused", refused["findings"]!.AsArray().Select(f => (string)f!["code"]!));
    }

    private static async Task<ApiService> Begin(Instant? now = null)
    {
        var service = await Start(now);
        await service.Activate(Terms);
        await service.Work();
        return service;
    }

    private static async Task<string> Upload(HttpClient client, string tickets = Tickets)
    {
        using var sent = await client.PostAsync(Extracts, Csv(tickets));
        return $"extract=desk:{JsonNode.Parse(await sent.Content.ReadAsStringAsync())!["id"]}";
    }

    private static async Task<JsonNode> Send(ApiService service, HttpClient supplier, string query)
    {
        using var sent = await supplier.PostAsync($"{Returns}?{query}", Csv(Stated));
        Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        await service.Work();
        return await service.Get(supplier, sent.Headers.Location!.ToString());
    }

    private static async Task<int> Cost(ApiService service, HttpClient supplier, string file, string? extract)
    {
        service.Requests.Forget();
        using var sent = await supplier.SendAsync(Request(HttpMethod.Post, $"{Returns}?{extract}", Csv(file), ("Confirm-Warnings", "Known.")));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        await service.Work();
        return service.Requests.Kept.Count;
    }
}
