using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Start;

namespace SlaMonitor.Web.Pages;

/// <summary>Every page there is. A page's own file maps its addresses; this says which there are.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        FrontEndFiles.Map(routes);
        var pages = routes.MapGroup("").ExcludeFromDescription().GuardsForms();
        StartPages.Map(pages);
    }
}
