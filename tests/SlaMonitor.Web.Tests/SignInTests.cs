using System.Net;
using System.Web;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>People, by the authorization code flow with an issuer on loopback, and the cookie they have then.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Manager = "33333333-3333-4333-8333-333333333333";

    private readonly InstanceSetup _setup = new()
    {
        More = app => app.MapPost("/api/v1/contracts/{code}/decided", (string code) => code).Needs(Permission.RecordDecision),
    };

    private Issuer _issuer = null!;
    private Instance _instance = null!;

    public async Task InitializeAsync()
    {
        _issuer = await Issuer.Start();
        _setup.Given[$"{Issuer.Tenant}/{Manager}"] = Assignments.To("riverside-ict");
        _instance = await Instance.Start(_issuer, _setup);
    }

    public async Task DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_person_signs_in_goes_where_they_wanted_and_is_known_without_a_name()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in?returnUrl=%2Fapi%2Fv1%2Fme");
        Assert.Equal("/api/v1/me", arrived.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.StartsWith($$"""{"id":"{{Issuer.Tenant}}/{{Manager}}","roles":["contractManager"]""", await arrived.Content.ReadAsStringAsync());
        Assert.Contains(_setup.Logs.Lines, line => line.Contains($"Signed in: {Issuer.Tenant}/{Manager}, by OpenID Connect."));
        Assert.DoesNotContain(_setup.Logs.Lines, line => line.Contains("Ada Example") || line.Contains("ada@example.org") || line.Contains("code-0"));
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_and_TLS_and_no_script()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == "__Host-sla");
        Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" });
        Assert.Contains(browser.SetCookies, c => c.StartsWith("__Host-sla=", StringComparison.Ordinal) && c.Contains("samesite=lax"));
    }

    [Fact]
    public async Task A_session_is_good_at_another_instance_with_the_same_keys_and_at_no_other()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        await using var second = await Instance.Start(_issuer, _setup);
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Get, new(second.Address, "/api/v1/me")));
        await using var stranger = await Instance.Start(_issuer, _setup with { Keys = Directory.CreateTempSubdirectory("sla-web-keys-") });
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(HttpMethod.Get, new(stranger.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task A_sign_in_begun_at_one_instance_ends_at_another()
    {
        var address = new Dictionary<string, string?> { ["Web:PublicAddress"] = "https://sla.example.gov.uk" };
        await using var one = await Instance.Start(_issuer, _setup with { Settings = address });
        await using var two = await Instance.Start(_issuer, _setup with { Settings = address });
        using var browser = new Browser();
        using var begun = await browser.Get(new(one.Address, "/sign-in"));
        Assert.Equal("https://sla.example.gov.uk/signin-oidc", HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["redirect_uri"]);
        using var sentBack = await browser.Get(begun.Headers.Location!);
        using var done = await browser.Get(new(two.Address, sentBack.Headers.Location!.PathAndQuery));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Get, new(one.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        _setup.Clock.Advance(Duration.FromMinutes((8 * 60) - 1));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me")));
        _setup.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        Assert.Equal(HttpStatusCode.Found, await browser.Submit(_instance, "/", "/sign-out"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_form_of_others()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await browser.Status(HttpMethod.Post, new(_instance.Address, "/sign-out")));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me")));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_cannot_use_the_cookie(string header, string value)
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        var decided = new Uri(_instance.Address, "/api/v1/contracts/riverside-ict/decided");
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Post, decided));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Post, decided, ("Origin", _instance.Address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(HttpMethod.Post, decided, ("Sec-Fetch-Site", "same-origin"), ("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(HttpMethod.Post, decided, (header, value)));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Sign_in_leads_to_no_other_site(string returnUrl)
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal(new Uri(_instance.Address, "/"), arrived.RequestMessage!.RequestUri);
    }

    [Theory]
    [InlineData("?code=code-0&state=made-up")]
    [InlineData("?error=access_denied&state=made-up")]
    [InlineData("")]
    public async Task A_way_back_that_was_not_begun_here_is_refused(string query)
    {
        using var browser = new Browser();
        Assert.Equal(HttpStatusCode.BadRequest, await browser.Status(HttpMethod.Get, new(_instance.Address, "/signin-oidc" + query)));
        Assert.Contains(_setup.Logs.Lines, line => line.Contains("A sign-in was not completed: "));
        Assert.DoesNotContain(_setup.Logs.Lines, line => line.Contains("made-up"));
    }

    [Fact]
    public async Task A_person_without_an_object_in_the_tenant_is_not_signed_in()
    {
        _issuer.AtTheBrowser.Remove("oid");
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, arrived.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me")));
    }

    [Fact]
    public async Task A_bad_header_is_not_made_good_by_a_cookie()
    {
        using var browser = new Browser();
        using var arrived = await browser.SignIn(_instance, "/sign-in");
        foreach (var header in (string[])["Bearer x", "Basic x", "Link x", "Development manager"])
            Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(HttpMethod.Get, new(_instance.Address, "/api/v1/me"), ("Authorization", header)));
    }
}
