using System.Text.Json;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Teams;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>Against a real HTTP server on loopback. That Teams shows the card was not tried here.</summary>
public class TeamsWorkflowTests
{
    [Theory]
    [InlineData(202, "Accepted")]
    [InlineData(302, "Refused")]
    [InlineData(400, "Refused")]
    [InlineData(429, "TryLater")]
    [InlineData(502, "TryLater")]
    public async Task A_card_is_sent_and_answered_as_a_webhook_is(int status, string means)
    {
        using var sink = WebhookSink.Open();
        sink.Status = status;
        using var teams = new TeamsWorkflow(new() { Hosts = ["127.0.0.1"] });
        Assert.Equal(means, (await teams.Send(SomeNotice.Of(AlertEvent.Breach), sink.Url)).GetType().Name);
        Assert.Equal(TeamsWorkflow.Body(SomeNotice.Of(AlertEvent.Breach)), Assert.Single(sink.Requests).Body);
    }

    [Fact]
    public void The_card_says_what_the_mail_says()
    {
        var body = JsonSerializer.Serialize(JsonDocument.Parse(TeamsWorkflow.Body(SomeNotice.Of(AlertEvent.Breach))), new JsonSerializerOptions
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        GoldenFile.AssertSame("tests/SlaMonitor.Service.Tests/Notices/mails/Breach.teams.json", body.ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public async Task It_goes_to_named_hosts_only()
    {
        using var teams = new TeamsWorkflow(new() { Hosts = ["prod-01.uksouth.logic.azure.com"] });
        Assert.IsType<NoticeAnswer.Refused>(await teams.Send(SomeNotice.Of(AlertEvent.Breach), "https://elsewhere.example/x"));
        Assert.Equal(["Notices:Teams:Hosts must name the hosts of the workflows."], new NoticeOptions { Teams = new() }.Faults());
    }
}
