using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Digests;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Tests.Storage;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>Dates far ahead in one mail a day. On Tuesday 10 February 2026 the contract's end, 31 December 2027, is far ahead; January's return, due on
/// Friday the 13th, is not.</summary>
public class DigestTests
{
    /// <summary>24 bytes of the letter k.</summary>
    private static readonly DigestOptions Links = new() { Secret = "a2tra2tra2tra2tra2tra2tra2tra2tr", Address = new("https://sla.council.example") };

    private static readonly Recipient Ann = new("ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example") { FarAhead = FarAhead.Digest };

    [Fact]
    public async Task What_is_far_ahead_comes_the_next_working_morning_as_one_mail_that_can_be_ended()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        var near = Assert.Single(sink.Mails);
        Assert.StartsWith("Return due", near.Header("Subject"), StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", near.Raw, StringComparison.Ordinal);

        service.Clock.Reset(Instant.FromUtc(2026, 2, 11, 7, 59));
        await Wake(service);
        Assert.Single(sink.Mails);
        service.Clock.AdvanceMinutes(1);
        await Wake(service);
        await Wake(service);
        var digest = Assert.Single(sink.Mails.Skip(1));
        Assert.Equal("Dates ahead: 1 - Help desk (my-first)", digest.Header("Subject"));
        Assert.Contains("The contract ends on 31 December 2027.", digest.Text, StringComparison.Ordinal);
        Assert.Contains("See it in SLA Monitor: https://sla.council.example/contracts/my-first\n", digest.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("See it in SLA Monitor: https://sla.council.example/contracts/my-first/periods/2026-01/return\n", near.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal($"<{new DigestLinks(Links).Of("my-first", "ann")}>", digest.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", digest.Header("List-Unsubscribe-Post"));
        Assert.All(await service.Stores.Deliveries.Settled("my-first"), d => Assert.Equal(DeliveryState.Sent, d.State));
    }

    /// <summary>The end is told at 18 months too, on 30 June 2026: then on screen only.</summary>
    [Fact]
    public async Task Once_ended_what_is_far_ahead_is_on_screen_and_what_is_near_is_told()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        var end = new EndDigest(service.Stores, new(service.Stores, service.Clock), new(), HolidayBasis.Adopted);
        Assert.True(await end.Of("my-first", "ann", null));
        Assert.True(await end.Of("my-first", "ann", null));
        Assert.False(await end.Of("my-first", "eve", null));
        Assert.Single(await service.Stores.Register.AuditTrail("my-first"), r => r.Entry.What == "digest ended");
        await service.Work();
        service.Clock.Reset(Instant.FromUtc(2026, 6, 30, 9, 0));
        await new DailyRun(service.Stores, service.Clock).Run();
        await service.Work();
        Assert.DoesNotContain(sink.Mails, m => m.Header("Subject").Contains("ends on", StringComparison.Ordinal) || m.Header("Subject").StartsWith("Dates ahead", StringComparison.Ordinal));
        Assert.Contains(sink.Mails, m => m.Header("Subject").StartsWith("Return overdue: 2026-05", StringComparison.Ordinal));
        var settled = await service.Stores.Deliveries.Settled("my-first");
        Assert.Contains(settled, d => d is { State: DeliveryState.OnScreen, Why: "no digests are wanted", Alert.LeadTime: "18 months" });
    }

    /// <summary>The server is down in the morning: all of it waits, and comes as the same message later.</summary>
    [Fact]
    public async Task A_digest_that_fails_is_tried_again()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        sink.GoDown();
        service.Clock.Reset(Instant.FromUtc(2026, 2, 11, 8, 0));
        await Wake(service);
        Assert.Equal(1, Assert.Single((await service.Stores.Register.Load("my-first")).Waiting).Tries);
        sink.ComeBack();
        service.Clock.AdvanceMinutes(1);
        await Wake(service);
        Assert.StartsWith("Dates ahead", Assert.Single(sink.Mails.Skip(1)).Header("Subject"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_good_for_one_recipient_of_one_contract_and_the_secret_that_signed_it()
    {
        var links = new DigestLinks(Links);
        var signature = links.Of("my-first", "tenant/ann").Query.Split("signature=")[1];
        Assert.True(links.IsGood("my-first", "tenant/ann", signature));
        Assert.False(links.IsGood("my-first", "tenant/bob", signature));
        Assert.False(links.IsGood("other", "tenant/ann", signature));
        Assert.False(links.IsGood("my-first", "tenant/ann", signature[1..]));
        Assert.False(new DigestLinks(new() { Secret = "ampqampqampqampqampqampqampqampq", Address = Links.Address }).IsGood("my-first", "tenant/ann", signature));
        Assert.Equal(2, new NoticeOptions { Digest = new() }.Faults().Count);
    }

    private static async Task Wake(TestService service)
    {
        await service.Stores.Alerts.Send(new("my-first", null, null));
        await service.Work();
    }

    private static async Task<TestService> Begun(SmtpSink sink)
    {
        var service = await TestService.Begin(Instant.FromUtc(2026, 2, 10, 9, 0));
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
        service.Channels = new NoticeOptions { Smtp = smtp, Digest = Links, Site = Links.Address }.Channels(service.Clock);
        await service.Stores.Recipients.Put("my-first", new([Ann]));
        await service.Activate("first-contract.yaml");
        await service.Work();
        return service;
    }
}
