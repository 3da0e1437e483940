using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

public class UploadLinkTests
{
    private static readonly InstanceSetup Setup = new()
    {
        More = app =>
        {
            app.MapPost("/api/v1/contracts/{code}/periods/{period}/return", (HttpContext context) => Caller.Of(context)!.Id).Needs(Permission.SubmitReturn);
            app.MapPost("/api/v1/contracts/{code}/probes", (HttpContext context) => Caller.Of(context)!.Link!.Period.ToString("uuuu-MM", null))
                .Needs(Permission.SubmitReturn).HoldsLinkToItsPeriod();
            app.MapPost("/api/v1/contracts/{code}/withdrawn", () => "").Needs(Permission.SubmitReturn);
        },
    };

    [Fact]
    public void A_token_is_32_random_bytes_and_only_its_hash_is_kept()
    {
        var token = LinkToken.Make(count => [.. Enumerable.Range(0, count).Select(i => (byte)i)]);
        Assert.Equal("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", token); // base64url of 00 01 02 ... 1f
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"u8)), LinkToken.HashOf(token));
        Assert.True(LinkToken.IsPossible(token));
        Assert.False(LinkToken.IsPossible(token[1..]));
        Assert.False(LinkToken.IsPossible(token[1..] + "/"));
    }

    [Fact]
    public async Task A_link_sends_one_contracts_return_of_one_period_until_it_expires()
    {
        var (token, setup) = Given(Setup);
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, setup);
        using var client = instance.Client($"Link {token}");

        using var sent = await client.PostAsync("/api/v1/contracts/riverside-ict/periods/2026-03/return", null);
        Assert.Equal($"link/{LinkToken.HashOf(token)}", await sent.Content.ReadAsStringAsync());
        using var other = await client.PostAsync("/api/v1/contracts/riverside-ict/probes", null);
        Assert.Equal("2026-03", await other.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Forbidden, await Post(client, "/api/v1/contracts/riverside-ict/periods/2026-04/return"));
        Assert.Equal(HttpStatusCode.NotFound, await Post(client, "/api/v1/contracts/another/periods/2026-03/return"));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(client, "/api/v1/contracts/riverside-ict/withdrawn"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/me")).StatusCode);

        setup.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(client, "/api/v1/contracts/riverside-ict/periods/2026-03/return"));
        Assert.DoesNotContain(setup.Logs.Lines, line => line.Contains(token));
    }

    [Theory]
    [InlineData("Link AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Link short")]
    [InlineData("Link ")]
    public async Task An_unknown_link_lets_nobody_in(string authorization)
    {
        var (_, setup) = Given(Setup);
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, setup);
        using var client = instance.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(client, "/api/v1/contracts/riverside-ict/periods/2026-03/return"));
    }

    private static (string Token, InstanceSetup Setup) Given(InstanceSetup setup)
    {
        var token = LinkToken.Make(count => [.. Enumerable.Range(7, count).Select(i => (byte)i)]);
        var hash = LinkToken.HashOf(token);
        var links = new KeptLinks { [hash] = new("riverside-ict", new(2026, 3), Issuer.Now + Duration.FromHours(24), hash) };
        return (token, setup with { Links = links, Clock = new(Issuer.Now), Logs = new() });
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, string path)
    {
        using var response = await client.PostAsync(path, null);
        return response.StatusCode;
    }
}
