using System.Text.Json.Nodes;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class AuditApiTests
{
    [Fact]
    public async Task The_trail_comes_latest_first_and_page_by_page()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        using var auditor = service.As("auditor");
        var rows = new List<JsonNode>();
        for (var address = $"{Contract}/audit?limit=2"; ;)
        {
            var page = await service.Get(auditor, address);
            rows.AddRange(page["items"]!.AsArray().Select(r => r!));
            if (page["next"] is not { } next) break;
            address = $"{Contract}/audit?limit=2&cursor={next}";
        }

        Assert.Equal(Enumerable.Range(1, rows.Count).Reverse(), rows.Select(r => (int)r["number"]!));
        Assert.Equal("terms put into force", (string)rows[^1]["what"]!);
        Assert.Contains(rows, r => (string)r["what"]! == "return accepted" && (string)r["by"]! == "development/supplier");
        using var supplier = service.As("supplier");
        foreach (var page in (string[])["audit", "history"])
        {
            Assert.Equal("403 forbidden", await Refusal(await supplier.GetAsync($"{Contract}/{page}")));
            Assert.Equal("404 no-such-contract", await Refusal(await auditor.GetAsync($"/api/v1/contracts/none-such/{page}")));
            Assert.Equal("400 bad-cursor", await Refusal(await auditor.GetAsync($"{Contract}/{page}?cursor=x")));
        }
    }
}
