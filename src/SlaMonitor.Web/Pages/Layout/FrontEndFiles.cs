using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>Style, script and icon of the pages. They are within the assembly, and their address has the hash of all of them, so a browser
/// may keep them for ever.</summary>
internal static class FrontEndFiles
{
    private const string Prefix = "built/", ForEver = "public, max-age=31536000, immutable";

    private static readonly Dictionary<string, byte[]> Files = Read();

    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData([.. Files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value)]))[..16];

    public static string Address(string name) => $"/assets/{Version}/{name}";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{version}/{name}", Serve).Open().ExcludeFromDescription();

    private static IResult Serve(string version, string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var bytes)) return KnownProblems.NotFound;
        // Of an address of another release, still on somebody's page, comes what there is now, and it is not kept.
        if (version == Version) context.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(bytes, TypeOf(name));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static Dictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
