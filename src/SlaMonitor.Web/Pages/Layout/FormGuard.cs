using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>Lets no form in but one that a page of ours was shown with, to the same person. The form is read here, into memory and within
/// limits, so that whoever comes after finds it read.</summary>
internal static class FormGuard
{
    private const int MostFields = 2_000, MostHeadersOfPart = 8;

    /// <summary>A return travels as text within a form, on its way from its check to its sending.</summary>
    private const int MostCharactersOfField = 8 * 1024 * 1024;

    public static RouteGroupBuilder GuardsForms(this RouteGroupBuilder pages)
    {
        pages.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!HttpMethods.IsPost(http.Request.Method)) return await next(context);
            return await Refusal(http) is { } refusal ? refusal : await next(context);
        });
        return pages;
    }

    public static void Add(IServiceCollection services, bool isDevelopment) => services.AddAntiforgery(options =>
    {
        options.Cookie.Name = isDevelopment ? "sla-development-form" : "__Host-sla-form";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.FormFieldName = "form";
        options.HeaderName = null;
        // What every response says is said elsewhere, and stricter.
        options.SuppressXFrameOptionsHeader = true;
    });

    private static async Task<ApiProblem?> Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType) return KnownProblems.WrongMediaType;
        try
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<TakesStreamedForm>() is not null)
            {
                if (!request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) return KnownProblems.FormOutOfDate;
                // The token comes before the file, and is looked at before anything of the file is.
                var form = await StreamedForm.Begin(request, context.RequestAborted);
                context.Features.Set(form);
                context.Features.Set<IFormFeature>(new FormFeature(form.Fields));
                return await IsOurs(context);
            }

            var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? long.MaxValue;
            await request.ReadFormAsync(
                new FormOptions
                {
                    // Kept in memory whole: nothing of a sender's is to lie in a temporary folder.
                    MemoryBufferThreshold = (int)Math.Min(most, int.MaxValue),
                    MultipartBodyLengthLimit = most,
                    ValueCountLimit = MostFields,
                    ValueLengthLimit = MostCharactersOfField,
                    MultipartHeadersCountLimit = MostHeadersOfPart,
                },
                context.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException || SentFile.IsCutOff(broken, context))
        {
            return SentFile.Broken;
        }

        return await IsOurs(context);
    }

    private static async Task<ApiProblem?> IsOurs(HttpContext context) =>
        await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context) ? null : KnownProblems.FormOutOfDate;
}
