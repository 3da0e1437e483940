using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>The requests of a recording made again by the bare storage clients, for any contract; none of our code takes part.</summary>
internal sealed partial class Replay
{
    /// <summary>Those of a return that its sender makes; then its message is received.</summary>
    private const int OfSender = 4;

    private readonly Recording _recording;
    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;
    private readonly string[] _pending;

    public Replay(Recording recording, string connection)
    {
        _recording = recording;
        _tables = new(connection);
        _blobs = new(connection);
        Queue = new(connection, "assess", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        _pending = [.. recording.Returns.Select(r => Message(r[OfSender - 1], Recording.Code))];
    }

    public QueueClient Queue { get; }

    /// <summary>Writes what a contract in force and assessed comes to.</summary>
    public async Task PutIntoForce(string code)
    {
        foreach (var request in _recording.Setup.Where(r => r.Service != "queue" && r.Method != "GET")) await Make(request, code);
    }

    public async Task Send(string code, int month)
    {
        foreach (var request in _recording.Returns[month].Take(OfSender)) await Make(request, code);
    }

    /// <param name="text">Of the message received, which says which contract and month it is.</param>
    public async Task Work(string text)
    {
        var code = Contract().Match(text).Groups[1].Value;
        var month = Array.IndexOf(_pending, text.Replace(code, Recording.Code, StringComparison.Ordinal));
        foreach (var request in _recording.Returns[month].Skip(OfSender + 1).SkipLast(1)) await Make(request, code);
    }

    private async Task Make(RecordedRequest request, string code)
    {
        string Named(string text) => text.Replace(Recording.Code, code, StringComparison.Ordinal);
        switch (request)
        {
            case { Service: "blob", Method: "PUT" }:
                var path = Named(request.Path).Split('/', 2);
                await _blobs.GetBlobContainerClient(path[0]).GetBlobClient(path[1]).UploadAsync(new BinaryData(request.Body), new BlobUploadOptions
                {
                    Conditions = new() { IfNoneMatch = ETag.All },
                    HttpHeaders = new() { ContentType = "application/octet-stream" },
                });
                break;
            case { Service: "table", Method: "GET" }:
                await foreach (var _ in _tables.GetTableClient(request.Path.Split('(')[0]).QueryAsync<TableEntity>(Named(Filter(request.Query))))
                {
                }

                break;
            case { Service: "table", Path: "$batch" }:
                var (table, actions) = BatchText.Read(Named(Encoding.UTF8.GetString(request.Body)));
                await _tables.GetTableClient(table).SubmitTransactionAsync(actions);
                break;
            case { Service: "table", Method: "DELETE" }:
                var (from, gone) = BatchText.Read(Named(request.Path), "");
                await _tables.GetTableClient(from).DeleteEntityAsync(gone.PartitionKey, gone.RowKey);
                break;
            case { Service: "table" }:
                var (of, row) = BatchText.Read(Named(request.Path), Named(Encoding.UTF8.GetString(request.Body)));
                await _tables.GetTableClient(of).UpsertEntityAsync(row, TableUpdateMode.Replace);
                break;
            case { Service: "queue", Method: "POST" }:
                await Queue.SendMessageAsync(Message(request, code), timeToLive: TimeSpan.FromSeconds(-1));
                break;
            default:
                throw new InvalidOperationException($"{request.Method} {request.Service} {request.Path} is not replayed.");
        }
    }

    private static string Message(RecordedRequest sent, string code)
    {
        var text = MessageText().Match(Encoding.UTF8.GetString(sent.Body)).Groups[1].Value;
        return Encoding.UTF8.GetString(Convert.FromBase64String(text)).Replace(Recording.Code, code, StringComparison.Ordinal);
    }

    private static string Filter(string query) => query.TrimStart('?').Split('&')
        .Select(part => Uri.UnescapeDataString(part.Replace('+', ' ')))
        .First(part => part.StartsWith("$filter=", StringComparison.Ordinal))["$filter=".Length..];

    [GeneratedRegex("<MessageText>([^<]*)</MessageText>")]
    private static partial Regex MessageText();

    [GeneratedRegex("\"Contract\":\"([^\"]*)\"")]
    private static partial Regex Contract();
}
