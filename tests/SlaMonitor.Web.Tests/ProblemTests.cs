using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>Whatever goes wrong, the answer is a problem document as RFC 9457 has it.</summary>
public sealed class ProblemTests(ProblemTests.Host host) : IClassFixture<ProblemTests.Host>
{
    public sealed record Told(string Name, LocalDate On, decimal Amount);

    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("GET", "/of/monday", 404, "not-found")]
    [InlineData("POST", "/healthz", 405, "wrong-method")]
    [InlineData("GET", "/api/v1/me", 401, "not-signed-in")]
    [InlineData("GET", "/teapot", 418, "bad-request")]
    [InlineData("GET", "/broken", 500, "unexpected")]
    [InlineData("GET", "/forgotten", 500, "unexpected")]
    [InlineData("GET", "/twice", 500, "unexpected")]
    public async Task Every_failure_has_its_document(string method, string path, int status, string type)
    {
        var (problem, response) = await Send(new(new(method), path));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, (int)problem["status"]!);
        Assert.Equal($"urn:sla-monitor:problem:{type}", (string?)problem["type"]);
        Assert.NotEmpty((string)problem["title"]!);
    }

    [Fact]
    public async Task What_breaks_is_told_by_its_correlation_id_and_nothing_else()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/broken");
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        var (problem, response) = await Send(request);
        Assert.Equal(
            $$"""{"type":"urn:sla-monitor:problem:unexpected","title":"Something went wrong on our side.","status":500,"correlationId":"{{Trace}}"}""",
            problem.ToJsonString());
        Assert.StartsWith($"00-{Trace}-", response.Headers.GetValues("traceparent").Single());
        Assert.Contains(host.Setup.Logs.Lines, line => line.Contains("The secret of the house."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-nonsense-01")]
    public async Task A_request_without_a_trace_gets_one(string traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        var (problem, response) = await Send(request);
        Assert.Matches("^[0-9a-f]{32}$", (string)problem["correlationId"]!);
        Assert.Contains((string)problem["correlationId"]!, response.Headers.GetValues("traceparent").Single());
    }

    [Theory]
    [InlineData("""{"name":"a","on":"2026-02-30","amount":1}""", "/on")]
    [InlineData("""{"name":"a","on":"2026-02-28","amount":"1"}""", "/amount")]
    [InlineData("""{"name":"a","on":"2026-02-28"}""", "")]
    [InlineData("""{"name":null,"on":"2026-02-28","amount":1}""", "/name")]
    [InlineData("""{"name":"a","name":"b","on":"2026-02-28","amount":1}""", "/name")]
    [InlineData("""{"name":"a","on":"2026-02-28","amount":1,"more":1}""", "/more")]
    [InlineData("""{"name":""", "/name")]
    public async Task A_body_that_is_not_as_described_is_refused_at_its_place(string body, string pointer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/told") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var (problem, response) = await Send(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        Assert.DoesNotContain("SlaMonitor", problem.ToJsonString());
    }

    [Fact]
    public async Task Content_of_another_type_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/told") { Content = new StringContent("name=a", Encoding.UTF8, "application/x-www-form-urlencoded") };
        var (problem, _) = await Send(request);
        Assert.Equal(415, (int)problem["status"]!);
    }

    [Theory]
    [InlineData("/told", 1001, false, 413)]
    [InlineData("/told", 1001, true, 413)]
    [InlineData("/file", 2000, false, 200)]
    [InlineData("/file", 1900, true, 200)] // the server counts the lengths between the chunks as well
    [InlineData("/file", 2001, false, 413)]
    [InlineData("/file", 2001, true, 413)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(string path, int bytes, bool chunked, int status)
    {
        using var client = host.Instance.Client();
        using var content = new StringContent('"' + new string('a', bytes - 2) + '"', Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Every_response_has_the_security_headers()
    {
        using var client = host.Instance.Client();
        foreach (var path in (string[])["/healthz", "/nothing", "/broken", "/api/v1/me", "/openapi/v1.json"])
        {
            using var response = await client.GetAsync(path);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("max-age=63072000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
            Assert.Equal(new CacheControlHeaderValue { NoStore = true }, response.Headers.CacheControl);
        }
    }

    [Fact]
    public void What_the_rules_find_becomes_errors_at_their_places()
    {
        var code = new ProblemCode("weights-not-100", true, "Why.");
        Assert.Equal(
            [
                new("weights-not-100", "100 %", "99 %") { Pointer = "/indicators/CPI1/weights/0", Line = 12, Column = 7 },
                new("weights-not-100", "100 %", "99 %") { Pointer = "/indicators/CPI1", Sheet = "Return", Cell = "D12" },
                new("weights-not-100", "100 %", "99 %") { Pointer = "" },
            ],
            ApiErrors.Of((Problem[])
            [
                new(code, "indicators.CPI1.weights[0]", "100 %", "99 %") { Line = 12, Column = 7 },
                new(code, "indicators.CPI1", "100 %", "99 %") { Sheet = "Return", Line = 12, Column = 4 },
                new(code, "", "100 %", "99 %"),
            ]));
        Assert.Equal("/a~1b/c~0d", ApiErrors.Pointer("a/b.c~d"));
    }

    private async Task<(JsonNode Problem, HttpResponseMessage Response)> Send(HttpRequestMessage request)
    {
        using var client = host.Instance.Client();
        var response = await client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response);
    }

    /// <summary>One instance for all tests here; none of them changes it.</summary>
    public sealed class Host : IAsyncLifetime
    {
        public InstanceSetup Setup { get; } = new()
        {
            Settings = new() { ["Web:Limits:BodyBytes"] = "1000" },
            More = app =>
            {
                app.MapGet("/broken", string () => throw new InvalidOperationException("The secret of the house.")).Open();
                app.MapPost("/told", (Told told) => told.Name).Open();
                app.MapPost("/file", async (HttpContext context) =>
                {
                    using var reader = new StreamReader(context.Request.Body);
                    return (await reader.ReadToEndAsync()).Length.ToString();
                }).Open().TakesAtMost(2000);
                app.MapGet("/forgotten", () => "");
                app.MapGet("/twice", () => "").Open().Needs(Permission.Operate);
                app.MapGet("/of/{day:int}", (int day) => day).Open();
                app.MapGet("/teapot", () => Results.StatusCode(418)).Open();
            },
        };

        public Issuer Issuer { get; private set; } = null!;

        public Instance Instance { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Issuer = await Hosting.Issuer.Start();
            Instance = await Hosting.Instance.Start(Issuer, Setup);
        }

        public async Task DisposeAsync()
        {
            await Instance.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
