using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using NodaTime;

namespace SlaMonitor.Service.Storage;

/// <summary>What came of putting a file there while it comes.</summary>
internal abstract record TakenBlob
{
    private TakenBlob()
    {
    }

    public sealed record There(long Length, string Sha256) : TakenBlob;

    public sealed record TooLarge : TakenBlob;

    public sealed record AnotherThere : TakenBlob;
}

/// <summary>Files too large to be held in a request: those that pass through the service a block at a time, and those that
/// their sender puts straight into storage, with leave to create that one blob for some minutes and nothing else.</summary>
public sealed class UploadBlobs
{
    /// <summary>What is held in memory of a file while it comes.</summary>
    public const int BytesOfBlock = 4 * 1024 * 1024;

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
    public async Task<byte[]> Read(string name) => await Find(name) ?? throw new InvalidOperationException($"The upload {name} is gone.");

    /// <returns>Null where nothing was put there.</returns>
    public async Task<byte[]?> Find(string name)
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

    /// <summary>To be read once from its beginning; it comes while it is read.</summary>
    public Stream Open(string name) => _container.GetBlobClient(name).DownloadStreaming().Value.Content;

    /// <summary>To be read once from its beginning.</summary>
    /// <returns>Null where there is none (any more).</returns>
    public async Task<Stream?> OpenIfThere(string name)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadStreamingAsync()).Value.Content;
        }
        catch (RequestFailedException failed) when (failed.IsNotFound())
        {
            return null;
        }
    }

    /// <summary>Puts a file there while it comes, a block at a time. Blocks that are never put together storage forgets by itself.</summary>
    /// <param name="most">In bytes; of a larger file nothing is there.</param>
    internal async Task<TakenBlob> Take(string name, Stream file, long most, CancellationToken cancellation)
    {
        var blob = _container.GetBlockBlobClient(name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (block, blocks, length) = (ArrayPool<byte>.Shared.Rent(BytesOfBlock), new List<string>(), 0L);
        try
        {
            while (await file.ReadAtLeastAsync(block.AsMemory(0, BytesOfBlock), BytesOfBlock, throwOnEndOfStream: false, cancellation) is > 0 and var count)
            {
                if ((length += count) > most) return new TakenBlob.TooLarge();
                hash.AppendData(block, 0, count);
                blocks.Add(Convert.ToBase64String(BitConverter.GetBytes(blocks.Count)));
                await blob.StageBlockAsync(blocks[^1], new MemoryStream(block, 0, count), cancellationToken: cancellation);
            }

            await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
            return new TakenBlob.There(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (RequestFailedException failed) when (failed.IsThereAlready() || failed.IsChangedMeanwhile())
        {
            return new TakenBlob.AnotherThere();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Only disposal deletes all.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAll(string prefix)
    {
        var count = 0;
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            await Delete(blob.Name);
            count++;
        }

        return count;
    }

    public async Task Delete(string name) => await _container.GetBlobClient(name).DeleteIfExistsAsync();
}
