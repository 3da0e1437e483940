using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using NodaTime;

namespace SlaMonitor.Service.Storage;

/// <summary>Files too large to pass through the service: their sender puts them straight into storage, with leave to create that one blob
/// for some minutes and nothing else.</summary>
public sealed class UploadBlobs
{
    private readonly BlobContainerClient _container;
    private readonly BlobServiceClient _service;

    internal UploadBlobs(BlobServiceClient service, string container) => (_service, _container) = (service, service.GetBlobContainerClient(container));

    /// <summary>Leave to create one blob. In Azure it is signed with a key of the service's identity, on the emulator with the published one.</summary>
    public async Task<Uri> LeaveFor(string name, Instant from, Instant until)
    {
        var blob = _container.GetBlobClient(name);
        var leave = new BlobSasBuilder(BlobSasPermissions.Create, until.ToDateTimeOffset())
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = name,
            Resource = "b",
        };
        if (blob.CanGenerateSasUri) return blob.GenerateSasUri(leave);
        var key = await _service.GetUserDelegationKeyAsync(new BlobGetUserDelegationKeyOptions(until.ToDateTimeOffset()) { StartsOn = from.ToDateTimeOffset() });
        return new BlobUriBuilder(blob.Uri) { Sas = leave.ToSasQueryParameters(key.Value, _service.AccountName) }.ToUri();
    }

    /// <returns>Null where nothing was put there.</returns>
    public async Task<long?> Length(string name)
    {
        try
        {
            return (await _container.GetBlobClient(name).GetPropertiesAsync()).Value.ContentLength;
        }
        catch (RequestFailedException failed) when (failed.IsNotFound())
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">Nothing was put there.</exception>
    public async Task<byte[]> Read(string name)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();
        }
        catch (RequestFailedException failed) when (failed.IsNotFound())
        {
            throw new InvalidOperationException($"The upload {name} is gone.", failed);
        }
    }

    public async Task Delete(string name) => await _container.GetBlobClient(name).DeleteIfExistsAsync();
}
