using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>Programs, by tokens of an issuer on loopback.</summary>
public sealed class BearerTests(BearerTests.Host host) : IClassFixture<BearerTests.Host>
{
    private const string Sender = "55555555-5555-4555-8555-555555555555";

    private Dictionary<string, object> Supplier => Issuer.Program(Sender, "SupplierSubmitter");

    [Fact]
    public async Task A_good_token_is_a_program_known_by_tenant_and_application()
    {
        var (status, body) = await Get("/api/v1/me", host.Issuer.Token(Supplier));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            $$"""{"id":"{{Issuer.Tenant}}/{{Sender}}","roles":["supplierSubmitter"],"permissions":["readContract","submitReturn","makeClaim"],"everyContract":false,"contracts":["riverside-ict"]}""",
            body);
    }

    [Fact]
    public async Task A_person_who_lets_a_program_call_is_known_as_the_person()
    {
        var claims = Issuer.Person("33333333-3333-4333-8333-333333333333", "Auditor");
        claims["azp"] = Sender;
        claims["scp"] = "use";
        var (_, body) = await Get("/api/v1/me", host.Issuer.Token(claims));
        Assert.StartsWith($$"""{"id":"{{Issuer.Tenant}}/33333333-3333-4333-8333-333333333333","roles":["auditor"]""", body);
    }

    [Theory]
    [InlineData(119, HttpStatusCode.OK)] // within the two minutes that clocks may be apart
    [InlineData(120, HttpStatusCode.Unauthorized)]
    [InlineData(3600, HttpStatusCode.Unauthorized)]
    public async Task A_token_ends(int secondsAgo, HttpStatusCode expected) =>
        await Expect(expected, host.Issuer.Token(Supplier, validFrom: Duration.FromHours(-2), validFor: Duration.FromSeconds(-secondsAgo)));

    [Fact]
    public async Task A_token_of_tomorrow_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(Supplier, validFrom: Duration.FromDays(1), validFor: Duration.FromDays(2)));

    [Fact]
    public async Task A_token_for_another_service_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(Supplier, audience: "api://another"));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(Supplier, issuer: "https://login.example.org"));

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(Supplier, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "of this run" }));

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(
            Supplier, key: new SymmetricSecurityKey(new byte[64]) { KeyId = "of this run" }, algorithm: SecurityAlgorithms.HmacSha256));

    [Fact]
    public async Task A_token_without_signature_is_refused() => await Expect(HttpStatusCode.Unauthorized, host.Issuer.Unsigned(Supplier));

    [Fact]
    public async Task An_ID_token_is_no_access_token() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(Issuer.Person("33333333-3333-4333-8333-333333333333", "Administrator")));

    [Fact]
    public async Task A_token_that_names_nobody_is_refused() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(new() { ["tid"] = Issuer.Tenant, ["roles"] = new[] { "Administrator" } }));

    [Fact]
    public async Task A_program_cannot_pose_as_an_illustration() =>
        await Expect(HttpStatusCode.Unauthorized, host.Issuer.Token(new() { ["tid"] = "development", ["azp"] = "manager", ["roles"] = new[] { "Administrator" } }));

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("")]
    public async Task What_is_no_token_is_refused(string token) => await Expect(HttpStatusCode.Unauthorized, token);

    [Fact]
    public async Task Without_a_role_nothing_may_be_done()
    {
        await Expect(HttpStatusCode.Forbidden, host.Issuer.Token(Issuer.Program(Sender)));
        await Expect(HttpStatusCode.Forbidden, host.Issuer.Token(Issuer.Program(Sender, "GlobalAdministrator", "3", "administrator")));
    }

    [Fact]
    public async Task Another_contract_is_not_there_whatever_is_asked_of_it()
    {
        var token = host.Issuer.Token(Supplier);
        Assert.Equal(HttpStatusCode.OK, (await Get("/api/v1/contracts/riverside-ict/seen", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("/api/v1/contracts/riverside-ict/decided", token)).Status);
        var (status, other) = await Get("/api/v1/contracts/another/seen", token);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("urn:sla-monitor:problem:no-such-contract", other);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/api/v1/contracts/another/decided", token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/api/v1/contracts/RIVERSIDE-ICT/seen", token)).Status);
    }

    [Fact]
    public async Task A_refusal_says_what_would_be_taken()
    {
        using var client = host.Instance.Client();
        using var response = await client.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Neither_tokens_nor_names_are_logged()
    {
        var token = host.Issuer.Token(Supplier);
        await Get("/api/v1/contracts/another/seen", token);
        await Get("/api/v1/me", host.Issuer.Token(Supplier, audience: "api://another"));
        Assert.Contains(host.Setup.Logs.Lines, line => line.Contains($"Refused: NoSuchContract. Caller {Issuer.Tenant}/{Sender}"));
        Assert.DoesNotContain(host.Setup.Logs.Lines, line => line.Contains(token[..40]) || line.Contains(token.Split('.')[2]));
    }

    private async Task Expect(HttpStatusCode expected, string token) => Assert.Equal(expected, (await Get("/api/v1/me", token)).Status);

    private async Task<(HttpStatusCode Status, string Body)> Get(string path, string token)
    {
        using var client = host.Instance.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>One instance for all tests here; none of them changes it.</summary>
    public sealed class Host : IAsyncLifetime
    {
        public InstanceSetup Setup { get; } = new()
        {
            More = app =>
            {
                app.MapGet("/api/v1/contracts/{code}/seen", (string code) => code).Needs(Permission.ReadContract);
                app.MapGet("/api/v1/contracts/{code}/decided", (string code) => code).Needs(Permission.RecordDecision);
            },
        };

        public Issuer Issuer { get; private set; } = null!;

        public Instance Instance { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Issuer = await Hosting.Issuer.Start();
            Setup.Given[$"{Hosting.Issuer.Tenant}/{Sender}"] = Assignments.To("riverside-ict");
            Instance = await Hosting.Instance.Start(Issuer, Setup);
        }

        public async Task DisposeAsync()
        {
            await Instance.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
