using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web.Access;

internal static class AuthorizationHeader
{
    /// <summary>What follows the scheme's name; null where the request has no header of that scheme, or more than one header.</summary>
    public static string? Parameter(HttpRequest request, string scheme) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase)
            ? header[(scheme.Length + 1)..].Trim()
            : null;
}
