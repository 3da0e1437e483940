using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Tests.Api;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>Messages are written where no route is known; so what they link to is asked of the service here.</summary>
public class MessageLinksTests
{
    private const string Terms = """
        contract: linked
        title: Help desk
        client: Our council
        supplier: Our supplier
        effectiveFrom: 2026-01-01
        term: { start: 2026-01-01, initial: 2 years }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: worstRung }
        charges: { perPeriod: 80000.00 }
        credits: { servicePoints: { perPoint: 0.1 %, caps: [{ at: 12 %, of: chargesOfPeriod }] } }
        indicators:
          KPI1: { title: Resolved in time, kind: KPI, better: higher, measure: { ratio: { of: in time, to: all } }, ladder: { target: { from: 95 % }, failed: { points: 1 } } }
          Calls 2/a: { title: Answered in time, kind: KPI, better: higher, measure: { ratio: { of: in time, to: all } }, ladder: { target: { from: 95 % }, failed: { points: 1 } } }
        """;

    [Fact]
    public async Task Every_message_leads_to_a_page_that_its_reader_may_open()
    {
        await using var service = await ApiService.Start();
        await service.Activate(Terms);
        await service.Send(ApiService.Sample("first-return.csv").Replace("my-first", "linked", StringComparison.Ordinal) + "Calls 2/a,of,1\nCalls 2/a,to,2\n", "/api/v1/contracts/linked");
        using var manager = service.As("manager");
        manager.DefaultRequestHeaders.Add("Accept", "text/html");
        foreach (var alert in Enum.GetValues<AlertEvent>().Select(Some)
            .Append(Some(AlertEvent.ReturnRefused) with { Of = RefusedReturn.NoPeriod }).Append(Some(AlertEvent.Breach) with { Subject = "Calls 2/a" }))
        {
            var (path, part) = PageAddress.Of("linked", alert).Split('#') is [var page, var id] ? (page, id) : (PageAddress.Of("linked", alert), null);
            using var answer = await manager.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{alert.Event}: {path} is {(int)answer.StatusCode}");
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Contains("</html>", html, StringComparison.Ordinal);
            if (part is not null) Assert.Contains($" id=\"{part}\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://sla.example.gov.uk", "https://sla.example.gov.uk/")]
    [InlineData(null, null)]
    public async Task The_public_address_is_said_once_for_pages_and_messages(string? setting, string? site)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Web:PublicAddress"] = setting }).Build();
        var services = new ServiceCollection().AddSingleton<IClock>(new FakeClock(ApiService.February)).AddSlaWork(await OwnStorage.Begin(), configuration);
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(site, provider.GetRequiredService<NoticeChannels>().Site?.AbsoluteUri);
    }

    private static RegisteredAlert Some(AlertEvent @event) => RegisteredAlert.From(new("linked", @event, "KPI1", "2026-01", null, null, "Something."), 1, ApiService.February);
}
