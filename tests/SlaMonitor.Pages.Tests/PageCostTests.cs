using System.Diagnostics;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Pages.Tests;

/// <summary>What a page of the client's costs: at most four requests to storage, as many for two years as for one month, and little time.</summary>
public class PageCostTests
{
    private const int Most = 4;

    /// <summary>On a busy machine with two cores; by itself a page takes a few tens of milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_page_costs_at_most_four_requests_however_long_the_history()
    {
        await using var young = await WithContract();
        // Stated as its figures come to: a return with warnings costs a statement one request more, for its receipt.
        await young.Send(Sample("first-return.csv").Replace("95 %", "94 %"));
        var few = await Counts(young, "my-first", "2026-01", "KPI1", "2026-01-01");
        var many = await Counts(await Riverside.ToLookAt, "riverside-ict", "2024-12", "KPI1", "2024-04-01");
        Assert.Equal(few, many);
        Assert.All(few, count => Assert.InRange(count.Requests, 1, Most));
    }

    private static async Task<IReadOnlyList<(string Page, int Requests)>> Counts(ApiService service, string contract, string period, string indicator, string terms)
    {
        string[] pages =
        [
            "/contracts", "/contracts?attention=Breach", $"/contracts?search={contract}", "/contracts/{0}", "/contracts/{0}?months=24", "/contracts/{0}/results.csv", "/contracts/{0}/breaches",
            "/contracts/{0}/breaches?all=true", "/contracts/{0}/periods/{1}", "/contracts/{0}/periods/{1}/breaches/{2}", "/contracts/{0}/periods/{1}/breaches/{2}/accept-relief",
            "/contracts/{0}/credits", "/contracts/{0}/terms", "/contracts/{0}/terms/{3}", "/contracts/{0}/audit", "/contracts/{0}/known?on=2026-04-20",
        ];
        using var manager = service.As("manager");
        manager.DefaultRequestHeaders.Add("Accept", "text/html");
        // The first form needs the keys of its tokens.
        using var first = await manager.GetAsync("/contracts");
        var counts = new List<(string, int)>();
        foreach (var page in pages)
        {
            var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, page, contract, period, indicator, terms);
            service.Requests.Forget();
            var begun = Stopwatch.GetTimestamp();
            using var answer = await manager.GetAsync(address);
            var took = Stopwatch.GetElapsedTime(begun);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.True(took < Patience, $"{address} took {took}.");
            counts.Add((page.StartsWith("/contracts?search", StringComparison.Ordinal) ? "search" : page, service.Requests.Kept.Count));
        }

        return counts;
    }
}
