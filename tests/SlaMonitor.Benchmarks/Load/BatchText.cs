using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>A transaction read back from its request, as actions of the table client. Conditions on versions are dropped: storage
/// does the same work for them.</summary>
internal static partial class BatchText
{
    public static (string Table, List<TableTransactionAction> Actions) Read(string body)
    {
        var (table, actions) = ("", new List<TableTransactionAction>());
        foreach (Match part in Part().Matches(body))
        {
            var path = Uri.UnescapeDataString(new Uri(part.Groups["uri"].Value).AbsolutePath.Split('/', 3)[2]);
            var key = Key().Match(path);
            table = key.Success ? key.Groups["table"].Value : path;
            var row = Row(part.Groups["body"].Value.Trim());
            if (key.Success) (row.PartitionKey, row.RowKey) = (key.Groups["partition"].Value, key.Groups["row"].Value);
            var mustBeThere = part.Groups["headers"].Value.Contains("If-Match:", StringComparison.OrdinalIgnoreCase);
            actions.Add(new(Type(part.Groups["method"].Value, mustBeThere), row, ETag.All));
        }

        return (table, actions);
    }

    /// <summary>A row of one request for it alone: <c>table(PartitionKey='p',RowKey='r')</c>, or <c>table</c> with the keys in the body.</summary>
    public static (string Table, TableEntity Row) Read(string path, string body)
    {
        var key = Key().Match(path);
        var row = Row(body);
        if (!key.Success) return (path, row);
        (row.PartitionKey, row.RowKey) = (key.Groups["partition"].Value, key.Groups["row"].Value);
        return (key.Groups["table"].Value, row);
    }

    private static TableTransactionActionType Type(string method, bool mustBeThere) => (method, mustBeThere) switch
    {
        ("POST", _) => TableTransactionActionType.Add,
        ("PUT", false) => TableTransactionActionType.UpsertReplace,
        ("PUT", true) => TableTransactionActionType.UpdateReplace,
        ("DELETE", _) => TableTransactionActionType.Delete,
        (_, false) => TableTransactionActionType.UpsertMerge,
        (_, true) => TableTransactionActionType.UpdateMerge,
    };

    private static TableEntity Row(string json)
    {
        var row = new TableEntity();
        if (json.Length == 0) return row;
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        foreach (var property in root.EnumerateObject().Where(p => !p.Name.Contains("odata.", StringComparison.Ordinal)))
            row[property.Name] = Value(property.Value, root.TryGetProperty($"{property.Name}@odata.type", out var type) ? type.GetString() : null);
        return row;
    }

    private static object? Value(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, JsonValueKind.Number) => value.GetInt32(),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Null) => null,
        _ => value.GetString(),
    };

    [GeneratedRegex(
        @"^(?<method>[A-Z]+) (?<uri>http\S+) HTTP/1\.1\r?\n(?<headers>(?:[^\r\n]+\r?\n)*)\r?\n(?<body>.*?)(?=^--|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<table>\w+)\(PartitionKey='(?<partition>[^']*)',RowKey='(?<row>[^']*)'\)")]
    private static partial Regex Key();
}
