using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Cli.Serving;

/// <summary>What the service says of a contract: where it stands, in a sentence.</summary>
internal sealed record ToldOfContract(string Contract, int Points, Money Payable, string Why);

/// <summary>A client of the service's API, as a program of the client's would be one.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="identity">Of the development sign-in, such as <c>manager</c>.</param>
    public ServiceClient(string address, string identity)
    {
        _http = new() { BaseAddress = new(address) };
        _http.DefaultRequestHeaders.Authorization = new("Development", identity);
    }

    /// <summary>Hands a version of the terms in and puts it into force.</summary>
    public async Task PutIntoForce(string contract, LocalDate effectiveFrom, byte[] file)
    {
        var version = $"/api/v1/contracts/{contract}/versions/{LocalDatePattern.Iso.Format(effectiveFrom)}";
        using var drafted = await _http.PutAsync(version, Content(file, "application/yaml"));
        await Expect(drafted, HttpStatusCode.Created);
        // What it moves of what has been assessed is repeated, as a person who has read it would.
        var comparison = (await drafted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("comparison");
        var seen = comparison.ValueKind == JsonValueKind.Object ? comparison.GetProperty("sha256").GetString() : null;
        using var activate = new HttpRequestMessage(HttpMethod.Post, $"{version}/activate") { Content = JsonContent.Create(new { reason = "as agreed", comparison = seen }) };
        activate.Headers.IfMatch.Add(drafted.Headers.ETag!);
        using var activated = await _http.SendAsync(activate);
        await Expect(activated, HttpStatusCode.OK);
    }

    /// <summary>Sends a return of the past, whose dates stand and whose warnings are known.</summary>
    /// <param name="name">The sender's own, so that it can be sent again; null where it is sent once.</param>
    /// <returns>Where to ask what became of it.</returns>
    public async Task<Uri> SendHistory(string contract, byte[] file, string? name = null)
    {
        using var send = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/contracts/{contract}/returns?history=true") { Content = Content(file, "application/octet-stream") };
        send.Headers.Add("Confirm-Warnings", "history, as it was sent then");
        if (name is not null) send.Headers.Add("Idempotency-Key", name);
        using var sent = await _http.SendAsync(send);
        await Expect(sent, HttpStatusCode.Accepted);
        return sent.Headers.Location!;
    }

    public async Task Record(string contract, byte[] decisions)
    {
        using var recorded = await _http.PostAsync($"/api/v1/contracts/{contract}/decisions", Content(decisions, "application/yaml"));
        await Expect(recorded, HttpStatusCode.Created);
    }

    /// <returns>Such as <c>accepted</c>; <c>received</c> while it waits.</returns>
    public async Task<string> StatusOf(Uri receipt) => (await Get(receipt.OriginalString)).GetProperty("status").GetString()!;

    /// <returns>Null while its assessment is not shown yet.</returns>
    public async Task<ToldOfContract?> Tell(string contract)
    {
        var told = await Get($"/api/v1/contracts/{contract}");
        return told.GetProperty("inSum") is { ValueKind: JsonValueKind.Object } sum && sum.GetProperty("assessment").GetInt32() == told.GetProperty("assessment").GetInt32()
            ? new(contract, sum.GetProperty("points").GetInt32(), Pounds(sum.GetProperty("payable").GetString()!), sum.GetProperty("why").GetString()!)
            : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        await Expect(answer, HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>With a point and two places, such as <c>9412.50</c>.</summary>
    private static Money Pounds(string text) => new(long.Parse(text.Replace(".", ""), CultureInfo.InvariantCulture));

    private static ByteArrayContent Content(byte[] file, string type) => new(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static async Task Expect(HttpResponseMessage answer, HttpStatusCode expected)
    {
        if (answer.StatusCode == expected) return;
        throw new InvalidOperationException(
            $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} for {(int)expected}. {await answer.Content.ReadAsStringAsync()}");
    }
}
