using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Service.Tests.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>
/// From an alert that arose to the mail server, on real storage. The contract is put into force on Tuesday 10 February 2026: two alerts
/// arise, of its end on 31 December 2027 (24 months ahead have passed) and of January's return, due on Friday 13 February. 188 of 200 is
/// 94 %, a breach; the file states 95 %, so its figures do not agree either.
/// </summary>
public class DeliverAlertsTests
{
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 2, 10, 9, 0);

    private static readonly Instant TuesdayNight = Instant.FromUtc(2026, 2, 10, 20, 0);

    private static readonly Recipient
        Ann = new("tenant/ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example"),
        Bob = new("tenant/bob", OfficerRole.ContractManager, NoticeWay.Mail, "bob@council.example");

    private static readonly WorkMessage Message = new("my-first", null, null);

    [Fact]
    public async Task Each_officer_is_told_once_of_each_alert_and_that_costs_one_request_each()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        Assert.True(await service.WorkOnce(Duration.FromMinutes(1)));
        Assert.Equal(7, await RequestsToDeliver(service));
        Assert.Equal(
            ["Contract ends on 31 December 2027 - Help desk (my-first)", "Return due: 2026-01, by 13 February 2026 - Help desk (my-first)"],
            sink.Mails.Select(m => m.Header("Subject")).Order(StringComparer.Ordinal));
        Assert.Equal(2, sink.Mails.Select(m => m.Header("Message-Id")).Distinct().Count());

        await service.Stores.Alerts.Send(Message);
        Assert.Equal(3, await RequestsToDeliver(service));
        Assert.Equal(2, sink.Mails.Count);

        await Name(service, Ann, Bob);
        await Return(service, 188);
        Assert.Equal(5 + (2 * 2), await RequestsToDeliver(service));
        Assert.Equal(2, sink.Mails.Count(m => m.To[0] == Bob.Address));
        var settled = await service.Stores.Deliveries.Settled("my-first");
        Assert.Equal(6, settled.Count);
        Assert.All(settled, d => Assert.Equal((DeliveryState.Sent, 0), (d.State, d.Tries)));
        Assert.Equal(6, service.Log.Lines.Count);
        Assert.DoesNotContain(service.Log.Lines, l => l.Contains('@', StringComparison.Ordinal));
    }

    /// <summary>Whatever came of the message: the outbox is loaded with the contract, and the next look sends it again.</summary>
    [Fact]
    public async Task A_message_that_is_lost_is_sent_again_while_somebody_is_to_be_told()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        await service.WorkOnce(Duration.FromMinutes(1));
        await Lose(service);
        await service.Assess.Of(Message);
        Assert.True(await service.DeliverOnce());
        Assert.Equal(2, sink.Mails.Count);
        await service.Assess.Of(Message);
        Assert.False(await service.DeliverOnce());
    }

    [Fact]
    public async Task Two_workers_at_once_tell_nobody_twice()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann, Bob);
        await service.WorkOnce(Duration.FromMinutes(1));
        var another = service.Another();
        another.Channels = service.Channels;
        await Task.WhenAll(service.Deliver.Of(Message), another.Deliver.Of(Message), service.Deliver.Of(Message), another.Deliver.Of(Message));
        Assert.Equal(4, sink.Mails.Count);
        Assert.Equal(4, sink.Mails.Select(m => m.Header("Message-Id")).Distinct().Count());
        Assert.Equal(4, (await service.Stores.Deliveries.Settled("my-first")).Count);
    }

    /// <summary>The seven requests of delivering two alerts to one person: receive, load, recipients, take up, mark, mark, delete. Whichever
    /// is the last the worker makes, or gets no answer to, both alerts arrive, and only the one not marked may arrive twice.</summary>
    [Theory]
    [InlineData(Death.Before)]
    [InlineData(Death.After)]
    [InlineData(Death.AnswerLost)]
    public async Task A_worker_that_dies_at_any_request_leaves_nothing_untold(Death how)
    {
        for (var at = 1; at <= 7; at++)
        {
            await using var sink = SmtpSink.Open();
            var service = await Begun(Tuesday, sink, Ann);
            await service.WorkOnce(Duration.FromMinutes(1));
            var worker = service.Another(new DyingWire(at, how));
            worker.Channels = service.Channels;
            try
            {
                await worker.DeliverOnce();
            }
            catch (DeadException)
            {
                // As it should.
            }

            service.Clock.Advance(DeliverAlerts.Claim);
            await service.Deliver.Of(Message);
            var ids = sink.Mails.Select(m => m.Header("Message-Id")).ToList();
            Assert.True(ids.Distinct().Count() == 2 && ids.Count <= (how == Death.Before && at is 5 or 6 ? 3 : 2), $"{how} {at}: {string.Join(", ", ids)}");
            var stored = await service.Stores.Register.Load("my-first");
            Assert.Equal((0, 0, 2), (stored.Outbox.Count, stored.Waiting.Count, (await service.Stores.Deliveries.Settled("my-first")).Count));
        }
    }

    /// <summary>A process of its own, killed when the server has taken the first of two mails and before it hears so. Its claim holds for
    /// five minutes; then both go, and the first is recognisable as the same.</summary>
    [Fact]
    public async Task A_worker_killed_between_sending_and_marking_sends_the_same_again_and_nothing_else_twice()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        await service.WorkOnce(Duration.FromMinutes(1));
        await Lose(service);
        using var worker = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            "exec", typeof(DeliverAlertsTests).Assembly.Location, await AzuriteFixture.ConnectionString(), service.Stores.Account.Names.Prefix, "my-first",
            InstantPattern.ExtendedIso.Format(Tuesday), $"{sink.Port}",
        ]))!;
        sink.OnAccepted = worker.Kill;
        await worker.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        sink.OnAccepted = () => { };
        var killed = Assert.Single(sink.Mails);

        service.Clock.AdvanceMinutes(4);
        await service.Deliver.Of(Message);
        Assert.Single(sink.Mails);
        service.Clock.AdvanceMinutes(1);
        await service.Deliver.Of(Message);
        Assert.Equal(3, sink.Mails.Count);
        var twice = Assert.Single(sink.Mails.Skip(1), m => m.Header("Message-Id") == killed.Header("Message-Id"));
        Assert.Equal(WithoutDate(killed), WithoutDate(twice));
        Assert.Equal(2, (await service.Stores.Deliveries.Settled("my-first")).Count);
        await service.Deliver.Of(Message);
        Assert.Equal(3, sink.Mails.Count);
    }

    /// <summary>Tried at once and after 1, 5 and 15 minutes and an hour: the fifth in vain raises the alarm. The next day's run finds the server
    /// back.</summary>
    [Fact]
    public async Task A_mail_server_that_is_down_is_tried_again_then_told_of_and_the_next_day_all_goes_out_once()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        await service.WorkOnce(Duration.FromMinutes(1));
        sink.GoDown();
        Assert.True(await service.DeliverOnce());
        foreach (var (minutes, tries) in new[] { (1, 2), (5, 3), (15, 4) })
        {
            await service.Deliver.Of(Message);
            Assert.All((await service.Stores.Register.Load("my-first")).Waiting, d => Assert.Equal(tries - 1, d.Tries));
            service.Clock.AdvanceMinutes(minutes);
            await service.Deliver.Of(Message);
            Assert.All((await service.Stores.Register.Load("my-first")).Waiting, d => Assert.Equal(tries, d.Tries));
        }

        Assert.Empty(await service.Stores.Undelivered.All());
        service.Clock.AdvanceMinutes(60);
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => service.Deliver.Of(Message));
        Assert.Contains("2 deliveries of my-first failed 5 times and more", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("@", failed.Message + string.Concat(service.Log.Lines), StringComparison.Ordinal);
        var watch = new WatchWork(service.Stores, service.Clock, NullLogger<WatchWork>.Instance);
        var raised = Assert.Single(await watch.Run(), a => a.Key == "undelivered");
        Assert.Contains("my-first: the mail server cannot be reached (since 2026-02-10T10:21:00Z)", raised.Text, StringComparison.Ordinal);

        sink.ComeBack();
        await Lose(service);
        service.Clock.AdvanceDays(1);
        Assert.Equal(1, (await new DailyRun(service.Stores, service.Clock).Run()).Due);
        await service.Work();
        Assert.Equal(2, sink.Mails.Count);
        Assert.DoesNotContain(await watch.Run(), a => a.Key == "undelivered");
        await service.Deliver.Of(Message);
        Assert.Equal(2, sink.Mails.Count);
    }

    /// <summary>20:00 on a Tuesday: both wait for Wednesday 08:00. By then Ann has left and Bob has come: what arose before is not his.</summary>
    [Fact]
    public async Task What_can_wait_waits_for_the_working_day_and_for_whoever_is_still_named()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(TuesdayNight, sink, Ann, Bob);
        await service.WorkOnce(Duration.FromMinutes(1));
        Assert.True(await service.DeliverOnce());
        var waiting = (await service.Stores.Register.Load("my-first")).Waiting;
        Assert.Equal(4, waiting.Count);
        Assert.All(waiting, d => Assert.Equal(Instant.FromUtc(2026, 2, 11, 8, 0), d.NotBefore));
        service.Clock.Reset(Instant.FromUtc(2026, 2, 11, 7, 59));
        await service.Deliver.Of(Message);
        Assert.Empty(sink.Mails);

        var eve = new Recipient("tenant/eve", OfficerRole.ContractManager, NoticeWay.Mail, "eve@council.example");
        await Name(service, Bob, eve);
        service.Clock.Reset(Instant.FromUtc(2026, 2, 11, 8, 0));
        await service.Deliver.Of(Message);
        Assert.Equal([Bob.Address!, Bob.Address!], sink.Mails.Select(m => m.To[0]));
        Assert.Equal(
            [DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Withdrawn, DeliveryState.Withdrawn],
            (await service.Stores.Deliveries.Settled("my-first")).Select(d => d.State).Order());
    }

    /// <summary>Registered in the nights of Sunday 29 March and Sunday 25 October 2026, half an hour before the clocks change: the last return, due on 13 March
    /// or 14 October, is overdue and that goes at once, with what its absence comes to; the contract's end waits for Monday 08:00, which is 07:00 UTC
    /// in spring and 08:00 in autumn. January's was due on 13 February, more than 30 days ago: that is history, and on screen only.</summary>
    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "Return overdue: 2026-02, was due on 13 March 2026 - Help desk (my-first)", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "Return overdue: 2026-09, was due on 14 October 2026 - Help desk (my-first)", "2026-10-26T08:00:00Z")]
    public async Task Urgent_alerts_go_in_the_night_the_clocks_change_others_wait_and_history_is_on_screen_only(string night, string told, string opens)
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(InstantPattern.ExtendedIso.Parse(night).Value, sink, Ann);
        await service.Work();
        Assert.Equal(told, Assert.Single(sink.Mails).Header("Subject"));
        Assert.Contains("While it is missing, each KPI counts as failed at its worst rung", sink.Mails[0].Text, StringComparison.Ordinal);
        var waiting = (await service.Stores.Register.Load("my-first")).Waiting;
        Assert.Equal(["ContractEnding"], waiting.Select(d => d.Alert.Event));
        Assert.All(waiting, d => Assert.Equal(InstantPattern.ExtendedIso.Parse(opens).Value, d.NotBefore));
        var january = (await service.Stores.Register.Alerts("my-first")).Where(a => a.Of == "2026-01").ToList();
        Assert.Equal(["Breach", "ReturnOverdue"], january.Select(a => a.Event).Order(StringComparer.Ordinal));
        Assert.All(january, a => Assert.Equal(Reach.ScreenAsHistory, a.Reach));
    }

    /// <summary>In June January's return of 10 February is imported with its date: 188 of 200 against a stated 95 %.</summary>
    [Fact]
    public async Task An_imported_return_tells_nobody()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Instant.FromUtc(2026, 6, 10, 9, 0), sink, Ann);
        await service.Work();
        var told = sink.Mails.Count;
        await Return(service, 188, imported: true);
        await service.Work();
        Assert.Equal(told, sink.Mails.Count);
        var mismatch = Assert.Single(await service.Stores.Register.Alerts("my-first"), a => a.Event == "ClaimMismatch");
        Assert.Equal((Reach.ScreenAsHistory, true), (mismatch.Reach, mismatch.Stands));
    }

    /// <summary>188 of 200 in February, and in June 190, which meets 95 %, and then 180: a breach of a period long past, and news of June.</summary>
    [Fact]
    public async Task A_restatement_of_a_period_long_past_is_told()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        await service.Work();
        await Return(service, 188);
        await service.Work();
        service.Clock.AdvanceDays(120);
        await service.Assess.Of(Message);
        await service.Work();
        var told = sink.Mails.Count;
        await Return(service, 190);
        await service.Work();
        Assert.Equal(told, sink.Mails.Count);
        await Return(service, 180);
        await service.Work();
        Assert.Equal(
            ["Breach: KPI1 in 2026-01 - Help desk (my-first)", "Figures do not agree: KPI1 in 2026-01 - Help desk (my-first)"],
            sink.Mails.Skip(told).Select(m => m.Header("Subject")).Order(StringComparer.Ordinal));
    }

    /// <summary>94 %, then 95 %, then 93 %: the officer who was told of a breach, and may have seen it go, is told that it is back.</summary>
    [Fact]
    public async Task A_breach_that_is_met_on_restatement_and_breached_again_is_told_again_as_another_message()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Tuesday, sink, Ann);
        await service.Work();
        foreach (var inTime in new[] { 188, 188, 190, 186 })
        {
            await Return(service, inTime);
            await service.Work();
        }

        var breaches = sink.Mails.Where(m => m.Header("Subject").StartsWith("Breach", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, breaches.Count);
        Assert.NotEqual(breaches[0].Header("Message-Id"), breaches[1].Header("Message-Id"));
    }

    [Fact]
    public async Task What_no_longer_stands_when_its_time_comes_is_not_sent()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(TuesdayNight, sink, Ann);
        await service.Work();
        await Return(service, 190);
        await service.Work();
        service.Clock.Reset(Instant.FromUtc(2026, 2, 11, 8, 0));
        await service.Deliver.Of(Message);
        Assert.StartsWith("Contract ends", Assert.Single(sink.Mails).Header("Subject"), StringComparison.Ordinal);
        Assert.Equal("it no longer stands", Assert.Single(await service.Stores.Deliveries.Settled("my-first"), d => d.State == DeliveryState.Withdrawn).Why);
    }

    /// <summary>The contract ended on 31 December 2027; December's return is overdue on 20 January 2028.</summary>
    [Fact]
    public async Task After_the_contracts_end_alerts_are_on_screen_only()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(Instant.FromUtc(2028, 1, 20, 9, 0), sink, Ann);
        await service.Work();
        var alerts = await service.Stores.Register.Alerts("my-first");
        Assert.Contains(alerts, a => a is { Event: "ReturnOverdue", Of: "2027-12" });
        Assert.All(alerts, a => Assert.Equal(Reach.ScreenAfterEnd, a.Reach));
        Assert.Empty((await service.Stores.Register.Load("my-first")).Outbox);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task Without_a_mail_server_or_anybody_named_alerts_are_on_screen_only_and_that_is_said()
    {
        var service = await TestService.Begin(Tuesday);
        await service.Activate("first-contract.yaml");
        await service.WorkOnce(Duration.FromMinutes(1));
        await service.DeliverOnce();
        Assert.Equal("nobody is named", Assert.Single(await service.Stores.Undelivered.All()).Why);

        await Name(service, Ann);
        Assert.Empty(await service.Stores.Undelivered.All());
        await Return(service, 188);
        await service.DeliverOnce();
        var settled = await service.Stores.Deliveries.Settled("my-first");
        Assert.Equal(2, settled.Count);
        Assert.All(settled, d => Assert.Equal((DeliveryState.OnScreen, "mail is not set up"), (d.State, d.Why)));
        Assert.Equal("mail is not set up", Assert.Single(await service.Stores.Undelivered.All()).Why);
        var checks = await new StorageReadiness(service.Stores, service.Clock, NoticeChannels.None).Look(default);
        Assert.Contains(new ReadinessCheck("alerts by mail", IsReady: true, IsDegraded: true), checks);
    }

    [Fact]
    public async Task An_address_refused_for_good_keeps_nobody_else_from_being_told()
    {
        await using var sink = SmtpSink.Open();
        sink.OnRecipient = address => address == Ann.Address ? $"550 no {address}" : "250 ok";
        var service = await Begun(Tuesday, sink, Ann, Bob);
        await service.Work();
        Assert.Equal([Bob.Address!, Bob.Address!], sink.Mails.Select(m => m.To[0]));
        var settled = await service.Stores.Deliveries.Settled("my-first");
        Assert.All(settled.Where(d => d.Recipient == Ann.Id), d => Assert.Equal(DeliveryState.Refused, d.State));
        Assert.Equal("tenant/ann: the mail server refuses the address (550)", Assert.Single(await service.Stores.Undelivered.All()).Why);
        Assert.DoesNotContain(service.Log.Lines, l => l.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_fails_gets_the_same_id_again()
    {
        using var hook = WebhookSink.Open();
        hook.Status = 503;
        var service = await TestService.Begin(Tuesday);
        service.Channels = new NoticeOptions { Webhook = new() { Secrets = ["whsec_a2tra2tra2tra2tra2tra2tra2tra2tr"], Hosts = ["127.0.0.1"] } }.Channels(service.Clock);
        await Name(service, Ann with { Way = NoticeWay.Webhook, Address = hook.Url });
        await service.Activate("first-contract.yaml");
        await service.Work();
        var failed = hook.Requests.Select(r => r.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, failed.Count);

        hook.Status = 204;
        service.Clock.AdvanceMinutes(1);
        await service.Deliver.Of(Message);
        Assert.Equal(failed, hook.Requests.Skip(2).Select(r => r.Id).Order(StringComparer.Ordinal));
        await service.Deliver.Of(Message);
        Assert.Equal(4, hook.Requests.Count);
    }

    /// <summary>More alerts than one transaction takes: 60 alerts to 3 officers are 180 deliveries.</summary>
    [Fact]
    public async Task Very_many_deliveries_are_taken_up_whole()
    {
        var service = await TestService.Begin(Tuesday);
        await service.Activate("first-contract.yaml");
        await service.Work();
        var before = await service.Stores.Register.Load("my-first");
        var alerts = Enumerable.Range(1, 60).Select(i => new RegisteredAlert($"my-first/breach/KPI{i}/2026-01", "Breach", $"KPI{i}", "2026-01", null, "One.", 9, Tuesday, true)).ToList();
        var change = new ContractChange { Alerts = alerts, Audit = [new(Tuesday, AuditEntry.Service, "test", "contract", "")] };
        Assert.NotNull(await service.Stores.Register.TryCommit(before, change, Tuesday));
        var item = Assert.Single((await service.Stores.Register.Load("my-first")).Outbox);
        Assert.Equal(60, item.Alerts.Count);
        Delivery[] deliveries = [.. alerts.SelectMany(a => new[] { "a", "b", "c" }.Select(id => new Delivery(a, id) { NotBefore = TuesdayNight }))];

        Assert.Equal(180, (await service.Stores.Deliveries.TryTakeUp("my-first", item, deliveries))!.Count);
        Assert.Null(await service.Stores.Deliveries.TryTakeUp("my-first", item, deliveries));
        var after = await service.Stores.Register.Load("my-first");
        Assert.Equal((0, 180), (after.Outbox.Count, after.Waiting.Count));
        Assert.Equal(deliveries.Select(d => d.Id).Order(StringComparer.Ordinal), after.Waiting.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<TestService> Begun(Instant now, SmtpSink sink, params Recipient[] recipients)
    {
        var service = await TestService.Begin(now);
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
        service.Channels = new NoticeOptions { Smtp = smtp }.Channels(service.Clock);
        await Name(service, recipients);
        await service.Activate("first-contract.yaml");
        return service;
    }

    /// <summary>As a step does it that is not counted here.</summary>
    private static async Task Name(TestService service, params Recipient[] recipients)
    {
        await service.Stores.Recipients.Put("my-first", new(recipients));
        await service.Stores.Undelivered.Forget("my-first");
    }

    /// <summary>Sends January's return with so many in time and assesses it; a minute has passed.</summary>
    private static async Task Return(TestService service, int inTime, bool imported = false)
    {
        service.Clock.AdvanceMinutes(1);
        var file = File.ReadAllText(Path.Combine(GoldenFile.Root, "samples/first-return.csv")).Replace("188", $"{inTime}", StringComparison.Ordinal);
        await service.Receive.Of(new("my-first", "tenant/supplier", Encoding.UTF8.GetBytes(file), $"{service.Clock.GetCurrentInstant()}") { Confirmed = "Known.", KeepsDates = imported });
        Assert.True(await service.WorkOnce(Duration.FromMinutes(1)));
    }

    private static async Task<int> RequestsToDeliver(TestService service)
    {
        service.Requests.Forget();
        Assert.True(await service.DeliverOnce());
        return service.Requests.Kept.Count;
    }

    private static Task Lose(TestService service) => service.Stores.Account.Queue(service.Stores.Alerts.Name).ClearMessagesAsync();

    private static string WithoutDate(SunkMail mail) => string.Join('\n', mail.Raw.Split('\n').Where(l => !l.StartsWith("Date: ", StringComparison.Ordinal)));
}
