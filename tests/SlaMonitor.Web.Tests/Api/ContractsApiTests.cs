using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.Service.Access;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class ContractsApiTests
{
    private static string Of(string code) => Sample("first-contract.yaml").Replace("contract: my-first ", $"contract: {code} ");

    /// <summary>Its only return is overdue from 15 January's tenth working day on: what is most pressing comes first.</summary>
    [Fact]
    public async Task They_come_by_what_needs_attention_and_page_by_page()
    {
        await using var service = await Start(NodaTime.Instant.FromUtc(2026, 2, 20, 9, 0));
        foreach (var code in (string[])["a-third", "b-second", "c-first"]) await service.Activate(Of(code));
        await service.Work();
        // 190 of 200 is 95 %, the target: of the two others the returns stay overdue.
        await service.Send(Sample("first-return.csv").Replace("my-first", "a-third").Replace("188", "190"), "/api/v1/contracts/a-third");

        using var supplier = service.As("supplier");
        var page = await service.Get(supplier, "/api/v1/contracts?limit=2");
        Assert.Equal(["b-second returnOverdue", "c-first returnOverdue"], page["items"]!.AsArray().Select(c => $"{c!["contract"]} {c["attention"]}"));
        var rest = await service.Get(supplier, $"/api/v1/contracts?limit=2&cursor={page["next"]}");
        Assert.Equal(["a-third"], rest["items"]!.AsArray().Select(c => (string)c!["contract"]!));
        Assert.Null(rest["next"]);
        Assert.Equal("0.00", (string)rest["items"]![0]!["payable"]!);
    }

    /// <summary>January and February failed, and the returns of March and April have not come by 20 May: what failed before the last
    /// Service Period is history, and of the two overdue returns the first is named.</summary>
    [Fact]
    public async Task Each_reason_is_named_and_what_is_history_is_not_counted()
    {
        await using var service = await Start(NodaTime.Instant.FromUtc(2026, 5, 20, 9, 0));
        await service.Activate(Of("my-first"));
        foreach (var period in (string[])["2026-01", "2026-02"]) await service.Send(Sample("first-return.csv").Replace("2026-01", period));
        var overdue = (await service.Get(Contract))["inSum"]!;
        // Two returns, April failed for want of its own, and the end of the term within two years.
        Assert.Equal(("returnOverdue", 4), ((string)overdue["attention"]!, (int)overdue["alerts"]!));
        foreach (var reason in (string[])["The return for 2026-03 was due on 16 April 2026 and has not come.", " And 1 more like it.", "KPI1 "])
            Assert.Contains(reason, (string)overdue["why"]!);
        foreach (var period in (string[])["2026-03", "2026-04"]) await service.Send(Sample("first-return.csv").Replace("2026-01", period));
        var breach = (await service.Get(Contract))["inSum"]!;
        Assert.Equal("breach", (string)breach["attention"]!);
        // April's failure, the figure of April that does not agree with its parts (95 % stated, 94 % found), and the end of the term.
        Assert.Equal(3, (int)breach["alerts"]!);
        Assert.DoesNotContain("2026-03", (string)breach["why"]!);
    }

    [Fact]
    public async Task Whoever_has_been_given_some_sees_those_alone()
    {
        await using var service = await Start();
        string[] all = ["a", "b", "c", "d", "e", "f"];
        foreach (var code in all) await service.Activate(Of(code));
        await service.Work();
        using var supplier = service.As("supplier");
        foreach (var given in (string[][])[[], ["b"], ["b", "f"], ["a", "c", "d", "f"], [.. all, "not-there-yet"]])
        {
            service.Given["development/supplier"] = Assignments.To(given);
            service.Requests.Forget();
            var page = await service.Get(supplier, "/api/v1/contracts?limit=3");
            Assert.InRange(service.Requests.Kept.Count, 0, 3);
            var next = page["next"] is { } cursor ? (await service.Get(supplier, $"/api/v1/contracts?limit=3&cursor={cursor}"))["items"]!.AsArray() : [];
            Assert.Equal(given.Intersect(all), page["items"]!.AsArray().Concat(next).Select(c => (string)c!["contract"]!));
        }

        service.Given["development/supplier"] = Assignments.To("b");
        foreach (var address in (string[])["", "/versions", "/returns", "/decisions", "/assessments", "/credits", "/breaches", "/due", "/alerts", "/audit", "/no-such-page"])
            Assert.Equal(
                address == "/no-such-page" ? "404 not-found" : "404 no-such-contract", await Refusal(await supplier.GetAsync($"/api/v1/contracts/a{address}")));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=Y29udHJhY3RzCjB-YScgb3IgMSBlcSAx")] // contracts\n0~a' or 1 eq 1
    [InlineData("cursor=YXVkaXQKMQ")] // audit\n1
    public async Task A_cursor_that_is_not_of_this_list_is_refused(string query)
    {
        await using var service = await Start();
        using var supplier = service.As("supplier");
        Assert.Equal("400 bad-cursor", await Refusal(await supplier.GetAsync($"/api/v1/contracts?{query}")));
        Assert.Equal("400 bad-cursor", await Refusal(await supplier.GetAsync($"/api/v1/breaches?{query}")));
    }

    [Fact]
    public async Task One_is_known_by_its_version()
    {
        await using var service = await WithContract();
        using var auditor = service.As("auditor");
        using var read = await auditor.GetAsync(Contract);
        var answer = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        Assert.Equal(("Help desk", 1, "2026-02-10T09:00:00Z"), ((string)answer["inSum"]!["title"]!, (int)answer["assessment"]!, (string)answer["changedAt"]!));
        var tag = read.Headers.ETag!.ToString();
        using var same = await auditor.SendAsync(Request(HttpMethod.Get, Contract, null, ("If-None-Match", tag)));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await service.Send(Sample("first-return.csv"));
        using var other = await auditor.SendAsync(Request(HttpMethod.Get, Contract, null, ("If-None-Match", tag)));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal("404 no-such-contract", await Refusal(await auditor.GetAsync("/api/v1/contracts/none-such")));
    }
}
