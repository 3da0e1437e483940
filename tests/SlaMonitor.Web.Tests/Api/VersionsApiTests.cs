using System.Net;
using System.Text.Json.Nodes;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class VersionsApiTests
{
    private const string Version = $"{Contract}/versions/2026-01-01";

    private static readonly string Terms = Sample("first-contract.yaml");

    [Fact]
    public async Task Terms_are_drafted_replaced_and_put_into_force()
    {
        await using var service = await Start();
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(Version, Yaml(Terms));
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        Assert.EndsWith(Version, drafted.Headers.Location!.ToString());
        var first = drafted.Headers.ETag!.ToString();

        Assert.Equal("428 if-match-missing", await Refusal(await manager.PutAsync(Version, Yaml(Terms))));
        using var replaced = await manager.SendAsync(Request(HttpMethod.Put, Version, Yaml(Terms.Replace("95 %", "96 %")), ("If-Match", first)));
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var second = replaced.Headers.ETag!.ToString();
        Assert.Equal("412 changed", await Refusal(await manager.SendAsync(Request(HttpMethod.Put, Version, Yaml(Terms), ("If-Match", first)))));

        using var read = await manager.GetAsync(Version);
        Assert.Equal(second, read.Headers.ETag!.ToString());
        Assert.Equal("428 if-match-missing", await Refusal(await manager.PostAsync($"{Version}/activate", Json("""{"reason":"agreed"}"""))));
        Assert.Equal("412 changed", await Refusal(await manager.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":"agreed"}"""), ("If-Match", first)))));
        Assert.Equal("422 invalid reason-missing", await Refusal(await manager.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":" "}"""), ("If-Match", second)))));
        using var activated = await manager.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":"agreed"}"""), ("If-Match", second)));
        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);

        Assert.Equal("409 in-force", await Refusal(await manager.SendAsync(Request(HttpMethod.Put, Version, Yaml(Terms), ("If-Match", second)))));
        Assert.Equal("409 in-force", await Refusal(await manager.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":"again"}"""), ("If-Match", second)))));
        var listed = Assert.Single((await service.Get($"{Contract}/versions"))["versions"]!.AsArray())!;
        Assert.Equal(("2026-01-01", true, true), ((string)listed["effectiveFrom"]!, (bool)listed["inForce"]!, (bool)listed["sound"]!));

        var history = Assert.Single((await service.Get($"{Contract}/history"))["items"]!.AsArray())!;
        Assert.Equal(("terms put into force", "development/manager"), ((string)history["what"]!, (string)history["by"]!));
    }

    [Fact]
    public async Task Whoever_handed_a_draft_in_does_not_put_it_into_force_as_well()
    {
        await using var service = await Start(settings: new() { ["Web:TermsNeedSecondPerson"] = "true" });
        using var manager = service.As("manager");
        using var deputy = service.As("deputy");
        using var drafted = await manager.PutAsync(Version, Yaml(Terms));
        Assert.True((bool)JsonNode.Parse(await drafted.Content.ReadAsStringAsync())!["needsSecondPerson"]!);
        Assert.Equal("403 second-person-needed", await Refusal(await Activate(manager)));
        using var activated = await Activate(deputy);
        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        Assert.Null(JsonNode.Parse(await activated.Content.ReadAsStringAsync())!["needsSecondPerson"]);
        var entry = Assert.Single((await service.Get($"{Contract}/history"))["items"]!.AsArray())!;
        Assert.Equal("development/deputy", (string)entry["by"]!);
        Assert.Contains("drafted by development/manager", (string)entry["detail"]!);

        Task<HttpResponseMessage> Activate(HttpClient person) =>
            person.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":"agreed"}"""), ("If-Match", drafted.Headers.ETag!.ToString())));
    }

    [Fact]
    public async Task For_local_development_one_person_does_both_and_the_answer_says_so()
    {
        await using var service = await Start();
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(Version, Yaml(Terms));
        Assert.False((bool)JsonNode.Parse(await drafted.Content.ReadAsStringAsync())!["needsSecondPerson"]!);
    }

    [Fact]
    public async Task A_draft_with_errors_is_kept_and_cannot_be_put_into_force()
    {
        await using var service = await Start();
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(Version, Yaml(Terms.Replace("contract: my-first ", "contract: other ")));
        var answer = JsonNode.Parse(await drafted.Content.ReadAsStringAsync())!;
        Assert.False((bool)answer["sound"]!);
        Assert.Equal(["version-not-as-addressed"], answer["findings"]!.AsArray().Select(f => (string)f!["code"]!));
        Assert.Equal(
            "422 invalid version-not-as-addressed",
            await Refusal(await manager.SendAsync(Request(HttpMethod.Post, $"{Version}/activate", Json("""{"reason":"agreed"}"""), ("If-Match", drafted.Headers.ETag!.ToString())))));
    }

    [Fact]
    public async Task A_draft_that_is_no_contract_comes_back_as_it_was()
    {
        await using var service = await Start();
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(Version, Yaml("nothing: here\n"));
        Assert.False((bool)JsonNode.Parse(await drafted.Content.ReadAsStringAsync())!["sound"]!);
        using var read = await manager.GetAsync(Version);
        Assert.Equal(("application/octet-stream", "nothing: here\n"), (read.Content.Headers.ContentType!.MediaType, await read.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_version_reads_as_YAML_and_as_JSON()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var json = await supplier.GetAsync(Version);
        Assert.Equal("Help desk", (string)JsonNode.Parse(await json.Content.ReadAsStringAsync())!["title"]!);
        using var yaml = await supplier.SendAsync(Request(HttpMethod.Get, Version, null, ("Accept", "application/yaml")));
        Assert.Equal("application/yaml", yaml.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("contract: my-first\ntitle: Help desk\n", await yaml.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_versions_differ_fact_by_fact_and_only_the_client_sees_drafts()
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(
            $"{Contract}/versions/2026-07-01", Yaml(Terms.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-07-01").Replace("95 %", "97 %")));
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        var diff = await service.Get($"{Version}/diff/2026-07-01");
        Assert.Equal(
            ["/effectiveFrom \"2026-01-01\" \"2026-07-01\"", "/indicators/KPI1/ladder/target/from 95 97"],
            diff["changes"]!.AsArray().Select(c => $"{c!["pointer"]} {c["before"]!.ToJsonString()} {c["after"]!.ToJsonString()}"));

        using var supplier = service.As("supplier");
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Contract}/versions/2026-07-01")));
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Version}/diff/2026-07-01")));
        Assert.Single((await service.Get(supplier, $"{Contract}/versions"))["versions"]!.AsArray());
        Assert.Equal(2, (await service.Get($"{Contract}/versions"))["versions"]!.AsArray().Count);
    }

    /// <summary>188 of 200 are 94 %: below 95 % and above 90 %. Terms of January on, put into force in April, would make a failure of the
    /// past no failure; what they move is seen first.</summary>
    [Fact]
    public async Task Terms_of_the_past_are_put_into_force_by_whoever_has_seen_what_they_move()
    {
        const string March = $"{Contract}/versions/2026-03-01";
        var file = Terms.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-03-01").Replace("95 %", "90 %");
        await using var service = await WithContract();
        service.Clock.AdvanceDays(60);
        await service.Send(Sample("first-return.csv").Replace("2026-01", "2026-03"));
        using var manager = service.As("manager");
        using var drafted = await manager.PutAsync(March, Yaml(file));
        var comparison = JsonNode.Parse(await drafted.Content.ReadAsStringAsync())!["comparison"]!;
        var moved = Assert.Single(comparison["periods"]!.AsArray())!;
        Assert.Equal(("2026-03", 1), ((string)moved["period"]!, (int)moved["results"]!));
        Assert.Equal(comparison.ToJsonString(), (await service.Get($"{March}/comparison")).ToJsonString());
        using var supplier = service.As("supplier");
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{March}/comparison")));

        Assert.Equal("428 comparison-missing", await Refusal(await Activate("""{"reason":"agreed"}""")));
        Assert.Equal("409 comparison-changed", await Refusal(await Activate("""{"reason":"agreed","comparison":"0000"}""")));
        await service.Send(Sample("first-return.csv").Replace("2026-01", "2026-03").Replace("188", "190"));
        Assert.Equal("409 comparison-changed", await Refusal(await Activate($$"""{"reason":"agreed","comparison":{{comparison["sha256"]!.ToJsonString()}}}""")));
        await service.Send(Sample("first-return.csv").Replace("2026-01", "2026-03").Replace("188", "187"));
        var now = await service.Get($"{March}/comparison");
        using var activated = await Activate($$"""{"reason":"agreed","comparison":{{now["sha256"]!.ToJsonString()}}}""");
        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        var entry = (await service.Get($"{Contract}/history"))["items"]!.AsArray().Last(h => (string)h!["what"]! == "terms put into force")!;
        Assert.Contains("moves 1 Service Period from 2026-03 on: points 0 to 0, payable 0.00 to 0.00", (string)entry["detail"]!);

        Task<HttpResponseMessage> Activate(string body) =>
            manager.SendAsync(Request(HttpMethod.Post, $"{March}/activate", Json(body), ("If-Match", drafted.Headers.ETag!.ToString())));
    }

    [Fact]
    public async Task Terms_for_a_day_to_come_are_not_in_force_yet()
    {
        await using var service = await WithContract();
        var july = Terms.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-07-01");
        await service.Activate(july);
        Assert.Equal(["2026-01-01 inForce True", "2026-07-01 coming False"], await States());
        service.Clock.AdvanceDays(200);
        Assert.Equal(["2026-01-01 superseded False", "2026-07-01 inForce True"], await States());

        async Task<IEnumerable<string>> States() => (await service.Get($"{Contract}/versions"))["versions"]!.AsArray().Select(v => $"{v!["effectiveFrom"]} {v["state"]} {(bool)v["inForce"]!}");
    }

    [Fact]
    public async Task A_draft_can_be_discarded_and_the_trail_says_so()
    {
        const string July = $"{Contract}/versions/2026-07-01";
        await using var service = await WithContract();
        using var manager = service.As("manager");
        var file = Terms.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-07-01");
        using var drafted = await manager.PutAsync(July, Yaml(file));
        Assert.Equal("428 if-match-missing", await Refusal(await manager.DeleteAsync(July)));
        Assert.Equal("412 changed", await Refusal(await manager.SendAsync(Request(HttpMethod.Delete, July, null, ("If-Match", "\"0000\"")))));
        using var gone = await manager.SendAsync(Request(HttpMethod.Delete, July, null, ("If-Match", drafted.Headers.ETag!.ToString())));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal("404 not-found", await Refusal(await manager.GetAsync(July)));
        Assert.Equal("404 not-found", await Refusal(await manager.SendAsync(Request(HttpMethod.Delete, July, null, ("If-Match", drafted.Headers.ETag!.ToString())))));
        Assert.Equal("409 in-force", await Refusal(await manager.DeleteAsync(Version)));
        var last = (await service.Get($"{Contract}/history"))["items"]!.AsArray().Single(h => (string)h!["what"]! == "draft discarded")!;
        Assert.Equal(("terms of 2026-07-01", "development/manager"), ((string)last["to"]!, (string)last["by"]!));
        using var anew = await manager.PutAsync(July, Yaml(file));
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
    }

    /// <summary>As 'sla lint' has it of both files: what came before a variation is known where the terms before it are in force.</summary>
    [Fact]
    public async Task A_draft_is_checked_beside_the_terms_in_force()
    {
        const string ladder = "/api/v1/contracts/riverside-ict/versions";
        await using var service = await WithContract();
        using var manager = service.As("manager");
        using var first = await manager.PutAsync($"{ladder}/2024-04-01", Yaml(Sample("msc-ladder/contract-2024-04.yaml")));
        using var before = await manager.PutAsync($"{ladder}/2025-04-01", Yaml(Sample("msc-ladder/contract-2025-04.yaml")));
        Assert.Equal(["rolling-base-unknown"], await Findings(before));

        var activate = Request(HttpMethod.Post, $"{ladder}/2024-04-01/activate", Json("""{"reason":"signed"}"""));
        activate.Headers.IfMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await manager.SendAsync(activate)).StatusCode);
        var replace = Request(HttpMethod.Put, $"{ladder}/2025-04-01", Yaml(Sample("msc-ladder/contract-2025-04.yaml")));
        replace.Headers.IfMatch.Add(before.Headers.ETag!);
        Assert.Empty(await Findings(await manager.SendAsync(replace)));

        static async Task<string[]> Findings(HttpResponseMessage answer) =>
            [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["findings"]!.AsArray().Select(f => (string)f!["code"]!)];
    }

    [Theory]
    [InlineData("GET", "/api/v1/contracts/none-such/versions", "404 no-such-contract")]
    [InlineData("GET", "/api/v1/contracts/No'Such/versions", "404 no-such-contract")]
    [InlineData("GET", $"{Contract}/versions/2026-13-01", "404 not-found")]
    [InlineData("GET", $"{Contract}/versions/2026-02-01", "404 not-found")]
    [InlineData("PUT", $"{Contract}/versions/tomorrow", "404 not-found")]
    [InlineData("PUT", Version, "400 bad-request")]
    public async Task What_is_not_there_and_what_is_empty_is_refused(string method, string address, string refusal)
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        Assert.Equal(refusal, await Refusal(await manager.SendAsync(Request(new(method), address, method == "PUT" ? Yaml("") : null))));
    }
}
