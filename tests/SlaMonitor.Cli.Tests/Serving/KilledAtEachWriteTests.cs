using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;
using SlaMonitor.Cli.Local;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>
/// <c>sla serve</c> as a process, killed as by <c>kill -9</c> at each write of a return's way, once before storage hears of it and once
/// after storage has done it, and started again. Which writes there are is what an undisturbed return makes, so that none can be
/// forgotten. (That every request of every other way is survived too, <c>CrashTests</c> shows within one process.)
/// </summary>
public sealed partial class KilledAtEachWriteTests : IDisposable
{
    private static readonly Dictionary<string, string> Soon = new() { ["Work__ComesAgainAfter"] = "00:00:02" };

    /// <summary>Raw blob, pending row, receipt, message; result, flip, index, and the message deleted.</summary>
    private static readonly string[] Way =
    [
        "blob PUT raw", "table PUT index", "table POST contracts", "queue POST assess",
        "blob PUT results", "table POST contracts", "table POST index", "queue DELETE assess",
    ];

    /// <summary>What comes within ten seconds of another change is looked at once more, which is no part of a return's way.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(11);

    /// <summary>One word, as each word of a contract has a row that finds it.</summary>
    private const string Undisturbed = "case00";

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-monitor-").FullName;
    private readonly YearMonth _month = SystemClock.Instance.GetCurrentInstant().InUtc().Date.ToYearMonth().PlusMonths(-2);
    private Served? _life;

    public void Dispose()
    {
        _life?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_any_write_of_a_return_it_ends_as_if_nothing_had_happened()
    {
        using var azurite = Assert.IsType<AzuriteStart.Running>(await Azurite.Start(new(_folder), Machine.From(Environment.GetEnvironmentVariable), _ => { })).Azurite;
        using var storage = new WatchedStorage(azurite.ConnectionString);
        var stores = new Stores(StorageAccount.Emulated(azurite.ConnectionString, new(), new()));
        await Begin(storage);
        var deaths = Enumerable.Range(0, Way.Length * 2).Select(i => (Code: $"case{i + 1:D2}", At: i / 2 + 1, StorageDoesIt: i % 2 == 1)).ToList();
        foreach (var code in deaths.Select(d => d.Code).Prepend(Undisturbed)) await PutIntoForce(code);
        await Settled(stores);
        await Task.Delay(Apart);

        storage.LookAt(Undisturbed);
        await Send(Undisturbed);
        await Taken(stores, Undisturbed);
        await Eventually.Holds(() => Task.FromResult(storage.Writes.Count >= Way.Length));
        Assert.Equal(Way, storage.Writes);

        foreach (var (code, at, storageDoesIt) in deaths)
        {
            var killed = new TaskCompletionSource();
            storage.LookAt(code);
            storage.EndAt(at, storageDoesIt, async () =>
            {
                await _life!.Kill();
                killed.SetResult();
            });
            var sending = Eventually.Answers(() => Send(code));
            await killed.Task.WaitAsync(TimeSpan.FromMinutes(1));
            _life!.Dispose();
            await Begin(storage);
            await sending;
            await Taken(stores, code);
        }

        // What was begun and left is swept up after two minutes, which are not waited for.
        await new SweepPending(stores, new FakeClock(SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(3))).Run();
        await Settled(stores);
        var whole = await State(azurite.ConnectionString, Undisturbed);
        Assert.Contains(whole, line => line.StartsWith("results", StringComparison.Ordinal));
        foreach (var (code, at, storageDoesIt) in deaths)
        {
            Same(whole, await State(azurite.ConnectionString, code), $"{Way[at - 1]}, {(storageDoesIt ? "after" : "before")} storage did it");
            Assert.IsType<AuditVerdict.Whole>(await new VerifyAudit(stores).Of(code));
        }
    }

    private async Task Begin(WatchedStorage storage) => _life = await Served.Start(Soon, "serve", "--port", "0", "--storage", storage.ConnectionString);

    /// <summary>A return on its target, of a month whose return is not due for long, so that no alert arises.</summary>
    private async Task PutIntoForce(string code)
    {
        using var manager = new ServiceClient(_life!.Address, "manager");
        await manager.PutIntoForce(code, _month.OnDayOfMonth(1), Encoding.UTF8.GetBytes($$"""
            contract: {{code}}
            title: Help desk
            client: Our council
            supplier: Our supplier
            effectiveFrom: {{LocalDatePattern.Iso.Format(_month.OnDayOfMonth(1))}}
            term: { start: {{LocalDatePattern.Iso.Format(_month.OnDayOfMonth(1))}}, initial: 5 years }
            workingDays: england-and-wales
            returns: { due: 200 working days, whenMissing: worstRung }
            indicators:
              KPI1: { title: Incidents resolved in time, kind: KPI, better: higher,
                      measure: { ratio: { of: resolved in time, to: resolved } },
                      ladder: { target: { from: 95 % }, failed: {} } }
            """));
    }

    /// <summary>190 of 200 is 95 %. Sent with a key, so that the sender can send it again while the service is away.</summary>
    private async Task<bool> Send(string code)
    {
        using var http = new HttpClient { BaseAddress = new(_life!.Address) };
        http.DefaultRequestHeaders.Authorization = new("Development", "manager");
        using var send = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/contracts/{code}/returns")
        {
            Content = new StringContent($"indicator,figure,value\n,contract,{code}\n,period,{ServicePeriod.NameOf(_month)}\n,submitted on,{LocalDatePattern.Iso.Format(_month.PlusMonths(1).OnDayOfMonth(5))}\nKPI1,of,190\nKPI1,to,200\n", Encoding.UTF8, MediaTypeHeaderValue.Parse("text/csv")),
        };
        send.Headers.Add("Idempotency-Key", "the-one");
        using var sent = await http.SendAsync(send);
        return sent.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    private static Task Taken(Stores stores, string code) => Eventually.Holds(async () => await stores.Register.Load(code) is { Inbox.Count: 0, Current: not null, Returns.Count: 1 });

    /// <summary>Nothing is pending and no message waits, those of a second look after half a minute neither.</summary>
    private static Task Settled(Stores stores) => Eventually.Holds(async () =>
        (await stores.Index.Pending(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1))).Count == 0
        && await stores.Assess.Count() == 0 && await stores.Alerts.Count() == 0);

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string where) => Assert.True(
        expected.SequenceEqual(actual),
        $"{where}\n{string.Join('\n', expected.Except(actual).Select(l => $"missing: {l}").Concat(actual.Except(expected).Select(l => $"too much: {l}")))}");

    /// <summary>Every row and blob of the contract, without its code, the instants, and the hashes that these go into.</summary>
    private static async Task<IReadOnlyList<string>> State(string connection, string code)
    {
        var lines = new List<string>();
        foreach (var table in (string[])["contracts", "index"])
            await foreach (var row in new TableClient(connection, table).QueryAsync<TableEntity>())
                if (row.PartitionKey == code || row.RowKey.Contains(code, StringComparison.Ordinal)) lines.Add($"{table} {row.RowKey}: {Values(row)}");
        foreach (var container in (string[])["raw", "results"])
            await foreach (var blob in new BlobContainerClient(connection, container).GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{code}/", default))
                lines.Add($"{container} {blob.Name}");
        return [.. lines.Select(l => WithoutWhatIsItsOwn(l, code)).Order(StringComparer.Ordinal)];
    }

    private static string Values(TableEntity row) => string.Join(", ", row
        .Where(v => v.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => $"{v.Key}={(v.Value is byte[] bytes ? Text(bytes) : v.Value)}"));

    private static string Text(byte[] bytes)
    {
        if (bytes is not [0x1f, 0x8b, ..]) return Encoding.UTF8.GetString(bytes);
        using var text = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static string WithoutWhatIsItsOwn(string line, string code) =>
        Hash().Replace(Moment().Replace(line.Replace(code, "(code)", StringComparison.Ordinal), "(instant)"), "(hash)");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|\d{8}T\d{13}")]
    private static partial Regex Moment();

    [GeneratedRegex("[0-9a-f]{16,64}")]
    private static partial Regex Hash();
}
