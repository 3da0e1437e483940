using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Tests.Hosting;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class LinksApiTests
{
    private const string Links = $"{Contract}/returns/2026-01/links";

    private static readonly string Sound = Sample("first-return.csv").Replace("188", "190");

    [Fact]
    public async Task A_link_is_shown_once_sends_and_ends_after_fourteen_days()
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        using var given = await manager.PostAsync(Links, null);
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        var link = JsonNode.Parse(await given.Content.ReadAsStringAsync())!;
        var (token, id) = ((string)link["token"]!, (string)link["id"]!);
        Assert.Equal(LinkToken.HashOf(token), id);
        Assert.Equal(("my-first", "2026-01", "2026-02-24T09:00:00Z"), ((string)link["contract"]!, (string)link["period"]!, (string)link["expires"]!)); // 10 February + 14
        Assert.Equal($"{Links}/{id}", given.Headers.Location!.ToString());

        using var bearer = service.ByLink(token);
        using var sent = await bearer.PostAsync($"{Contract}/returns", Csv(Sound));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        await service.Work();

        var trail = (await service.Get($"{Contract}/audit"))["items"]!.AsArray();
        var row = trail.Single(r => (string)r!["what"]! == "upload link given")!;
        Assert.Equal(
            ("development/manager", $"upload link {id}", "for 2026-01, good until 2026-02-24T09:00:00Z"), ((string)row["by"]!, (string)row["to"]!, (string)row["detail"]!));
        Assert.Contains(trail, r => (string)r!["by"]! == $"link/{id}");

        var everything = await Everything.In(service.Stores.Account);
        Assert.Contains(everything, line => line.Contains(id));
        Assert.DoesNotContain(everything, line => line.Contains(token));
        Assert.DoesNotContain(service.Logs.Lines, line => line.Contains(token));

        service.Clock.Advance(Duration.FromDays(14) - Duration.FromSeconds(1));
        Assert.Equal("400 bad-request", await Refusal(await bearer.PostAsync($"{Contract}/returns", Csv(""))));
        service.Clock.AdvanceSeconds(1);
        Assert.Equal("401 not-signed-in", await Refusal(await bearer.PostAsync($"{Contract}/returns", Csv(""))));
    }

    [Fact]
    public async Task A_link_taken_back_is_worth_nothing_and_the_trail_says_so()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var given = await supplier.PostAsync($"{Links}?days=60", null);
        var link = JsonNode.Parse(await given.Content.ReadAsStringAsync())!;
        Assert.Equal("2026-04-11T09:00:00Z", (string)link["expires"]!); // 18 days of February, 31 of March, 11 of April
        using var bearer = service.ByLink((string)link["token"]!);
        Assert.Equal("400 bad-request", await Refusal(await bearer.PostAsync($"{Contract}/returns", Csv(""))));
        // A link gives no further ones and takes none back.
        Assert.Equal("403 forbidden", await Refusal(await bearer.PostAsync(Links, null)));
        Assert.Equal("403 forbidden", await Refusal(await bearer.DeleteAsync(given.Headers.Location)));

        Assert.Equal("404 not-found", await Refusal(await supplier.DeleteAsync($"{Contract}/returns/2026-02/links/{link["id"]}")));
        using var manager = service.As("manager");
        Assert.Equal(HttpStatusCode.NoContent, (await manager.DeleteAsync(given.Headers.Location)).StatusCode);
        Assert.Equal("401 not-signed-in", await Refusal(await bearer.PostAsync($"{Contract}/returns", Csv(""))));
        Assert.Equal("404 not-found", await Refusal(await manager.DeleteAsync(given.Headers.Location)));
        var trail = (await service.Get($"{Contract}/audit"))["items"]!.AsArray();
        Assert.Equal(
            [("development/manager", "upload link taken back", $"upload link {link["id"]}"), ("development/supplier", "upload link given", $"upload link {link["id"]}")],
            trail.Where(r => ((string)r!["what"]!).StartsWith("upload link", StringComparison.Ordinal)).Select(r => ((string)r!["by"]!, (string)r["what"]!, (string)r["to"]!)));
    }

    [Fact]
    public async Task Links_are_for_periods_there_are_and_for_sixty_days_at_most()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        var before = await Everything.In(service.Stores.Account);
        foreach (var days in (string[])["0", "61", "-1"])
            Assert.Equal("422 invalid days-out-of-range", await Refusal(await supplier.PostAsync($"{Links}?days={days}", null)));
        Assert.Equal("400 bad-request", await Refusal(await supplier.PostAsync($"{Links}?days=many", null)));
        foreach (var period in (string[])["2025-12", "2026-03", "2026-1", "january"]) // good until 24 February, when March has not begun
            Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync($"{Contract}/returns/{period}/links", null)));
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.PostAsync("/api/v1/contracts/none-such/returns/2026-01/links", null)));
        Assert.Equal("404 not-found", await Refusal(await supplier.DeleteAsync($"{Links}/{new string('0', 64)}")));
        Assert.Equal("404 not-found", await Refusal(await supplier.DeleteAsync($"{Links}/some'or'PartitionKey")));
        using var auditor = service.As("auditor");
        Assert.Equal("403 forbidden", await Refusal(await auditor.PostAsync(Links, null)));
        Assert.Equal(before, await Everything.In(service.Stores.Account));
        Assert.Equal(HttpStatusCode.Created, (await supplier.PostAsync($"{Contract}/returns/2026-03/links?days=20", null)).StatusCode);
    }
}
