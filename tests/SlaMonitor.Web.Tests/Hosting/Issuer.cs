using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>An issuer of tokens on loopback: discovery, keys, and the authorization code flow with PKCE, written from OpenID Connect
/// Core 1.0 and RFC 7636.</summary>
public sealed class Issuer : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string ClientId = "22222222-2222-4222-8222-222222222222";
    public const string ClientSecret = "a secret of these tests";
    public const string Audience = "api://sla-monitor";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "of this run" };

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (IQueryCollection Query, Dictionary<string, object> Person)> _codes = new();

    private Issuer(WebApplication app) => _app = app;

    public string Authority { get; private set; } = "";

    /// <summary>The service's clock; the issuer's goes the same.</summary>
    public static readonly Instant Now = Instant.FromUtc(2050, 3, 1, 9, 0);

    /// <summary>Who sits at the browser: the claims of the ID token.</summary>
    public Dictionary<string, object> AtTheBrowser { get; set; } = Person("33333333-3333-4333-8333-333333333333", "ContractManager");

    public static Dictionary<string, object> Person(string oid, params string[] roles) =>
        new() { ["tid"] = Tenant, ["oid"] = oid, ["roles"] = roles, ["name"] = "Ada Example", ["preferred_username"] = "ada@example.org" };

    public static Dictionary<string, object> Program(string azp, params string[] roles) =>
        new() { ["tid"] = Tenant, ["oid"] = "44444444-4444-4444-8444-444444444444", ["azp"] = azp, ["roles"] = roles };

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        Loopback.Listen(builder);
        var issuer = new Issuer(builder.Build());
        issuer.Map();
        await issuer._app.StartAsync();
        issuer.Authority = Loopback.AddressOf(issuer._app).ToString().TrimEnd('/');
        return issuer;
    }

    /// <summary>A good access token, but for what is said otherwise.</summary>
    public string Token(
        Dictionary<string, object> claims, string? issuer = null, string audience = Audience, Duration? validFrom = null, Duration? validFor = null,
        SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority,
            Audience = audience,
            NotBefore = (Now + (validFrom ?? Duration.FromMinutes(-5))).ToDateTimeUtc(),
            Expires = (Now + (validFor ?? Duration.FromHours(1))).ToDateTimeUtc(),
            IssuedAt = Now.ToDateTimeUtc(),
            Claims = claims,
            SigningCredentials = new(key ?? Key, algorithm),
        });

    /// <summary>The same claims with <c>alg: none</c> and no signature.</summary>
    public string Unsigned(Dictionary<string, object> claims)
    {
        var parts = Token(claims).Split('.');
        return $"{Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8)}.{parts[1]}.";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Authority,
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            jwks_uri = $"{Authority}/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "pairwise" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapGet("/authorize", (HttpContext context) =>
        {
            var query = context.Request.Query;
            if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256") return Results.BadRequest();
            var code = $"code-{_codes.Count}";
            _codes[code] = (query, AtTheBrowser);
            return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
        });
        _app.MapPost("/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret) return Results.Unauthorized();
            if (!_codes.TryRemove(form["code"]!, out var given)) return Results.BadRequest();
            var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
            if (challenge != given.Query["code_challenge"] || form["redirect_uri"] != given.Query["redirect_uri"]) return Results.BadRequest();
            var claims = new Dictionary<string, object>(given.Person) { ["nonce"] = given.Query["nonce"].ToString(), ["sub"] = "pairwise" };
            return Results.Json(new { token_type = "Bearer", access_token = "of no use here", id_token = Token(claims, audience: ClientId), expires_in = 3600 });
        });
    }

    private JsonElement PublicKey()
    {
        var rsa = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.SerializeToElement(new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = Key.KeyId,
            n = Base64Url.EncodeToString(rsa.Modulus),
            e = Base64Url.EncodeToString(rsa.Exponent),
        });
    }
}
