using Microsoft.AspNetCore.Http;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>A ticket extract that came with a return, byte for byte, for programs and pages alike. To be kept, never shown: it is its sender's, and nobody
/// has looked at it for what it might do in a program that opens it.</summary>
internal static class ExtractFile
{
    public const string Octets = "application/octet-stream";

    // It comes while it is read, since it may be large.
    public static async Task<IResult> Of(string contract, string period, string revision, string name, HttpContext context, Stores stores)
    {
        if (InPath.Month(period) is not { } month || InPath.Number(revision) is not { } number) return KnownProblems.NotFound;
        var found = (await stores.Register.Load(contract)).Returns.FirstOrDefault(r => r.Facts.Month == month && r.Facts.Revision == number);
        if (found?.Extracts.FirstOrDefault(e => e.Name == name) is not { } extract || await stores.Extracts.OpenIfThere(extract.BlobOf(contract)) is not { } stream) return KnownProblems.NotFound;
        // Should a browser show it all the same, then as a page of nobody's that may run nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(stream, Octets, $"{contract}-{period}-{revision}-{extract.Name}.csv");
    }
}
