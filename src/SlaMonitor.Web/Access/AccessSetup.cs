using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SlaMonitor.Web.Access;

internal static class AccessSetup
{
    /// <param name="signIn">Null where there is the development sign-in alone.</param>
    public static void Add(IServiceCollection services, SignInOptions? signIn)
    {
        var isDevelopment = DevelopmentSignIn.IsIn(services);
        var authentication = services.AddAuthentication(Schemes.Any).AddPolicyScheme(Schemes.Any, displayName: null, options =>
            options.ForwardDefaultSelector = context => Scheme(context, hasBearer: signIn is not null, isDevelopment));
        authentication.AddScheme<AuthenticationSchemeOptions, UploadLinkHandler>(Schemes.Link, _ => { });
        BrowserSignIn.AddCookie(authentication, isDevelopment);
        if (isDevelopment) authentication.AddScheme<AuthenticationSchemeOptions, DevelopmentHandler>(Schemes.Development, _ => { });
        if (signIn is not null)
        {
            BearerTokens.Add(authentication, signIn);
            BrowserSignIn.AddOpenIdConnect(authentication, signIn);
        }

        // Every instance reads the same keys, from where the host says, so that a cookie of one is good at another.
        services.AddDataProtection().SetApplicationName("sla-monitor");
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
    }

    /// <summary>A request is known by its header where it has one of ours, and by its cookie otherwise.</summary>
    private static string Scheme(HttpContext context, bool hasBearer, bool isDevelopment) =>
        AuthorizationHeader.Parameter(context.Request, Schemes.Link) is not null ? Schemes.Link
        : hasBearer && AuthorizationHeader.Parameter(context.Request, Schemes.Bearer) is not null ? Schemes.Bearer
        : isDevelopment && AuthorizationHeader.Parameter(context.Request, Schemes.Development) is not null ? Schemes.Development
        // What brings another header did not mean to come by cookie; the link scheme knows nothing of it, so nobody is signed in.
        : context.Request.Headers.Authorization.Count > 0 ? Schemes.Link
        : Schemes.Cookie;
}
