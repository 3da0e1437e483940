using System.Net;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>What keeps the pages and whoever uses them safe, and what a page costs.</summary>
public class SafetyTests
{
    private const string Period = "/contracts/my-first/periods/2026-01";

    [Fact]
    public async Task A_form_that_no_page_of_ours_was_shown_with_does_nothing()
    {
        await using var service = await ApiService.WithContract();
        await service.Send(ApiService.Sample("first-return.csv"));
        using var supplier = service.As("supplier");
        foreach (var path in (string[])
        [
            $"{Period}/return/upload", $"{Period}/return/figures", $"{Period}/return/findings", $"{Period}/return/send", $"{Period}/return/nothing",
            $"{Period}/return/1/withdraw", $"{Period}/results/KPI1/relief", $"{Period}/results/KPI1/dispute",
        ])
        {
            using var forged = new FormUrlEncodedContent([new("reason", "x"), new("complete", "yes"), new("form", "made up")]);
            using var answer = await supplier.PostAsync(path, forged);
            Assert.True(await ApiService.Refusal(answer) == "400 form-out-of-date", path);
        }

        var stored = await service.Stores.Register.Load("my-first");
        Assert.Single(stored.Returns);
        Assert.Empty(stored.Decisions);
    }

    [Fact]
    public async Task Every_page_forbids_script_and_style_of_others_and_of_its_own_text()
    {
        await using var service = await ApiService.WithContract();
        using var supplier = service.As("supplier");
        foreach (var path in (string[])["/", "/contracts/my-first/returns", $"{Period}/return", $"{Period}/return/upload"])
        {
            using var page = await supplier.GetAsync(path);
            Assert.Equal(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                page.Headers.GetValues("Content-Security-Policy").Single());
            Assert.True(page.Headers.CacheControl!.NoStore);
            var html = await page.Content.ReadAsStringAsync();
            Assert.DoesNotContain(" style=", html);
            Assert.DoesNotContain("<script>", html);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back_and_a_program_is_told()
    {
        await using var service = await ApiService.WithContract();
        using var nobody = new HttpClient(SlaMonitor.Web.Tests.Hosting.Loopback.Handler()) { BaseAddress = service.Address };
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var led = await nobody.GetAsync("/contracts/my-first/returns?all=true");
        Assert.Equal(HttpStatusCode.Found, led.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fcontracts%2Fmy-first%2Freturns%3Fall%3Dtrue", led.Headers.Location!.ToString());
        nobody.DefaultRequestHeaders.Accept.Clear();
        using var told = await nobody.GetAsync("/contracts/my-first/returns");
        Assert.Equal("401 not-signed-in", await ApiService.Refusal(told));
    }

    [Fact]
    public async Task A_page_costs_at_most_four_requests_to_storage_however_long_the_history()
    {
        await using var service = await ApiService.WithContract();
        var receipt = await service.Send(ApiService.Sample("first-return.csv"));
        var young = await Counts(service, receipt["id"]!.ToString());
        for (var revision = 2; revision <= 12; revision++)
        {
            service.Clock.AdvanceMinutes(1);
            await service.Send(ApiService.Sample("first-return.csv").Replace("188", $"{188 - revision}"));
        }

        service.Clock.AdvanceDays(300);
        await service.Send(ApiService.Sample("first-return.csv").Replace("188", "190"));
        Assert.Equal(young, await Counts(service, receipt["id"]!.ToString()));
        Assert.All(young, count => Assert.InRange(int.Parse(count.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 0, 4));
    }

    private static async Task<IReadOnlyList<string>> Counts(ApiService service, string receipt)
    {
        using var supplier = service.As("supplier");
        var counts = new List<string>();
        foreach (var path in (string[])
        [
            "/", "/returns", "/contracts/my-first/returns", $"{Period}/return", $"{Period}/return/template/xlsx", $"{Period}/return/upload", $"{Period}/return/figures",
            $"{Period}/return/nothing", $"{Period}/return/receipts/{receipt}", $"{Period}/return/1/withdraw", "/contracts/my-first/results", $"{Period}/results",
            $"{Period}/results/KPI1/relief", $"{Period}/results/KPI1/dispute",
        ])
        {
            service.Requests.Forget();
            using var page = await supplier.GetAsync(path);
            Assert.True((int)page.StatusCode < 400, $"{path}: {page.StatusCode}");
            counts.Add($"{service.Requests.Kept.Count} {path}");
        }

        return counts;
    }
}
