using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Golden;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests.Api;

/// <summary>The whole service on loopback and on storage of its own, with the work done when the test says so. Every response is held
/// against the served description.</summary>
public sealed class ApiService : IAsyncDisposable
{
    /// <summary>The first period of samples/first-contract.yaml has ended, and its return would be in time.</summary>
    public static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    public const string Contract = "/api/v1/contracts/my-first";

    private readonly Instance _instance;
    private readonly StorageAccount _storage;

    private ApiService(Instance instance, StorageAccount storage, FakeClock clock, GivenContracts given, HeardLogs logs) =>
        (_instance, _storage, Clock, Given, Logs) = (instance, storage, clock, given, logs);

    public FakeClock Clock { get; }

    /// <summary>By id, such as <c>development/supplier</c>; who is not in it has been given every contract.</summary>
    public GivenContracts Given { get; }

    public HeardLogs Logs { get; }

    public Uri Address => _instance.Address;

    public IEnumerable<RouteEndpoint> Endpoints => _instance.Endpoints;

    public StorageRequests Requests => _storage.Requests;

    public Stores Stores => _instance.Services.GetRequiredService<Stores>();

    /// <param name="also">Services of the test's own.</param>
    public static async Task<ApiService> Start(Instant? now = null, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? also = null)
    {
        var (storage, clock, given, logs) = (await OwnStorage.Begin(), new FakeClock(now ?? February), new GivenContracts(), new HeardLogs());
        var instance = await Instance.Start(null, new()
        {
            Environment = "Development",
            HasDevelopmentSignIn = true,
            Storage = storage,
            Clock = clock,
            Settings = settings ?? [],
            Logs = logs,
            Also = services =>
            {
                services.AddSingleton<IAssignments>(new GivenOrEvery(given));
                services.AddSingleton<IUploadLinks>(s => s.GetRequiredService<AccessTable>());
                services.AddSingleton(Foreseeable());
                also?.Invoke(services);
            },
        });
        return new(instance, storage, clock, given, logs);
    }

    /// <summary>With the first contract in force and assessed.</summary>
    public static async Task<ApiService> WithContract(Instant? now = null, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? also = null)
    {
        var service = await Start(now, settings, also);
        await service.Activate(Sample("first-contract.yaml"));
        await service.Work();
        return service;
    }

    public static string Sample(string path) => GoldenFile.Read(Path.Combine("samples", path));

    /// <param name="identity">manager, supplier, auditor or administrator.</param>
    public HttpClient As(string identity) => _instance.Client($"Development {identity}");

    public HttpClient ByLink(string token) => _instance.Client($"Link {token}");

    /// <summary>Over HTTP: a draft, then into force.</summary>
    public async Task Activate(string file)
    {
        using var manager = As("manager");
        var (code, day) = (Named(file, "contract"), Named(file, "effectiveFrom"));
        var address = $"/api/v1/contracts/{code}/versions/{day}";
        using var put = await manager.PutAsync(address, Yaml(file));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        var seen = JsonNode.Parse(await put.Content.ReadAsStringAsync())!["comparison"]?["sha256"]?.ToJsonString() ?? "null";
        using var activated = await manager.SendAsync(Request(HttpMethod.Post, $"{address}/activate", Json($$"""{"reason":"as agreed","comparison":{{seen}}}"""), ("If-Match", put.Headers.ETag!.ToString())));
        Assert.True(activated.IsSuccessStatusCode, await activated.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a return and has it looked at.</summary>
    public async Task<JsonNode> Send(string file, string contract = Contract, string? confirm = "Known.")
    {
        using var supplier = As("supplier");
        using var sent = await supplier.SendAsync(Request(HttpMethod.Post, $"{contract}/returns", Csv(file), confirm is null ? [] : [("Confirm-Warnings", confirm)]));
        Assert.True(sent.StatusCode == System.Net.HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        await Work();
        return await Get(supplier, sent.Headers.Location!.ToString());
    }

    public async Task Work()
    {
        var assess = _instance.Services.GetRequiredService<AssessContract>();
        while (await Stores.Assess.Receive(1, Duration.FromMinutes(1)) is [var message])
        {
            await assess.Of(WorkMessage.Parse(message.Text));
            await Stores.Assess.Delete(message);
        }
    }

    public async Task<JsonNode> Get(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    public async Task<JsonNode> Get(string address)
    {
        using var manager = As("manager");
        return await Get(manager, address);
    }

    public static HttpRequestMessage Request(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static StringContent Yaml(string text) => Of(text, "application/yaml");

    public static StringContent Csv(string text) => Of(text, "text/csv");

    public static StringContent Json(string text) => Of(text, "application/json");

    /// <summary>The status, the problem's name, and the codes of its errors: <c>422 invalid reason-missing</c>.</summary>
    public static async Task<string> Refusal(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode >= 400, $"{(int)response.StatusCode}: {body}");
        var problem = JsonNode.Parse(body)!;
        var codes = problem["errors"]?.AsArray().Select(e => $" {e!["code"]}").Distinct() ?? [];
        return $"{(int)response.StatusCode} {((string)problem["type"]!).Split(':')[^1]}{string.Concat(codes)}";
    }

    public async ValueTask DisposeAsync() => await _instance.DisposeAsync();

    /// <summary>Other bytes each time, and the same in each run.</summary>
    private static RandomBytes Foreseeable()
    {
        var times = 0;
        return count => SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref times)))[..count];
    }

    private static StringContent Of(string text, string type) => new(text, Encoding.UTF8, new MediaTypeHeaderValue(type));

    private static string Named(string file, string key) =>
        file.Split('\n').First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split(':')[1].Split('#')[0].Trim();

    private sealed class GivenOrEvery(GivenContracts given) : IAssignments
    {
        public ValueTask<Assignments> Of(string personId, CancellationToken cancellation) => new(given.GetValueOrDefault(personId, Assignments.Every));
    }
}
