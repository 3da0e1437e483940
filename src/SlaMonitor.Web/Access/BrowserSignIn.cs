using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Access;

/// <summary>People: sign-in by OpenID Connect (authorization code with PKCE), then a cookie. Supplier people are guests in the tenant.</summary>
internal static class BrowserSignIn
{
    /// <summary>Where the issuer sends the browser back to; registered there.</summary>
    public const string Callback = "/signin-oidc";

    /// <summary>After this long people sign in again, and a role taken away is gone at the latest.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    /// <param name="isDevelopment">Without TLS, which a developer's machine may do without, the browser would not send the cookie back.</param>
    public static void AddCookie(AuthenticationBuilder authentication, bool isDevelopment) => authentication.AddCookie(Schemes.Cookie, options =>
    {
        options.Cookie.Name = isDevelopment ? "sla-development" : "__Host-sla";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = false;
        options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = cookie => Keep(cookie, isDevelopment) };
    });

    public static void AddOpenIdConnect(AuthenticationBuilder authentication, SignInOptions signIn)
    {
        authentication.AddOpenIdConnect(Schemes.Browser, _ => { });
        authentication.Services.AddOptions<OpenIdConnectOptions>(Schemes.Browser).Configure<IClock>((options, clock) =>
        {
            options.Authority = signIn.Authority;
            options.ClientId = signIn.ClientId;
            options.ClientSecret = signIn.ClientSecret;
            options.SignInScheme = Schemes.Cookie;
            options.CallbackPath = Callback;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By query and not by a posted form, so that the cookies of the way there need not be sent across sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.SaveTokens = false;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.TokenValidationParameters = BearerTokens.Rules(signIn.Authority, [signIn.ClientId], clock);
            foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.Always;
            }

            options.Events = new OpenIdConnectEvents { OnTokenValidated = Accept, OnRemoteFailure = Refuse };
        });
    }

    /// <summary>A cookie of the development sign-in is worth nothing where that does not exist.</summary>
    private static async Task Keep(CookieValidatePrincipalContext cookie, bool isDevelopment)
    {
        if (Caller.Of(cookie.Principal!) is not { } caller || (DevelopmentIdentities.IsOne(caller) && !isDevelopment)
            || (caller.Link is { } link && !await IsGood(link, cookie.HttpContext))) cookie.RejectPrincipal();
    }

    /// <summary>A link may be taken back, and then the session that it began is over as well.</summary>
    private static async Task<bool> IsGood(UploadLink link, HttpContext context) =>
        await context.RequestServices.GetRequiredService<IUploadLinks>().Find(link.Hash, context.RequestAborted) is { } found
        && context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant() < found.Expires;

    private static Task Accept(TokenValidatedContext context)
    {
        if (TokenClaims.OfIdToken(context.Principal!) is { } caller)
        {
            context.Principal = caller.Principal(Schemes.Cookie);
            Log.SignedIn(LogOf(context.HttpContext), caller.Id);
        }
        else context.Fail("The token does not say who signed in.");
        return Task.CompletedTask;
    }

    /// <summary>Somebody broke off, came back twice, or came with a state that is not ours.</summary>
    private static async Task Refuse(RemoteFailureContext context)
    {
        context.HandleResponse();
        // Its message may repeat what came in the address; its type does not.
        Log.SignInFailed(LogOf(context.HttpContext), context.Failure?.GetType().Name ?? "without a reason");
        await KnownProblems.SignInFailed.WriteTo(context.HttpContext);
    }

    private static ILogger LogOf(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(BrowserSignIn));
}
