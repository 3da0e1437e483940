using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SlaMonitor.Cli.Local;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary><c>sla serve</c> as a process of its own on an emulator of its own: what it does, and what it does when it is killed.</summary>
public sealed class ServeTests : IDisposable
{
    /// <summary>So that what a killed worker had in hand comes again soon.</summary>
    private static readonly Dictionary<string, string> Soon = new() { ["Work__ComesAgainAfter"] = "00:00:02" };

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-monitor-").FullName;

    /// <summary>The process that is killed and started again, as long as it lives.</summary>
    private Served? _life;

    private string Data => Path.Combine(_folder, "storage");

    public void Dispose()
    {
        _life?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_says_where_it_answers_takes_a_return_and_shows_the_assessment()
    {
        using var served = await Served.Start(null, "serve", "--port", "0", "--data", Data);
        Assert.Matches(@"^SLA Monitor answers at http://127\.0\.0\.1:\d+: sign in at http://127\.0\.0\.1:\d+/sign-in, programs with the header 'Authorization: Development manager'\. Ctrl\+C ends it\.$", served.FirstLine);
        using var http = new HttpClient { BaseAddress = new(served.Address) };
        Assert.Equal("""{"status":"alive"}""", await http.GetStringAsync("/healthz"));
        // No mail server is set, and that is said.
        await Eventually.Holds(async () => await http.GetStringAsync("/readyz") == """{"ready":true,"degraded":true,"checks":[{"name":"queues","isReady":true,"isDegraded":false},{"name":"operator alerts","isReady":true,"isDegraded":false},{"name":"daily run","isReady":true,"isDegraded":false},{"name":"alerts by mail","isReady":true,"isDegraded":true}]}""");

        using var manager = new ServiceClient(served.Address, "manager");
        await manager.PutIntoForce("my-first", new(2026, 1, 1), File.ReadAllBytes(Terminal.InRepository("samples/first-contract.yaml")));
        var receipt = await manager.SendHistory("my-first", File.ReadAllBytes(Terminal.InRepository("samples/first-return.csv")));
        await Eventually.Holds(async () => await manager.StatusOf(receipt) == "accepted");
        Assert.Equal("my-first", (await Eventually.Get(() => manager.Tell("my-first"))).Contract);

        Assert.Equal(ExitCode.Fine, await served.Stop());
        Assert.All(served.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("Information", JsonElement.Parse(line).GetProperty("LogLevel").GetString()));
        Assert.False(File.Exists(Path.Combine(Data, "connection.txt")));
    }

    /// <summary>Killed again and again, at moments nobody chose, while 24 returns come in from a sender who sends again what was not
    /// answered: it ends where the files alone end.</summary>
    [Fact]
    public async Task Killed_at_any_moment_and_started_again_it_ends_where_the_files_do()
    {
        using var azurite = await Emulator();
        var stores = new Stores(StorageAccount.Emulated(azurite.ConnectionString, new(), new()));
        var served = _life = await Served.Start(Soon, "serve", "--port", "0", "--storage", azurite.ConnectionString);
        using (var manager = new ServiceClient(served.Address, "manager")) await Ladder.PutIntoForce(manager);
        var address = served.Address;
        using var done = new CancellationTokenSource();
        var lives = 0;
        var killing = Task.Run(async () =>
        {
            for (; lives < 4 && !done.IsCancellationRequested; lives++)
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(50, 3000));
                await served.Kill();
                _life = null;
                served.Dispose();
                served = _life = await Served.Start(Soon, "serve", "--port", "0", "--storage", azurite.ConnectionString);
                address = served.Address;
            }
        });

        foreach (var (file, number) in Ladder.Returns.Select((f, i) => (f, i)))
            await Eventually.Answers(async () =>
            {
                using var manager = new ServiceClient(address, "manager");
                return await manager.SendHistory(Ladder.Code, file.Bytes, $"return-{number}");
            });
        await done.CancelAsync();
        await killing;
        Assert.True(lives > 0);

        await Eventually.Holds(async () => (await stores.Register.Load(Ladder.Code)) is { Inbox.Count: 0, Returns.Count: 24 });
        using (var manager = new ServiceClient(address, "manager")) await Ladder.AssertWhole(manager, stores);
    }

    [Fact]
    public async Task Two_workers_beside_it_and_one_of_them_killed_lose_nothing_and_double_nothing()
    {
        using var served = await Served.Start(Soon, "serve", "--port", "0", "--data", Data);
        using var one = await Served.Start(Soon, "serve", "--no-web", "--data", Data);
        using var other = await Served.Start(Soon, "serve", "--no-web", "--data", Data);
        Assert.Equal("Works on what the service receives. Ctrl+C ends it.", one.FirstLine);
        using var manager = new ServiceClient(served.Address, "manager");
        await Ladder.PutIntoForce(manager);
        foreach (var file in Ladder.Returns.Take(12)) await manager.SendHistory(Ladder.Code, file.Bytes);
        await one.Kill();
        foreach (var file in Ladder.Returns.Skip(12)) await manager.SendHistory(Ladder.Code, file.Bytes);

        var stores = new Stores(StorageAccount.Emulated(await File.ReadAllTextAsync(Path.Combine(Data, "connection.txt")), new(), new()));
        await Eventually.Holds(async () => (await stores.Register.Load(Ladder.Code)).Inbox.Count == 0);
        await Ladder.AssertWhole(manager, stores);
        Assert.Equal(ExitCode.Fine, await other.Stop());
        Assert.Equal(ExitCode.Fine, await served.Stop());
    }

    [Fact]
    public async Task Storage_taken_away_and_given_back_it_goes_on()
    {
        var first = await Emulator();
        using var served = await Served.Start(Soon, "serve", "--port", "0", "--storage", first.ConnectionString);
        using var manager = new ServiceClient(served.Address, "manager");
        using var http = new HttpClient { BaseAddress = new(served.Address) };
        await manager.PutIntoForce("my-first", new(2026, 1, 1), File.ReadAllBytes(Terminal.InRepository("samples/first-contract.yaml")));
        var sent = File.ReadAllBytes(Terminal.InRepository("samples/first-return.csv"));

        var place = Place(first.ConnectionString);
        first.Dispose();
        await Assert.ThrowsAsync<InvalidOperationException>(() => manager.SendHistory("my-first", sent, "the-one"));
        using (var ready = await http.GetAsync("/readyz")) Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"alive"}""", await http.GetStringAsync("/healthz"));

        using var again = await Emulator(place);
        var receipt = await Eventually.Answers(() => manager.SendHistory("my-first", sent, "the-one"));
        await Eventually.Holds(async () => await manager.StatusOf(receipt) == "accepted");
        Assert.Equal(ExitCode.Fine, await served.Stop());
    }

    /// <summary>A receipt whose bytes are gone cannot be assessed: five tries, then it is put aside and the operator is told. Once the bytes
    /// are back, it is sent once more.</summary>
    [Fact]
    public async Task What_fails_five_times_is_put_aside_told_to_the_operator_and_can_be_sent_once_more()
    {
        using var served = await Served.Start(new Dictionary<string, string> { ["Work__ComesAgainAfter"] = "00:00:01" }, "serve", "--port", "0", "--data", Data);
        using var http = new HttpClient { BaseAddress = new(served.Address) };
        http.DefaultRequestHeaders.Authorization = new("Development", "administrator");
        var stores = new Stores(StorageAccount.Emulated(await File.ReadAllTextAsync(Path.Combine(Data, "connection.txt")), new(), new()));
        var bytes = Encoding.UTF8.GetBytes("indicator,figure,value\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var receipt = new Receipt("a1", "gone", Instant.FromUtc(2026, 1, 1, 0, 0), "tenant/somebody", hash, bytes.Length);
        Assert.True(await stores.Register.TryReceive(new(receipt, null)));
        await stores.Assess.Send(new("gone", null, null));

        await Eventually.Holds(async () => await stores.Assess.PoisonCount() == 1);
        var alerts = await Eventually.Get(async () => (await http.GetFromJsonAsync<JsonElement>("/api/v1/operations/alerts")).GetProperty("alerts") is var all && all.GetArrayLength() == 1 ? all[0].ToString() : null);
        Assert.Contains("\"key\":\"poison-assess\"", alerts, StringComparison.Ordinal);
        Assert.Contains("1 message failed too often and was put aside", alerts, StringComparison.Ordinal);
        Assert.Contains("\"ready\":true,\"degraded\":true", await http.GetStringAsync("/readyz"), StringComparison.Ordinal);
        Assert.Equal(
            """
            assess: 0 waiting or in hand, 1 put aside
              gone: 1
            alerts: 0 waiting or in hand, 0 put aside

            """, Terminal.Run("queue", "show", "--data", Data).Out);

        await stores.Raw.Put($"gone/{hash}", bytes, "application/octet-stream");
        Assert.Equal("assess: 1 sent once more\n", Terminal.Run("queue", "redrive", "--queue", "assess", "--data", Data).Out);
        await Eventually.Holds(async () => (await stores.Register.Receipt("gone", "a1"))!.Status == ReceiptStatus.Refused);
        Assert.Empty(await new WatchWork(stores, SystemClock.Instance, NullLogger<WatchWork>.Instance).Run());
        Assert.Empty(await stores.Operator.Standing());
        Assert.Equal(ExitCode.Fine, await served.Stop());
    }

    [Fact]
    public void Where_nothing_is_served_the_queues_are_not_to_be_seen()
    {
        var ran = Terminal.Run("queue", "show", "--data", Data);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal($"Nothing is served from {Data}: start 'sla serve' first, or say which storage by --data, --storage or --storage-account.\n", ran.Error);
    }

    private async Task<Azurite> Emulator(AzuritePlace? place = null) =>
        Assert.IsType<AzuriteStart.Running>(await Azurite.Start(place ?? new(Data), Machine.From(Environment.GetEnvironmentVariable), _ => { })).Azurite;

    /// <summary>The same folder and the same ports.</summary>
    private AzuritePlace Place(string connection)
    {
        int Port(string service) => new Uri(connection.Split(';').Single(p => p.StartsWith($"{service}Endpoint=", StringComparison.Ordinal)).Split('=', 2)[1]).Port;
        return new(Data) { BlobPort = Port("Blob"), QueuePort = Port("Queue"), TablePort = Port("Table") };
    }
}
