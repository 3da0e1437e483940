using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>A file that came as the body of a request, or as the one file of a form.</summary>
/// <param name="Fields">Of the form; empty where the file was the body.</param>
internal sealed record SentFile(byte[] Bytes, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What a form needs around its file.</summary>
    public const int RoomForForm = 64 * 1024;

    public static readonly ApiProblem Empty = KnownProblems.BadRequest with { Detail = "The body is empty." };

    public static readonly ApiProblem NotOneFile =
        KnownProblems.BadRequest with { Detail = "A form must hold one file, in the field 'file', and no field twice." };

    public static readonly ApiProblem Broken =
        KnownProblems.BadRequest with { Detail = "The body cannot be read: it is broken, or a form of too many parts or parts with too many headers." };

    private const int MostParts = 10, MostHeadersOfPart = 8;

    /// <summary>Counts while reading, as not every host does.</summary>
    /// <returns>The file, or why there is none.</returns>
    public static async Task<(SentFile? File, ApiProblem? Refusal)> Read(HttpRequest request, long most, CancellationToken cancellation)
    {
        try
        {
            return !request.HasFormContentType || request.ContentType!.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                ? await OfBody(request, most, cancellation)
                : await OfForm(request, most, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException || IsCutOff(broken, request.HttpContext))
        {
            return (null, Broken);
        }
    }

    /// <summary>Chunks or parts that are none. What the server itself says of a body (too slow, too large, cut off) goes its own way.</summary>
    public static bool IsCutOff(Exception broken, HttpContext context) =>
        broken is IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested;

    private static async Task<(SentFile? File, ApiProblem? Refusal)> OfBody(HttpRequest request, long most, CancellationToken cancellation) =>
        await Taken(request.Body, most, cancellation) is not { } body ? (null, KnownProblems.LargerThan(most))
        : body.Length == 0 ? (null, Empty)
        : (new(body, new Dictionary<string, string>()), null);

    private static async Task<(SentFile? File, ApiProblem? Refusal)> OfForm(HttpRequest request, long most, CancellationToken cancellation)
    {
        var room = (int)Math.Min(most, int.MaxValue - RoomForForm) + RoomForForm;
        var form = await request.ReadFormAsync(new FormOptions
        {
            // Kept in memory whole: nothing of a sender's is to lie in a temporary folder.
            MemoryBufferThreshold = room,
            MultipartBodyLengthLimit = room,
            ValueCountLimit = MostParts,
            MultipartHeadersCountLimit = MostHeadersOfPart,
        }, cancellation);
        if (form.Files is not [{ Name: "file" } only] || form.Any(f => f.Value.Count != 1)) return (null, NotOneFile);
        await using var stream = only.OpenReadStream();
        if (await Taken(stream, most, cancellation) is not { } bytes) return (null, KnownProblems.LargerThan(most));
        return bytes.Length == 0 ? (null, Empty) : (new(bytes, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal)), null);
    }

    private static async Task<byte[]?> Taken(Stream stream, long most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var some = new byte[64 * 1024];
        while (await stream.ReadAsync(some, cancellation) is > 0 and var count)
        {
            if (bytes.Length + count > most) return null;
            bytes.Write(some, 0, count);
        }

        return bytes.ToArray();
    }
}
