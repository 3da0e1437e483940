using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Tests.Hosting;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class FeedsApiTests
{
    private const string Feeds = $"{Contract}/feeds";
    private const string WithOption = "term: { start: 2026-01-01, initial: 2 years, extensions: [1 year], noticeToExtend: 6 months }";

    private const string Exercised = """
        contract: my-first
        decisions:
          - optionExercised: { option: 1, exercised: 2026-02-10, on: 2026-02-10, by: contract manager, reason: extended }
        """;

    /// <summary>The term ends on 31 December 2027; 6 months before is 30 June 2027. With the option it ends on 31 December 2028.</summary>
    [Fact]
    public async Task What_is_decided_moves_the_feed_at_its_address()
    {
        await using var service = await Begin();
        using var manager = service.As("manager");
        var feed = await Given(manager, Feeds);
        using var anybody = service.ByLink("nobody");
        anybody.DefaultRequestHeaders.Clear();
        using var before = await anybody.GetAsync(new Uri((string)feed["address"]!).AbsolutePath);
        Assert.Equal(("text/calendar", "nosniff"), (before.Content.Headers.ContentType!.MediaType, before.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(["20271231 0 CONFIRMED", "20270630 0 CONFIRMED"], Events(await before.Content.ReadAsStringAsync()));

        using var known = await anybody.SendAsync(Request(HttpMethod.Get, new Uri((string)feed["address"]!).AbsolutePath, null, ("If-None-Match", before.Headers.ETag!.ToString())));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        using var recorded = await manager.PostAsync($"{Contract}/decisions", Yaml(Exercised));
        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        await service.Work();
        Assert.Equal(["20281231 1 CONFIRMED", "20270630 1 CANCELLED"], Events(await anybody.GetStringAsync(new Uri((string)feed["address"]!).AbsolutePath)));
    }

    [Fact]
    public async Task A_feed_is_a_secret_shown_once_that_the_trail_names_and_that_can_be_taken_back()
    {
        await using var service = await Begin();
        using var manager = service.As("manager");
        using var given = await manager.PostAsync(Feeds, null);
        var feed = JsonNode.Parse(await given.Content.ReadAsStringAsync())!;
        var (path, id) = (new Uri((string)feed["address"]!).AbsolutePath, (string)feed["id"]!);
        var token = path["/feeds/".Length..^".ics".Length];
        Assert.Equal((id, $"{Feeds}/{id}"), (LinkToken.HashOf(token), given.Headers.Location!.ToString()));

        var everything = await Everything.In(service.Stores.Account);
        Assert.Contains(everything, line => line.Contains(id));
        Assert.DoesNotContain(everything, line => line.Contains(token));
        Assert.DoesNotContain(service.Logs.Lines, line => line.Contains(token));

        using var supplier = service.As("supplier");
        Assert.Equal("403 forbidden", await Refusal(await supplier.PostAsync(Feeds, null)));
        Assert.Equal("403 forbidden", await Refusal(await supplier.DeleteAsync(given.Headers.Location)));
        Assert.Equal(HttpStatusCode.NoContent, (await manager.DeleteAsync(given.Headers.Location)).StatusCode);
        Assert.Equal("404 not-found", await Refusal(await manager.DeleteAsync(given.Headers.Location)));
        Assert.Equal("404 not-found", await Refusal(await manager.GetAsync(path)));
        Assert.Equal("404 not-found", await Refusal(await manager.GetAsync("/feeds/nonsense.ics")));
        var trail = (await service.Get($"{Contract}/audit"))["items"]!.AsArray();
        Assert.Equal(
            [("development/manager", "calendar feed taken back", $"calendar feed {id}"), ("development/manager", "calendar feed given", $"calendar feed {id}")],
            trail.Where(r => ((string)r!["what"]!).StartsWith("calendar feed", StringComparison.Ordinal)).Select(r => ((string)r!["by"]!, (string)r["what"]!, (string)r["to"]!)));
    }

    /// <summary>What a person is given or loses shows in the feed they have.</summary>
    [Fact]
    public async Task A_person_s_feed_is_of_the_contracts_given_when_it_is_read()
    {
        await using var service = await Begin();
        await service.Activate(Sample("first-contract.yaml").Replace("my-first", "my-second"));
        await service.Work();
        using var auditor = service.As("auditor");
        using var given = await auditor.PostAsync("/api/v1/me/feeds", null);
        var path = new Uri((string)JsonNode.Parse(await given.Content.ReadAsStringAsync())!["address"]!).AbsolutePath;
        Assert.Equal(["20271231 0 CONFIRMED", "20270630 0 CONFIRMED", "20271231 0 CONFIRMED"], Events(await auditor.GetStringAsync(path)));
        service.Given["development/auditor"] = Assignments.To("my-second");
        Assert.Equal(["20271231 0 CONFIRMED"], Events(await auditor.GetStringAsync(path)));
        service.Given["development/auditor"] = Assignments.None;
        Assert.Empty(Events(await auditor.GetStringAsync(path)));

        using var manager = service.As("manager");
        Assert.Equal("404 not-found", await Refusal(await manager.DeleteAsync(given.Headers.Location)));
        Assert.Equal(HttpStatusCode.NoContent, (await auditor.DeleteAsync(given.Headers.Location)).StatusCode);
        Assert.Equal("404 not-found", await Refusal(await auditor.GetAsync(path)));
    }

    /// <summary>One look for the feed, one into the index; beyond three contracts the index is one query.</summary>
    [Fact]
    public async Task A_feed_costs_two_requests_however_many_contracts_it_is_of()
    {
        await using var service = await Begin();
        for (var i = 0; i < 5; i++) await service.Activate(Sample("first-contract.yaml").Replace("my-first", $"another-{i}"));
        await service.Work();
        using var manager = service.As("manager");
        foreach (var (address, events) in ((string, int)[])[(Feeds, 2), ("/api/v1/me/feeds", 7)])
        {
            var path = new Uri((string)(await Given(manager, address))["address"]!).AbsolutePath;
            service.Requests.Forget();
            Assert.Equal(events, Events(await manager.GetStringAsync(path)).Count);
            Assert.Equal(2, service.Requests.Kept.Count);
        }
    }

    private static async Task<ApiService> Begin()
    {
        var service = await Start();
        await service.Activate(Sample("first-contract.yaml").Replace("term: { start: 2026-01-01, initial: 2 years }", WithOption));
        await service.Work();
        return service;
    }

    private static async Task<JsonNode> Given(HttpClient client, string address)
    {
        using var given = await client.PostAsync(address, null);
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        return JsonNode.Parse(await given.Content.ReadAsStringAsync())!;
    }

    /// <summary>By their order in the feed: first day, sequence, status.</summary>
    private static IReadOnlyList<string> Events(string feed) =>
        [.. feed.Split("BEGIN:VEVENT").Skip(1).Select(e => $"{Of(e, "DTSTART;VALUE=DATE")} {Of(e, "SEQUENCE")} {Of(e, "STATUS")}")];

    private static string Of(string text, string property) => text.Split("\r\n").Single(l => l.StartsWith(property + ":", StringComparison.Ordinal))[(property.Length + 1)..];
}
