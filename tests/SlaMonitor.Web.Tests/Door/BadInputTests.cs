using System.Net.Http.Headers;
using System.Text;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Door;

/// <summary>Whatever is wrong with a request gets its problem document and leaves nothing behind: no file, no receipt, no work.</summary>
public sealed class BadInputTests(DoorService door) : IClassFixture<DoorService>
{
    private const string Returns = $"{Contract}/returns", Withdraw = $"{Returns}/2026-01/1/withdraw";

    private const int Most = 4 * 1024 * 1024;

    public sealed record Case(string Name, string Expected, Func<HttpRequestMessage> Request);

    private static readonly Case[] Cases =
    [
        new("too large, and says so", "413 too-large", () => Post(Returns, Csv(new(' ', Most + 1)))),
        new("too large, in chunks", "413 too-large", () => Chunked(Post(Returns, Csv(new(' ', Most + 1))))),
        new("too large, in a form", "413 too-large", () => Post(Returns, Form(("file", "a.csv", new(' ', Most + 1))))),
        new("a body too large for an endpoint without files", "413 too-large", () => Post(Withdraw, Json($$"""{"reason":"{{new string('a', 1024 * 1024)}}"}"""))),
        new("no body", "400 bad-request", () => Post(Returns, null)),
        new("an empty body", "400 bad-request", () => Post(Returns, Csv(""))),
        new("an empty file in a form", "400 bad-request", () => Post(Returns, Form(("file", "a.csv", "")))),
        new("two files in a form", "400 bad-request", () => Post(Returns, Form(("file", "a.csv", "a"), ("file", "b.csv", "b")))),
        new("a file in another field", "400 bad-request", () => Post(Returns, Form(("return", "a.csv", "a")))),
        new("a form without a file", "400 bad-request", () => Post(Returns, Form(("file", null, "a")))),
        new("a field twice", "400 bad-request",
            () => Post(Returns, Form(("file", "a.csv", "a"), ("confirmWarnings", null, "x"), ("confirmWarnings", null, "y")))),
        new("very many parts", "400 bad-request",
            () => Post(Returns, Form([("file", "a.csv", "a"), .. Enumerable.Range(0, 11).Select(i => ($"f{i}", (string?)null, "x"))]))),
        new("a part with many headers", "400 bad-request",
            () => Post(Returns, FormText("--b\r\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"X-{i}: 1\r\n")) + "\r\na\r\n--b--\r\n"))),
        new("a form that breaks off", "400 bad-request", () => Post(Returns, FormText("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"))),
        new("a form without its boundary", "400 bad-request", () => Post(Returns, Typed("--b\r\n\r\n", "multipart/form-data"))),
        new("a boundary too long", "400 bad-request", () => Post(Returns, Typed("--b\r\n\r\n", $"multipart/form-data; boundary={new string('b', 200)}"))),
        new("another content type", "415 wrong-media-type", () => Post(Withdraw, Typed("reason=a", "application/x-www-form-urlencoded"))),
        new("no content type", "415 wrong-media-type", () => Post(Withdraw, new ByteArrayContent("""{"reason":"a"}"""u8.ToArray()))),
        new("a key twice", "400 bad-request json-not-as-described", () => Post(Withdraw, Json("""{"reason":"a","reason":"b"}"""))),
        new("a key nobody knows", "400 bad-request json-not-as-described", () => Post(Withdraw, Json("""{"reason":"a","force":true}"""))),
        new("very deep", "400 bad-request json-not-as-described", () => Post(Withdraw, Json($$"""{"reason":{{new string('[', 100_000)}}"""))),
        new("null", "400 bad-request json-not-as-described", () => Post(Withdraw, Json("""{"reason":null}"""))),
        new("no JSON", "400 bad-request json-not-as-described", () => Post(Withdraw, Json("\0"))),
        new("a reason too long", "422 invalid reason-too-long", () => Post(Withdraw, Json($$"""{"reason":"{{new string('a', 2_001)}}"}"""))),
        new("a reason of two lines", "422 invalid reason-not-one-line", () => Post(Withdraw, Json("""{"reason":"a\r\nb"}"""))),
        new("a reason of blanks", "422 invalid reason-missing", () => Post(Withdraw, Json("""{"reason":"   "}"""))),
        new("a confirmation too long", "422 invalid reason-too-long", () => Post(Returns, Csv("a"), ("Confirm-Warnings", new('a', 2_001)))),
        new("a confirmation too long, in a form", "422 invalid reason-too-long", () => Post(Returns, Form(("file", "a.csv", "a"), ("confirmWarnings", null, new('a', 2_001))))),
        new("a key too long", "400 bad-idempotency-key", () => Post(Returns, Csv("a"), ("Idempotency-Key", new('k', 201)))),
        new("a key with a space", "400 bad-idempotency-key", () => Post(Returns, Csv("a"), ("Idempotency-Key", "a b"))),
        new("an empty key", "400 bad-idempotency-key", () => Post(Returns, Csv("a"), ("Idempotency-Key", ""))),
        new("a question that is none", "400 bad-request", () => Post($"{Returns}?history=maybe", Csv("a"))),
        new("an upload that was never begun", "404 not-found", () => Post($"{Returns}/uploads/0-{new string('0', 32)}/done", null)),
        new("an upload with a way up", "404 not-found", () => Post($"{Returns}/uploads/..%2F..%2Fraw/done", null)),
        new("a contract that does not exist", "404 no-such-contract", () => Post("/api/v1/contracts/none-such/returns", Csv("a"))),
        new("terms of a day that is none", "404 not-found", () => new(HttpMethod.Put, $"{Contract}/versions/2026-02-30") { Content = Yaml("contract: x") }),
        new("empty terms", "400 bad-request", () => new(HttpMethod.Put, $"{Contract}/versions/2027-01-01") { Content = Yaml("") }),
        new("terms over the limit", "413 too-large", () => new(HttpMethod.Put, $"{Contract}/versions/2027-01-01") { Content = Yaml(new(' ', (1024 * 1024) + 1)) }),
        new("decisions with a key twice", "422 invalid document-duplicate-key", () => Post($"{Contract}/decisions", Json("""{"contract":"my-first","contract":"my-first","decisions":[]}"""))),
        new("decisions very deep", "422 invalid document-too-deep", () => Post($"{Contract}/decisions", Json(new('[', 100_000)))),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wrong_is_refused_and_leaves_nothing_behind(string name)
    {
        var one = Cases.Single(c => c.Name == name);
        using var manager = door.Api.As("manager");
        await door.LeavesNothing(async () => Assert.Equal(one.Expected, await Refusal(await manager.SendAsync(one.Request()))));
        door.ExpectsNothingUnexpected();
    }

    [Fact]
    public async Task What_is_refused_is_logged_with_who_and_where_and_nothing_of_what_they_sent()
    {
        using var supplier = door.Api.As("supplier");
        using var request = Post(
            $"{Returns}/2026-01/7/withdraw", Json("""{"reason":"the secret of the supplier\nERROR"}"""), ("User-Agent", "told-by-agent"));
        await Refusal(await supplier.SendAsync(request));
        Assert.Equal("400 unknown-query query-unknown", await Refusal(await supplier.GetAsync($"{Returns}?told=everybody")));
        Assert.Contains(door.Api.Logs.Lines, line =>
            line.Contains("1006: Not done: 422 invalid. Caller development/supplier, endpoint /api/v1/contracts/{contract}/returns/{period}/{revision}/withdraw."));
        foreach (var told in (string[])["secret of the supplier", "told=everybody", "told-by-agent", "2026-01/7"])
            Assert.DoesNotContain(door.Api.Logs.Lines, line => line.Contains(told));
    }

    /// <summary>The first stands; its bytes are no other's.</summary>
    [Fact]
    public async Task A_key_that_stands_for_something_else_is_refused_before_anything_is_written()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var first = await supplier.SendAsync(Post(Returns, Csv(DoorService.Sound), ("Idempotency-Key", "january")));
        foreach (var isDone in (bool[])[false, true])
        {
            if (isDone) await service.Work();
            var before = await Hosting.Everything.In(service.Stores.Account);
            Assert.Equal("422 idempotency-key-reused", await Refusal(await supplier.SendAsync(Post(Returns, Csv("other"), ("Idempotency-Key", "january")))));
            Assert.Equal("422 idempotency-key-reused", await Refusal(await supplier.SendAsync(Post(Returns, Form(("file", "a.csv", "other")), ("Idempotency-Key", "january")))));
            Assert.Equal(before, await Hosting.Everything.In(service.Stores.Account));
        }

        // One request to storage, and nothing written, where it is done already.
        service.Requests.Forget();
        using var again = await supplier.SendAsync(Post(Returns, Csv(DoorService.Sound), ("Idempotency-Key", "january")));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(service.Requests.Kept, request => request.StartsWith("GET table", StringComparison.Ordinal));
        Assert.Single(service.Requests.Kept);
    }

    /// <summary>Storage goes by its own clock, to which the leave of February has run out.</summary>
    [Fact]
    public async Task Leave_to_upload_is_worth_nothing_after_its_time()
    {
        using var supplier = door.Api.As("supplier");
        await door.LeavesNothing(async () =>
        {
            using var begun = await supplier.PostAsync($"{Returns}/uploads", null);
            var upload = System.Text.Json.Nodes.JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
            Assert.Equal("2026-02-10T09:15:00Z", (string)upload["until"]!);
            using var storage = new HttpClient();
            using var put = await storage.SendAsync(Request(HttpMethod.Put, (string)upload["address"]!, Csv(DoorService.Sound), ("x-ms-blob-type", "BlockBlob")));
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, put.StatusCode);
            Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync(begun.Headers.Location, null)));
        });
    }

    [Fact]
    public async Task A_reason_of_two_thousand_characters_is_taken()
    {
        await using var service = await WithContract();
        var reason = new string('a', 2_000);
        await service.Send(Sample("first-return.csv"), confirm: reason);
        Assert.Equal(reason, (string)(await service.Get(Returns))["items"]![0]!["reason"]!);
    }

    private static HttpRequestMessage Post(string address, HttpContent? content, params (string, string)[] headers) => Request(HttpMethod.Post, address, content, headers);

    private static HttpRequestMessage Chunked(HttpRequestMessage request)
    {
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    private static MultipartFormDataContent Form(params (string Name, string? File, string Text)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file, text) in parts)
        {
            if (file is null) form.Add(new StringContent(text), name);
            else form.Add(new StringContent(text), name, file);
        }

        return form;
    }

    private static ByteArrayContent FormText(string text) => Typed(text, "multipart/form-data; boundary=b");

    private static ByteArrayContent Typed(string text, string type) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
