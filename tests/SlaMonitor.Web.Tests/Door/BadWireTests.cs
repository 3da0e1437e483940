using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests.Door;

/// <summary>What only a client of bad manners sends: slowly, broken off, with headers that contradict each other. The service goes on.</summary>
public sealed class BadWireTests(DoorService door) : IClassFixture<DoorService>
{
    private const string Path = "/api/v1/contracts/my-first/returns";

    private static readonly string Head = $"POST {Path} HTTP/1.1\nHost: localhost\nAuthorization: Development supplier\nConnection: close\n";

    [Fact]
    public async Task A_body_that_comes_a_byte_at_a_time_is_given_up()
    {
        await door.LeavesNothing(async () =>
        {
            await using var wire = await Wire.To(door.Api.Address);
            await wire.Send(Head + "Content-Length: 1000\n\n");
            var answer = wire.Answer();
            for (var sent = 0; sent < 100 && !answer.IsCompleted; sent++)
            {
                try
                {
                    await wire.Send("a");
                }
                catch (IOException)
                {
                    break; // closed at the other end, as is right
                }

                await Task.Delay(100);
            }

            Assert.Equal("408 too-slow", Refusal(await answer));
        });
        await StillAnswers();
    }

    [Theory]
    [InlineData("Content-Length: 1000\n\nKPI1,of,")]
    [InlineData("Transfer-Encoding: chunked\n\n5\nKPI1,\n")]
    [InlineData("Content-Type: multipart/form-data; boundary=b\nContent-Length: 1000\n\n--b\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\n\nKPI1")]
    public async Task A_connection_cut_half_way_leaves_nothing_behind(string rest)
    {
        await door.LeavesNothing(async () =>
        {
            await using var wire = await Wire.To(door.Api.Address);
            await wire.Send(Head + rest);
            await Task.Delay(200);
            wire.Cut();
            await Task.Delay(300);
        });
        await StillAnswers();
    }

    [Theory]
    [InlineData("Idempotency-Key: a\nIdempotency-Key: b\nContent-Length: 1\n\na", "400 bad-idempotency-key")]
    [InlineData("Confirm-Warnings: a\nConfirm-Warnings: b\nContent-Length: 1\n\na", "400 bad-request")]
    [InlineData("Authorization: Development manager\nContent-Length: 1\n\na", "401 not-signed-in")]
    [InlineData("Transfer-Encoding: chunked\n\nnonsense\n", "400 bad-request")]
    [InlineData("Transfer-Encoding: chunked\n\nFFFFFFFFFFFFFFFF\na", "400 bad-request")]
    [InlineData("Content-Type: a\nContent-Type: b\nContent-Length: 0\n\n", "400 bad-request")]
    public async Task Headers_that_come_twice_and_bodies_that_are_none_are_refused(string rest, string expected)
    {
        await door.LeavesNothing(async () =>
        {
            await using var wire = await Wire.To(door.Api.Address);
            await wire.Send(Head + rest);
            Assert.Equal(expected, Refusal(await wire.Answer()));
        });
        await StillAnswers();
    }

    /// <summary>The server refuses these before there is a request, with a status alone.</summary>
    [Theory]
    [InlineData("Content-Length: 1\nContent-Length: 2\n\na", 400)]
    [InlineData("Content-Length: -1\n\na", 400)]
    [InlineData("Transfer-Encoding: gzip\n\na", 400)]
    [InlineData("Host: y\nContent-Length: 1\n\na", 400)]
    [InlineData("No colon\n\n", 400)]
    [InlineData("X-Zero: a\0b\n\n", 400)]
    public async Task What_is_no_request_gets_a_status_alone(string rest, int status)
    {
        await door.LeavesNothing(async () =>
        {
            await using var wire = await Wire.To(door.Api.Address);
            await wire.Send(Head + rest);
            Assert.StartsWith($"HTTP/1.1 {status} ", await wire.Answer());
        });
        await StillAnswers();
    }

    [Fact]
    public async Task Lines_and_headers_have_their_limits()
    {
        foreach (var (request, status) in ((string, int)[])
            [
                ($"GET /{new string('a', 9_000)} HTTP/1.1\nHost: localhost\nConnection: close\n\n", 414),
                ($"GET {Path}/%00 HTTP/1.1\nHost: localhost\nConnection: close\n\n", 400),
                ($"{Head}X-Long: {new string('a', 40_000)}\n\n", 431),
                ($"{Head}{string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: 1\n"))}\n", 431),
            ])
        {
            await using var wire = await Wire.To(door.Api.Address);
            await wire.Send(request);
            Assert.StartsWith($"HTTP/1.1 {status} ", await wire.Answer());
        }

        await StillAnswers();
    }

    private async Task StillAnswers()
    {
        await using var wire = await Wire.To(door.Api.Address);
        await wire.Send("GET /healthz HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        Assert.StartsWith("HTTP/1.1 200 ", await wire.Answer());
        door.ExpectsNothingUnexpected();
    }

    /// <summary>The status, and the name of the problem that came with it.</summary>
    private static string Refusal(string answer)
    {
        const string Type = "urn:sla-monitor:problem:";
        var at = answer.IndexOf(Type, StringComparison.Ordinal);
        Assert.True(at >= 0, $"No problem document: {answer}");
        return $"{answer.Split(' ')[1]} {answer[(at + Type.Length)..].Split('"')[0]}";
    }
}
