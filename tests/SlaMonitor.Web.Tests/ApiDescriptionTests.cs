using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Golden;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

public class ApiDescriptionTests
{
    public sealed record Dated(Instant At, LocalDate On, LocalDate? Until, YearMonth Period);

    [Fact]
    public async Task The_description_in_the_repository_is_the_one_served()
    {
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer);
        using var client = instance.Client();
        GoldenFile.AssertSame("schema/openapi-1.json", (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>All but what is no part of it: pages and sign-in, for people, and the description itself.</summary>
    [Fact]
    public async Task Every_endpoint_is_described_with_who_may_use_it()
    {
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer);
        using var client = instance.Client();
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        Assert.StartsWith("3.1.", (string)document["openapi"]!);
        Assert.Equal(
            instance.Endpoints.Select(e => e.RoutePattern.RawText!.TrimEnd('/')).Where(p => p.StartsWith("/api/", StringComparison.Ordinal) || p is "/healthz" or "/readyz" or "/feeds/{token}.ics").Distinct().Order(),
            document["paths"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal("""[{"program":[]}]""", document["paths"]!["/api/v1/me"]!["get"]!["security"]!.ToJsonString());
        Assert.Null(document["paths"]!["/healthz"]!["get"]!["security"]);
    }

    [Fact]
    public async Task Instants_and_days_are_described_as_they_are_written()
    {
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, new()
        {
            More = app => app.MapGet("/dated", () => new Dated(Instant.FromUtc(2026, 4, 14, 9, 30), new(2026, 4, 14), null, new(2026, 4))).Open(),
        });
        using var client = instance.Client(); // which holds the response against the description
        Assert.Equal("""{"at":"2026-04-14T09:30:00Z","on":"2026-04-14","until":null,"period":"2026-04"}""", await client.GetStringAsync("/dated"));
        var schemas = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!["components"]!["schemas"]!;
        Assert.Equal("""{"examples":["2026-04-14T09:30:00Z"],"type":"string","format":"date-time"}""", schemas["Instant"]!.ToJsonString());
        Assert.Equal("""{"examples":["2026-04-14"],"type":"string","format":"date"}""", schemas["LocalDate"]!.ToJsonString());
        Assert.Equal("""{"examples":["2026-04"],"type":"string"}""", schemas["YearMonth"]!.ToJsonString());
    }
}
