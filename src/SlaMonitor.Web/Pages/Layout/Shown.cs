using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>A page as the answer to a request: the component, rendered once, as HTML. What it shows was read before; a page reads nothing.</summary>
/// <param name="model">The page's own, of the type that its <see cref="PageOf{TModel}"/> names.</param>
/// <param name="status">422 where a form is shown again with what is wrong with it.</param>
internal sealed class Shown<TPage>(object model, int status = StatusCodes.Status200OK) : IResult where TPage : IComponent
{
    /// <summary>Style, script and pictures of our own, none in the page itself, and forms that go nowhere else.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await Html(httpContext);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ContentSecurityPolicy = Policy;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(html);
    }

    private async Task<string> Html(HttpContext context)
    {
        // Before the first byte, as the cookie of a form's token is set here.
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Whole.Visit)] = Visit.Of(context),
            [nameof(Whole.Page)] = typeof(TPage),
            [nameof(Whole.Model)] = model,
        });
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Whole>(parameters)).ToHtmlString());
    }
}

/// <summary>The base of every page. <c>@inherits PageOf&lt;ModelOfThePage&gt;</c></summary>
public abstract class PageOf<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    [CascadingParameter]
    public Visit Visit { get; set; } = default!;
}
