using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SlaMonitor.Service.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>All that an account holds, as lines: every column of every row, every blob with its text, and how many messages wait.</summary>
internal static class Everything
{
    public static async Task<IReadOnlyList<string>> In(StorageAccount account)
    {
        var (lines, names, connection) = (new List<string>(), account.Names, await AzuriteFixture.ConnectionString());
        foreach (var table in names.Tables)
            await foreach (var row in new TableClient(connection, table).QueryAsync<TableEntity>())
                lines.Add($"{table} {string.Join(' ', row.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={Text(c.Value)}"))}");
        foreach (var container in names.Containers)
        {
            var blobs = new BlobContainerClient(connection, container);
            await foreach (var blob in blobs.GetBlobsAsync())
                lines.Add($"{container}/{blob.Name} {Text((await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray())}");
        }

        foreach (var queue in names.Queues)
            lines.Add($"{queue} {(await new QueueClient(connection, queue).GetPropertiesAsync()).Value.ApproximateMessagesCount}");
        return lines;
    }

    private static string Text(object? value) => value switch
    {
        byte[] bytes => System.Text.Encoding.Latin1.GetString(bytes is [0x1f, 0x8b, ..] ? Gunzipped(bytes) : bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static byte[] Gunzipped(byte[] bytes)
    {
        using var zip = new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }
}
