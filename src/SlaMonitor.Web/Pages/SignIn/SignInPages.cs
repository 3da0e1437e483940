using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Pages.SignIn;

/// <summary>Signing in and out with a browser.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var services = pages.ServiceProvider;
        if (services.GetService<DevelopmentMark>() is not null)
        {
            pages.MapGet("/sign-in", Choose).Open();
            pages.MapPost("/sign-in/development/{identity}", SignInAs).Open();
        }
        else pages.MapGet("/sign-in", SignIn).Open();

        pages.MapPost("/sign-out", (Delegate)SignOut).Open();
    }

    private static IResult SignIn(string? returnUrl) =>
        Results.Challenge(new() { RedirectUri = Local(returnUrl) }, [Schemes.Browser]);

    private static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Cookie);
        return Results.LocalRedirect("/");
    }

    private static IResult Choose(string? returnUrl) => new Shown<DevelopmentSignInPage>(new DevelopmentSignInModel(
        [.. DevelopmentIdentities.All.Keys.Select(name => new SignInChoice(name, $"/sign-in/development/{name}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}"))]));

    private static async Task<IResult> SignInAs(string identity, string? returnUrl, HttpContext context, ILoggerFactory log)
    {
        if (!DevelopmentSignIn.IsFromLoopback(context) || !DevelopmentIdentities.All.TryGetValue(identity, out var caller)) return KnownProblems.NotFound;
        Log.SignedInAsIllustration(log.CreateLogger(typeof(SignInPages)), caller.Id);
        await context.SignInAsync(Schemes.Cookie, caller.Principal(Schemes.Cookie));
        return Results.LocalRedirect(Local(returnUrl));
    }

    /// <summary>Where to go afterwards: a path of ours, else the start.</summary>
    private static string Local(string? returnUrl) =>
        returnUrl is ['/', not ('/' or '\\'), ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}
