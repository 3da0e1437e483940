using System.Text;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Tests.Storage;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>What is shown while an alert stands, and what of refused returns officers hear.</summary>
public class StandingAlertsTests
{
    private const string Breach = "my-first/breach/KPI1/2026-01/failed";

    /// <summary>188 of 200 are 94 %, then 186 of 200 are 93 %: the same failure, on the same rung.</summary>
    [Fact]
    public async Task An_alert_that_stands_says_what_is_true_now_and_what_was_mailed_stays_on_record()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink, Instant.FromUtc(2026, 2, 10, 9, 0));
        await Send(service, "188");
        var before = await Alert(service);
        Assert.Equal("KPI1 Incidents resolved in time: 94.00 %, target missed.", before.Text);

        await Send(service, "186");
        var after = await Alert(service);
        Assert.Equal("KPI1 Incidents resolved in time: 93.00 %, target missed.", after.Text);
        Assert.Equal((before.Assessment, before.RaisedAt), (after.Assessment, after.RaisedAt));
        var told = Assert.Single(await service.Stores.Deliveries.Settled("my-first", after.Hash));
        Assert.Equal(("KPI1 Incidents resolved in time: 94.00 %, target missed.", DeliveryState.Sent), (told.Alert.Text, told.State));
        var mail = Assert.Single(sink.Mails, m => m.Header("Subject").StartsWith("Breach", StringComparison.Ordinal));
        Assert.Contains("188 / 200", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>In the night of the 10th both come: the mail that goes out in the morning says what stands by then.</summary>
    [Fact]
    public async Task What_waits_for_the_morning_says_what_is_true_by_then()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink, Instant.FromUtc(2026, 2, 10, 20, 0));
        await Send(service, "188");
        await Send(service, "186");
        Assert.DoesNotContain(sink.Mails, m => m.Header("Subject").StartsWith("Breach", StringComparison.Ordinal));
        service.Clock.AdvanceHours(13);
        await service.Stores.Alerts.Send(new("my-first", null, null));
        await service.Work();
        var mail = Assert.Single(sink.Mails, m => m.Header("Subject").StartsWith("Breach", StringComparison.Ordinal));
        Assert.Contains("93.00 %, target missed", mail.Text, StringComparison.Ordinal);
        Assert.Contains("186 / 200", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("94.00 %", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>'most' is no number, twice sent: one mail. Once a good one is taken the alert is gone; a later bad one is another event.</summary>
    [Fact]
    public async Task A_return_that_was_refused_is_told_of_once_until_a_better_one_comes()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink, Instant.FromUtc(2026, 2, 10, 9, 0));
        await Send(service, "most");
        await Send(service, "many");
        Assert.Equal(
            ["A return for 2026-01 that came on 10 February 2026 was refused and counts as not sent"],
            sink.Mails.Where(IsRefusal).Select(m => m.Text.Split('\n')[2].Split(':')[0]));
        Assert.Equal("Return refused: 2026-01, due by 13 February 2026 - Help desk (my-first)", sink.Mails.Single(IsRefusal).Header("Subject"));
        var stored = await service.Stores.Register.Load("my-first");
        Assert.Contains("'many'", Assert.Single(stored.Refused).First, StringComparison.Ordinal);

        await Send(service, "190");
        stored = await service.Stores.Register.Load("my-first");
        Assert.Empty(stored.Refused);
        Assert.DoesNotContain(RegisteredAlert.HashOf("my-first/returnRefused/return/2026-01"), stored.Current!.Alerts);
        await Send(service, "few");
        Assert.Equal(2, sink.Mails.Count(IsRefusal));

        static bool IsRefusal(SunkMail mail) => mail.Header("Subject").StartsWith("Return refused", StringComparison.Ordinal);
    }

    private static async Task<RegisteredAlert> Alert(TestService service) =>
        (await service.Stores.Register.Alerts("my-first")).Single(a => a.Key == Breach);

    private static async Task Send(TestService service, string inTime)
    {
        service.Clock.AdvanceMinutes(1);
        var file = File.ReadAllText(Path.Combine(GoldenFile.Root, "samples/first-return.csv")).Replace("188", inTime, StringComparison.Ordinal);
        await service.Receive.Of(new("my-first", "tenant/supplier", Encoding.UTF8.GetBytes(file), $"{service.Clock.GetCurrentInstant()}") { Confirmed = "Known." });
        await service.Work();
    }

    private static async Task<TestService> Begun(SmtpSink sink, Instant now)
    {
        var service = await TestService.Begin(now);
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
        service.Channels = new NoticeOptions { Smtp = smtp }.Channels(service.Clock);
        await service.Stores.Recipients.Put("my-first", new([new("ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example")]));
        await service.Activate("first-contract.yaml");
        await service.Work();
        return service;
    }
}
