using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

public class DevelopmentSignInTests
{
    private static readonly InstanceSetup Development = new() { Environment = "Development", HasDevelopmentSignIn = true };

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Dev")]
    public async Task It_refuses_to_exist_in_another_environment(string environment)
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Instance.Start(null, Development with { Environment = environment }));
        Assert.Equal($"The development sign-in exists in the environment Development only, and this is {environment}.", thrown.Message);
    }

    [Fact]
    public async Task It_refuses_to_exist_where_the_server_listens_to_more_than_this_machine()
    {
        var setup = Development with { Listen = builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0)) };
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Instance.Start(null, setup));
        Assert.StartsWith("The development sign-in exists on loopback only, and this listens on http://0.0.0.0:", thrown.Message);
    }

    [Theory]
    [InlineData("Host", "sla.evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Every_request_that_was_not_meant_for_this_machine_is_refused(string header, string value)
    {
        await using var instance = await Instance.Start(null, Development);
        using var browser = new Browser();
        foreach (var path in (string[])["/healthz", "/sign-in", "/api/v1/me"])
            Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(HttpMethod.Get, new(instance.Address, path), (header, value), ("Authorization", "Development manager")));
    }

    [Fact]
    public async Task A_request_from_another_machine_is_refused()
    {
        var setup = Development with
        {
            // Stands before everything else, and has the request come from elsewhere.
            Listen = builder =>
            {
                Loopback.Listen(builder);
                builder.Services.AddTransient<IStartupFilter, FromElsewhere>();
            },
        };
        await using var instance = await Instance.Start(null, setup);
        using var browser = new Browser();
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(HttpMethod.Get, new(instance.Address, "/healthz")));
    }

    [Theory]
    [InlineData("manager", "contractManager")]
    [InlineData("deputy", "contractManager")]
    [InlineData("supplier", "supplierSubmitter")]
    [InlineData("auditor", "auditor")]
    [InlineData("administrator", "administrator")]
    public async Task It_offers_an_identity_of_every_role_with_every_contract(string name, string role)
    {
        await using var instance = await Instance.Start(null, Development);
        using var program = instance.Client($"Development {name}");
        var me = await program.GetStringAsync("/api/v1/me");
        Assert.StartsWith($$"""{"id":"development/{{name}}","roles":["{{role}}"]""", me);
        Assert.Contains("\"everyContract\":true", me);

        using var browser = new Browser();
        using var page = await browser.Get(new(instance.Address, "/sign-in?returnUrl=/api/v1/me"));
        Assert.Contains($"""action="/sign-in/development/{name}?returnUrl=%2Fapi%2Fv1%2Fme" """, await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Found, await browser.Submit(instance, "/sign-in", $"/sign-in/development/{name}"));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Get, new(instance.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task It_knows_no_other_identities()
    {
        await using var instance = await Instance.Start(null, Development);
        using var program = instance.Client("Development root");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        using var browser = new Browser();
        Assert.Equal(HttpStatusCode.NotFound, await browser.Submit(instance, "/sign-in", "/sign-in/development/root"));
    }

    [Fact]
    public async Task Where_it_does_not_exist_neither_do_its_header_its_page_and_its_cookie()
    {
        await using var development = await Instance.Start(null, Development);
        using var browser = new Browser();
        await browser.Submit(development, "/sign-in", "/sign-in/development/administrator");
        var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == "sla-development").Value;

        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, Development with { Environment = "Development", HasDevelopmentSignIn = false });
        using var program = instance.Client("Development administrator");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status(HttpMethod.Post, new(instance.Address, "/sign-in/development/administrator")));
        Assert.DoesNotContain(instance.Endpoints, e => e.RoutePattern.RawText!.Contains("development", StringComparison.Ordinal));
        // The same keys, and the cookie under the name that counts here.
        using var stranger = new Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger.Status(
            HttpMethod.Get, new(instance.Address, "/api/v1/me"), ("Cookie", $"__Host-sla={cookie}")));
    }

    private sealed class FromElsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                return following(context);
            });
            next(app);
        };
    }
}
