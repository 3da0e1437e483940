using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SlaMonitor.Service.Storage;

/// <summary>Blobs that are named for good: what is there is never written again.</summary>
public sealed class WriteOnceBlobs
{
    private readonly BlobContainerClient _container;

    internal WriteOnceBlobs(BlobContainerClient container) => _container = container;

    /// <returns>False where a blob of that name was there already.</returns>
    public async Task<bool> Put(string name, byte[] bytes, string contentType)
    {
        try
        {
            await _container.GetBlobClient(name).UploadAsync(new BinaryData(bytes), new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = new() { ContentType = contentType },
            });
            return true;
        }
        catch (RequestFailedException failed) when (failed.IsThereAlready() || failed.IsChangedMeanwhile())
        {
            return false;
        }
    }

    /// <returns>Null where there is none.</returns>
    public async Task<byte[]?> Get(string name)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (RequestFailedException failed) when (failed.IsNotFound())
        {
            return null;
        }
    }

    /// <summary>The names of all under a prefix, in their order.</summary>
    public async Task<IReadOnlyList<string>> Names(string prefix)
    {
        var names = new List<string>();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None)) names.Add(blob.Name);
        return names;
    }

    /// <summary>Only disposal deletes.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAll(string prefix)
    {
        var names = await Names(prefix);
        foreach (var name in names) await _container.GetBlobClient(name).DeleteIfExistsAsync();
        return names.Count;
    }
}
