using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>Somebody without an account, with a link for one contract and one Service Period.</summary>
public class LinkTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_opens_the_way_of_one_return_and_nothing_else(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        var (token, id) = await Give(service);
        await using var person = await Person.At(service, hasScript);
        Assert.Equal(200, await person.Open($"/link/{token}"));
        await person.HasNoBarrier();
        await person.Picture($"link-{hasScript}");
        await person.Press("Continue");
        Assert.Equal("/contracts/my-first/periods/2026-01/return", person.Path);
        Assert.Equal("Return for January 2026", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture($"link-return-{hasScript}");
        await person.Follow("Upload a file");
        await person.Attach("january.csv", Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv").Replace("95 %", "94 %")));
        await person.Press("Continue");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        var receipt = person.Path;
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
        await person.HasNoBarrier();

        foreach (var (path, status) in ((string, int)[])
        [
            ("/contracts/my-first/returns", 403), ("/contracts/my-first/results", 403), ("/contracts/my-first/periods/2026-01/results", 403),
            ("/contracts/my-first/periods/2026-01/results/KPI1/relief", 403), ("/contracts/my-first/periods/2026-02/return", 403),
            ("/contracts/my-first/periods/2026-01/return/1/withdraw", 404), ("/contracts/another/periods/2026-01/return", 404), ("/api/v1/me", 403),
        ])
            Assert.True(status == await person.Open(path), $"{path} is not {status}");

        using var manager = service.As("manager");
        using var takenBack = await manager.DeleteAsync($"{ApiService.Contract}/returns/2026-01/links/{id}");
        await person.Open(receipt);
        Assert.StartsWith("/sign-in", person.Path);
    }

    [Fact]
    public async Task What_others_sent_is_not_there_and_a_link_that_is_not_good_says_so()
    {
        await using var service = await ApiService.WithContract();
        var others = await service.Send(ApiService.Sample("first-return.csv"));
        var (token, _) = await Give(service);
        await using var person = await Person.At(service, hasScript: true);
        await person.Open($"/link/{token}");
        await person.Press("Continue");
        Assert.DoesNotContain("Revision", await person.Text());
        Assert.Equal(404, await person.Open($"/contracts/my-first/periods/2026-01/return/receipts/{others["id"]}"));
        await person.Open($"/link/{new string('a', 43)}");
        Assert.Equal("This link is not good", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture("link-bad");
        service.Clock.AdvanceDays(15);
        Assert.Equal(200, await person.Open($"/link/{token}"));
        Assert.Equal("This link is not good", await person.Heading());
    }

    private static async Task<(string Token, string Id)> Give(ApiService service)
    {
        using var manager = service.As("manager");
        using var given = await manager.PostAsync($"{ApiService.Contract}/returns/2026-01/links", null);
        var link = JsonNode.Parse(await given.Content.ReadAsStringAsync())!;
        await service.Work();
        return (link["token"]!.ToString(), link["id"]!.ToString());
    }
}
