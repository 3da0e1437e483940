using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Start;

/// <summary>Where people arrive: what the service is, and where each of them may go.</summary>
internal static class StartPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", () => new Shown<StartPage>(new StartModel())).Open();
}

public sealed record StartModel;
