using Microsoft.AspNetCore.Http;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>A file that came as the body of a request, or as the one file of a form.</summary>
/// <param name="Fields">Of the form; empty where the file was the body.</param>
internal sealed record SentFile(byte[] Bytes, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What a form needs around its file.</summary>
    public const int RoomForForm = 64 * 1024;

    public static readonly ApiProblem Empty = KnownProblems.BadRequest with { Detail = "The body is empty." };

    public static readonly ApiProblem NotOneFile = KnownProblems.BadRequest with { Detail = "A form must hold one file, in the field 'file'." };

    /// <summary>Counts while reading, as not every host does.</summary>
    /// <returns>The file, or why there is none.</returns>
    public static async Task<(SentFile? File, ApiProblem? Refusal)> Read(HttpRequest request, long most, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.ContentType!.StartsWith("application/", StringComparison.OrdinalIgnoreCase))
            return await Taken(request.Body, most, cancellation) is not { } body ? (null, KnownProblems.TooLarge)
                : body.Length == 0 ? (null, Empty)
                : (new(body, new Dictionary<string, string>()), null);
        var form = await request.ReadFormAsync(cancellation);
        if (form.Files is not [{ Name: "file" } only]) return (null, NotOneFile);
        await using var stream = only.OpenReadStream();
        if (await Taken(stream, most, cancellation) is not { } bytes) return (null, KnownProblems.TooLarge);
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
