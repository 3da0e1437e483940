using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>What every page knows of the request it is shown for.</summary>
public sealed class Visit
{
    private readonly Lazy<AntiforgeryTokenSet> _tokens;

    private Visit(HttpContext context)
    {
        (Caller, Path) = (Caller.Of(context), context.Request.Path.Value!);
        // Only where a page has a form, since this sets a cookie and needs the keys in storage.
        _tokens = new(() => context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context));
    }

    /// <summary>Null where nobody has signed in.</summary>
    public Caller? Caller { get; }

    public string Path { get; }

    /// <summary>Whether they came by an upload link, and so see one contract and period and no navigation.</summary>
    public bool IsByLink => Caller?.Link is not null;

    /// <summary>The name of the field in which each form sends <see cref="FormToken"/> back.</summary>
    public string FormField => _tokens.Value.FormFieldName;

    public string FormToken => _tokens.Value.RequestToken!;

    public bool May(Permission permission) => Caller?.May(permission) ?? false;

    internal static Visit Of(HttpContext context) => new(context);
}
