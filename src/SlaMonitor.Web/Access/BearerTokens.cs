using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace SlaMonitor.Web.Access;

/// <summary>Programs: access tokens of Entra ID, issued to the application for this service.</summary>
internal static class BearerTokens
{
    public static void Add(AuthenticationBuilder authentication, SignInOptions signIn)
    {
        authentication.AddJwtBearer(Schemes.Bearer);
        authentication.Services.AddOptions<JwtBearerOptions>(Schemes.Bearer).Configure<IClock>((options, clock) =>
        {
            options.Authority = signIn.Authority;
            options.MapInboundClaims = false;
            options.TokenValidationParameters = Rules(signIn.Authority, signIn.Audiences, clock);
            options.Events = new JwtBearerEvents { OnTokenValidated = Accept };
        });
    }

    /// <summary>What makes a token good. Entra ID signs with RS256; what is listed here is all that is accepted.</summary>
    public static TokenValidationParameters Rules(string issuer, IEnumerable<string> audiences, IClock clock) => new()
    {
        ValidateIssuer = true,
        ValidIssuer = issuer,
        ValidateAudience = true,
        ValidAudiences = [.. audiences],
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidateLifetime = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => TokenLifetime.Holds(from, until, clock.GetCurrentInstant()),
    };

    private static Task Accept(TokenValidatedContext context)
    {
        if (TokenClaims.OfAccessToken(context.Principal!) is { } caller) context.Principal = caller.Principal(Schemes.Bearer);
        else context.Fail("The token names neither a program nor a person.");
        return Task.CompletedTask;
    }
}
