using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Storage;

/// <summary>JSON documents named by the SHA-256 of their content, gzipped: the same document is stored once.</summary>
public sealed class ResultDocuments
{
    private readonly WriteOnceBlobs _blobs;

    internal ResultDocuments(WriteOnceBlobs blobs) => _blobs = blobs;

    public Task Put(string contract, PeriodDocument document) => _blobs.Put($"{contract}/{document.Sha256}", Packed.Gzip(document.Json), "application/gzip");

    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidDataException">What is stored under the hash is not what was hashed.</exception>
    public async Task<string?> Get(string contract, string sha256)
    {
        if (await _blobs.Get($"{contract}/{sha256}") is not { } packed) return null;
        var json = Packed.Gunzip(new MemoryStream(packed));
        return ContentHash.Of(json) == sha256 ? json : throw new InvalidDataException($"The document {contract}/{sha256} has been changed.");
    }

    /// <summary>Only disposal deletes.</summary>
    public Task<int> DeleteAll(string contract) => _blobs.DeleteAll($"{contract}/");
}
