using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Service.Notices.Digests;
using SlaMonitor.Web.Tests.Hosting;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

/// <summary>The link in a digest, by somebody who has no account.</summary>
public class DigestsApiTests
{
    private static readonly DigestLinks Links = new(new() { Secret = "a2tra2tra2tra2tra2tra2tra2tra2tr", Address = new("https://sla.council.example") });

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_form_behind_it_ends_the_digest()
    {
        await using var service = await WithContract(also: s => s.AddSingleton(Links));
        using var manager = service.As("manager");
        using var named = await manager.PutAsync($"{Contract}/recipients", Json("""{"reason":"as agreed","recipients":[{"id":"ann","role":"contractManager","way":"mail","address":"ann@council.example","awayUntil":null,"farAhead":"digest"}]}"""));
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);

        using var anybody = new HttpClient(Loopback.Handler()) { BaseAddress = service.Address };
        var link = Links.Of("my-first", "ann").PathAndQuery;
        using var page = await anybody.GetAsync(link);
        Assert.Contains("<form method=\"post\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("digest", await FarAhead());
        foreach (var once in (int[])[1, 2])
        {
            using var ended = await anybody.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
            Assert.True(ended.StatusCode == HttpStatusCode.OK, $"time {once}: {ended.StatusCode}");
        }

        Assert.Equal("screen", await FarAhead());
        Assert.DoesNotContain(service.Logs.Lines, l => l.Contains(link.Split("signature=")[1], StringComparison.Ordinal));

        async Task<string> FarAhead() => (string)(await service.Get($"{Contract}/recipients"))["recipients"]![0]!["farAhead"]!;
    }

    [Fact]
    public async Task Any_other_link_leads_nowhere()
    {
        await using var service = await WithContract(also: s => s.AddSingleton(Links));
        using var anybody = new HttpClient(Loopback.Handler()) { BaseAddress = service.Address };
        var link = Links.Of("my-first", "nobody").PathAndQuery;
        foreach (var wrong in (string[])[DigestLinks.Path, link.Replace("my-first", "other", StringComparison.Ordinal), link[..^1] + "g"])
        {
            using var asked = await anybody.GetAsync(wrong);
            using var ended = await anybody.PostAsync(wrong, null);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, ended.StatusCode));
        }

        using var unknown = await anybody.PostAsync(link, null);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
