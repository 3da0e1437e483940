using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace SlaMonitor.Service.Storage;

/// <summary>The way to one storage account: Azure by managed identity, the emulator by its published key.</summary>
public sealed class StorageAccount
{
    /// <summary>Storage answers in milliseconds; each further retry waits twice as long.</summary>
    private static readonly TimeSpan FirstRetryAfter = TimeSpan.FromMilliseconds(100);

    private const int MostRetries = 6;

    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;

    private StorageAccount(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues, StorageNames names, StorageRequests requests)
    {
        (_tables, _blobs, _queues) = (tables, blobs, queues);
        (Names, Requests) = (names, requests);
        Contracts = _tables.GetTableClient(names.Contracts);
        Index = _tables.GetTableClient(names.Index);
        Access = _tables.GetTableClient(names.Access);
    }

    public StorageNames Names { get; }

    public StorageRequests Requests { get; }

    internal TableClient Contracts { get; }

    internal TableClient Index { get; }

    internal TableClient Access { get; }

    /// <summary>The emulator, or an account whose key is known; production has no shared keys.</summary>
    /// <param name="wire">What carries every request, where it shall be another than the usual one.</param>
    public static StorageAccount Emulated(string connectionString, StorageNames names, StorageRequests requests, HttpMessageHandler? wire = null) => new(
        new(connectionString, Over(wire, Counted(new TableClientOptions(), requests.Of("table")))),
        new(connectionString, Over(wire, Counted(new BlobClientOptions(), requests.Of("blob")))),
        new(connectionString, Over(wire, Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, requests.Of("queue")))),
        names,
        requests);

    /// <summary>An account of Azure by its name, with the identity that the process runs as.</summary>
    public static StorageAccount InAzure(string account, StorageNames names, StorageRequests requests)
    {
        var who = new DefaultAzureCredential();
        return new(
            new(new($"https://{account}.table.core.windows.net"), who, Counted(new TableClientOptions(), requests.Of("table"))),
            new(new($"https://{account}.blob.core.windows.net"), who, Counted(new BlobClientOptions(), requests.Of("blob"))),
            new(new Uri($"https://{account}.queue.core.windows.net"), who, Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, requests.Of("queue"))),
            names,
            requests);
    }

    /// <summary>Makes what is not there yet. In production the infrastructure has made it.</summary>
    public async Task EnsureCreated()
    {
        foreach (var table in Names.Tables) await _tables.CreateTableIfNotExistsAsync(table);
        foreach (var container in Names.Containers) await Container(container).CreateIfNotExistsAsync();
        foreach (var queue in Names.Queues)
        {
            await Queue(queue).CreateIfNotExistsAsync();
            await Queue(StorageNames.PoisonOf(queue)).CreateIfNotExistsAsync();
        }
    }

    /// <returns>False where the account does not answer.</returns>
    public async Task<bool> TryEnsureCreated()
    {
        try
        {
            await EnsureCreated();
            return true;
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException)
        {
            return false;
        }
    }

    internal BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    internal UploadBlobs Uploads => new(_blobs, Names.Uploads);

    internal UploadBlobs Extracts => new(_blobs, Names.Extracts);

    internal QueueClient Queue(string name) => _queues.GetQueueClient(name);

    private static O Counted<O>(O options, HttpPipelinePolicy requests)
        where O : ClientOptions
    {
        options.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        options.Retry.Delay = FirstRetryAfter;
        options.Retry.MaxRetries = MostRetries;
        return options;
    }

    private static O Over<O>(HttpMessageHandler? wire, O options)
        where O : ClientOptions
    {
        if (wire is not null) options.Transport = new HttpClientTransport(wire);
        return options;
    }
}
