using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SlaMonitor.Web.Requests;

/// <summary>A form whose last part is a file, read up to that file: what comes before it is here, the file comes while it is read.</summary>
/// <param name="Fields">Those before the file.</param>
/// <param name="FileName">As its sender calls it; empty where none was selected.</param>
/// <param name="File">Null where the form has none.</param>
internal sealed record StreamedForm(IFormCollection Fields, string FileName, Stream? File)
{
    private const int MostFields = 2_000, MostHeadersOfPart = 8, MostCharactersOfBoundary = 70;

    /// <summary>Of all fields before the file together: figures that were typed in travel there.</summary>
    private const int MostBytesOfFields = 320 * 1024;

    /// <exception cref="InvalidDataException">It is no such form, or too much comes before the file.</exception>
    public static async Task<StreamedForm> Begin(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= MostCharactersOfBoundary } boundary)
            throw new InvalidDataException("A form without a boundary.");
        var reader = new MultipartReader(boundary.ToString(), request.Body) { HeadersCountLimit = MostHeadersOfPart, BodyLengthLimit = null };
        var (fields, left) = (new Dictionary<string, StringValues>(StringComparer.Ordinal), MostBytesOfFields);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)) throw new InvalidDataException("A part without a name.");
            // A file that was not selected has a name too, an empty one.
            if (part.FileName.HasValue || part.FileNameStar.HasValue)
                return new(new FormCollection(fields), HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString(), section.Body);
            var (text, bytes) = await Text(section.Body, left, cancellation);
            left -= bytes;
            if (fields.Count == MostFields || !fields.TryAdd(HeaderUtilities.RemoveQuotes(part.Name).ToString(), text)) throw new InvalidDataException("Too many fields, or one twice.");
        }

        return new(new FormCollection(fields), "", null);
    }

    /// <summary>Reads what is left and forgets it, since a browser shows no answer before it has sent all. The body has its limit.</summary>
    public async Task Drain(CancellationToken cancellation)
    {
        if (File is not null) await File.CopyToAsync(Stream.Null, cancellation);
    }

    private static async Task<(string Text, int Bytes)> Text(Stream body, int most, CancellationToken cancellation)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(most + 1);
        try
        {
            var count = await body.ReadAtLeastAsync(bytes, most + 1, throwOnEndOfStream: false, cancellation);
            return count > most ? throw new InvalidDataException("Fields that are too long.") : (System.Text.Encoding.UTF8.GetString(bytes, 0, count), count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}

internal static class StreamedFormConventions
{
    /// <summary>For a page whose form ends in a file that may be large. Its handler finds the form among the request's features.</summary>
    public static TBuilder TakesStreamedForm<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new TakesStreamedForm());
}

internal sealed record TakesStreamedForm;
