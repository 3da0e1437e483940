using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

/// <summary>Every request to storage costs money and time: a page takes few, and no more of them for a longer history.</summary>
public class RequestCountTests
{
    private const int Most = 4;

    [Fact]
    public async Task A_page_costs_at_most_four_requests_however_long_the_history()
    {
        await using var service = await WithContract();
        var receipt = await service.Send(Sample("first-return.csv"));
        var young = await Counts(service, receipt["id"]!.ToString());
        for (var revision = 2; revision <= 12; revision++)
        {
            service.Clock.AdvanceMinutes(1);
            await service.Send(Sample("first-return.csv").Replace("188", $"{188 - revision}"));
        }

        service.Clock.AdvanceDays(300);
        await service.Send(Sample("first-return.csv").Replace("188", "190"));
        Assert.Equal(young, await Counts(service, receipt["id"]!.ToString()));
        Assert.All(young, count => Assert.InRange(int.Parse(count.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 1, Most));
    }

    private static async Task<IReadOnlyList<string>> Counts(ApiService service, string receipt)
    {
        string[] addresses =
        [
            "/api/v1/contracts", "/api/v1/breaches", Contract, $"{Contract}/versions", $"{Contract}/versions/2026-01-01", $"{Contract}/versions/2026-01-01/diff/2026-01-01",
            $"{Contract}/history", $"{Contract}/returns", $"{Contract}/returns/receipts/{receipt}", $"{Contract}/returns/2026-01/1", $"{Contract}/decisions",
            $"{Contract}/assessments", $"{Contract}/assessments?knownAt=2026-02-10T09:00:00Z", $"{Contract}/assessments/current", $"{Contract}/assessments/1",
            $"{Contract}/assessments/current/periods/2026-01", $"{Contract}/assessments/1/delta/current", $"{Contract}/assessments/1/delta/2/results",
            $"{Contract}/credits", $"{Contract}/breaches", $"{Contract}/due", $"{Contract}/dates", $"{Contract}/alerts", $"{Contract}/audit",
        ];
        using var manager = service.As("manager");
        await service.Get(manager, Contract);
        var counts = new List<string>();
        foreach (var address in addresses)
        {
            service.Requests.Forget();
            await service.Get(manager, address);
            counts.Add($"{service.Requests.Kept.Count} {address}");
        }

        return counts;
    }
}
