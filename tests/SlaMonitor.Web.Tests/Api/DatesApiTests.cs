using System.Text.Json.Nodes;
using NodaTime.Text;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class DatesApiTests
{
    /// <summary>January ends on a Saturday, so its ten working days are 2 to 6 and 9 to 13 February 2026. The term of two years ends on
    /// 31 December 2027.</summary>
    [Fact]
    public async Task Returns_are_due_until_they_have_come()
    {
        await using var service = await WithContract();
        var due = await service.Get($"{Contract}/due");
        Assert.Equal("2026-02-10", (string)due["asOf"]!);
        Assert.Equal("return 2026-01 2026-02-13 awaited", Line(due["due"]![0]!));
        Assert.Equal("return 2026-02 2026-03-13 the Service Period has not ended", Line(due["due"]![1]!));
        Assert.Contains("contractEnd end 2027-12-31 runs", due["due"]!.AsArray().Select(d => Line(d!)));
        await service.Send(Sample("first-return.csv"));
        Assert.StartsWith("return 2026-02 ", Line((await service.Get($"{Contract}/due"))["due"]![0]!));
        using var supplier = service.As("supplier");
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.GetAsync("/api/v1/contracts/none-such/due")));

        static string Line(JsonNode due) => $"{due["event"]} {due["of"]} {due["on"]} {due["status"]}";
    }

    /// <summary>The same dates as the command line prints, looked at on today of the contract's zone: at 23:30 UTC on 30 June London has 1 July,
    /// in the night the clocks go forward (29 March, at 01:00) and back (25 October) the day is the one before and after the hour.</summary>
    [Theory]
    [InlineData("2026-06-30T22:59:00Z", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01")]
    [InlineData("2026-03-28T23:59:00Z", "2026-03-28")]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29")]
    [InlineData("2026-03-29T01:30:00Z", "2026-03-29")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-25")]
    public async Task Dates_are_looked_at_on_the_day_in_the_contract_s_zone(string now, string asOf)
    {
        await using var service = await WithContract(InstantPattern.ExtendedIso.Parse(now).Value);
        var dates = await service.Get($"{Contract}/dates");
        Assert.Equal((asOf, "2026-01-01"), ((string)dates["asOf"]!, (string)dates["termsFrom"]!));
        var end = dates["dates"]![0]!;
        Assert.Equal(("end", "currentEnd", "2027-12-31", "coming"), ((string)end["key"]!, (string)end["kind"]!, (string)end["day"]!, (string)end["state"]!));
        Assert.Equal("1 January 2026 + 2 years = 1 January 2028, less 1 day", (string)end["working"]![0]!["arithmetic"]!);
    }

    [Fact]
    public async Task Dates_can_be_looked_at_on_another_day()
    {
        await using var service = await WithContract();
        Assert.Equal("passed", (string)(await service.Get($"{Contract}/dates?asOf=2028-01-01"))["dates"]![0]!["state"]!);
        using var supplier = service.As("supplier");
        Assert.Equal("422 invalid bad-value", await Refusal(await supplier.GetAsync($"{Contract}/dates?asOf=tomorrow")));
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.GetAsync("/api/v1/contracts/none-such/dates")));
    }

    [Fact]
    public async Task Alerts_stand_and_end()
    {
        await using var service = await WithContract();
        await service.Send(Sample("first-return.csv"));
        var standing = (await service.Get($"{Contract}/alerts"))["items"]!.AsArray();
        Assert.Contains(standing, a => (string)a!["event"]! == "breach" && (string)a["subject"]! == "KPI1");
        await service.Send(Sample("first-return.csv").Replace("188", "190"));
        Assert.DoesNotContain((await service.Get($"{Contract}/alerts"))["items"]!.AsArray(), a => (string)a!["event"]! == "breach");

        var all = new List<string>();
        for (var address = $"{Contract}/alerts?ended=true&limit=1"; ;)
        {
            var page = await service.Get(address);
            all.AddRange(page["items"]!.AsArray().Select(a => $"{a!["key"]} {a["stands"]}"));
            if (page["next"] is not { } next) break;
            address = $"{Contract}/alerts?ended=true&limit=1&cursor={next}";
        }

        Assert.Contains(all, a => a.Contains("KPI1", StringComparison.Ordinal) && a.EndsWith(" false", StringComparison.Ordinal));
        Assert.Equal(all.Count, all.Distinct().Count());
        using var supplier = service.As("supplier");
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.GetAsync("/api/v1/contracts/none-such/alerts")));
        Assert.Equal("400 bad-cursor", await Refusal(await supplier.GetAsync($"{Contract}/alerts?limit=0")));
    }
}
