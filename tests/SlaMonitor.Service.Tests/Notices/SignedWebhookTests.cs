using System.Text.Json;
using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Webhooks;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>Against a real HTTP server on loopback.</summary>
public class SignedWebhookTests
{
    /// <summary>24 bytes of the letter k, and of the letter j.</summary>
    private const string Secret = "whsec_a2tra2tra2tra2tra2tra2tra2tra2tr", OldSecret = "whsec_ampqampqampqampqampqampqampqampq";

    private static readonly AlertNotice Breach = SomeNotice.Of(AlertEvent.Breach);

    /// <summary>2026-02-10 09:00:00 UTC is 1770714000. The signatures are worked out anew here, as a receiver would.</summary>
    [Fact]
    public async Task A_receiver_can_tell_that_it_is_ours_when_it_was_sent_and_whether_it_has_had_it()
    {
        using var sink = WebhookSink.Open();
        using var webhook = new SignedWebhook(new() { Secrets = [Secret, OldSecret], Hosts = ["127.0.0.1"] }, new FakeClock(SomeNotice.Now, Duration.FromSeconds(90)));
        Assert.Equal(new NoticeAnswer.Accepted(), await webhook.Send(Breach, sink.Url));
        Assert.Equal(new NoticeAnswer.Accepted(), await webhook.Send(Breach, sink.Url));

        var (first, again) = (sink.Requests[0], sink.Requests[1]);
        Assert.Equal((Breach.Id, "1770714000"), (first.Id, first.Timestamp));
        Assert.Equal((Breach.Id, "1770714090"), (again.Id, again.Timestamp));
        Assert.Equal($"{By('k', first)} {By('j', first)}", first.Signature);
        Assert.NotEqual(first.Signature, again.Signature);
        Assert.NotEqual(By('k', first), By('k', first with { Body = first.Body + " " }));
        var said = JsonDocument.Parse(first.Body).RootElement;
        Assert.Equal(
            ("alert.breach", "my-first", "KPI1", "2026-01", "KPI1 Incidents resolved in time: 94 %, target missed."),
            (said.GetProperty("type").GetString(), said.GetProperty("contract").GetString(), said.GetProperty("subject").GetString(), said.GetProperty("of").GetString(), said.GetProperty("text").GetString()));
        Assert.Equal("https://sla.council.example/contracts/my-first/periods/2026-01/breaches/KPI1", said.GetProperty("page").GetString());
        Assert.False(JsonDocument.Parse(SignedWebhook.Body(Breach with { Site = null })).RootElement.TryGetProperty("page", out _));
    }

    [Theory]
    [InlineData(200, "Accepted")]
    [InlineData(204, "Accepted")]
    [InlineData(302, "Refused")]
    [InlineData(400, "Refused")]
    [InlineData(410, "Refused")]
    [InlineData(408, "TryLater")]
    [InlineData(429, "TryLater")]
    [InlineData(503, "TryLater")]
    public async Task What_an_answer_means(int status, string means)
    {
        using var sink = WebhookSink.Open();
        (sink.Status, sink.Location) = (status, status == 302 ? sink.Url : null);
        using var webhook = new SignedWebhook(new() { Secrets = [Secret], Hosts = ["127.0.0.1"] }, new FakeClock(SomeNotice.Now));
        Assert.Equal(means, (await webhook.Send(Breach, sink.Url)).GetType().Name);
        Assert.Single(sink.Requests);
    }

    [Fact]
    public async Task It_goes_to_named_hosts_only_and_waits_for_one_that_is_not_there()
    {
        using var webhook = new SignedWebhook(new() { Secrets = [Secret], Hosts = ["hooks.example"] }, new FakeClock(SomeNotice.Now));
        Assert.IsType<NoticeAnswer.Refused>(await webhook.Send(Breach, "http://127.0.0.1:1/alerts"));
        using var allowed = new SignedWebhook(new() { Secrets = [Secret], Hosts = ["127.0.0.1"] }, new FakeClock(SomeNotice.Now));
        Assert.Equal(new NoticeAnswer.TryLater("the webhook cannot be reached"), await allowed.Send(Breach, "http://127.0.0.1:1/alerts"));
    }

    private static string By(char letter, SunkRequest request) =>
        "v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(
            Enumerable.Repeat((byte)letter, 24).ToArray(), System.Text.Encoding.UTF8.GetBytes($"{request.Id}.{request.Timestamp}.{request.Body}")));
}
