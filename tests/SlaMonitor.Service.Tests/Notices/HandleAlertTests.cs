using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Tests.Storage;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>
/// What becomes of an alert that nobody acknowledges, and of one that somebody does. The contract is put into force on Tuesday 10 February
/// 2026; the return for January is due on Friday the 13th and overdue on Saturday the 14th, which is told at once. The fifth working day from
/// there is Friday the 20th, from there the 27th, and from there 6 March.
/// </summary>
public class HandleAlertTests
{
    private const string Overdue = "my-first/returnOverdue/return/2026-01";

    private static readonly Recipient
        Ann = new("ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example"),
        Dee = new("dee", OfficerRole.Deputy, NoticeWay.Mail, "dee@council.example"),
        Team = new("team", OfficerRole.TeamMailbox, NoticeWay.Mail, "team@council.example"),
        Eve = new("eve", OfficerRole.EscalationOwner, NoticeWay.Mail, "eve@council.example");

    private static readonly Asked AnnSays = new("tenant/ann", "I have rung the supplier.", null);

    private static string Hash => RegisteredAlert.HashOf(Overdue);

    [Fact]
    public async Task What_nobody_acknowledges_goes_from_the_manager_to_the_deputy_the_team_and_the_escalation_owner_once_each()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        Assert.Equal(
            ["2026-02-14 ann", "2026-02-20 dee", "2026-02-27 team", "2026-03-06 eve"],
            await Told(service, sink, 35));
        Assert.DoesNotContain((await service.Stores.Register.Load("my-first")).Unanswered, u => u.Alert.Key == Overdue);
        Assert.Contains("nobody has acknowledged it since 14 February 2026", sink.Mails.Single(m => Is(m, "dee")).Text, StringComparison.Ordinal);
    }

    /// <summary>Nobody looked from the 18th of February to the 20th of March: one step is made, and the next has its days again.</summary>
    [Fact]
    public async Task Days_that_were_missed_are_caught_up_one_step_at_a_time()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        Assert.Equal(["2026-02-14 ann"], await Told(service, sink, 8));
        service.Clock.AdvanceDays(30);
        Assert.Equal(["2026-03-20 dee", "2026-03-27 team"], await Told(service, sink, 10));
    }

    [Fact]
    public async Task What_is_acknowledged_is_told_to_nobody_else_and_the_trail_says_by_whom_and_why()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        await Told(service, sink, 8);
        var done = Assert.IsType<HandlingOutcome.Done>(await Handle(service).Acknowledge("my-first", Hash, AnnSays));
        Assert.True(done.IsNew);
        Assert.False(Assert.IsType<HandlingOutcome.Done>(await Handle(service).Acknowledge("my-first", Hash, AnnSays)).IsNew);
        Assert.Empty(await Told(service, sink, 30));
        var row = Assert.Single(await service.Stores.Register.AuditTrail("my-first"), r => r.Entry.What == "alert acknowledged");
        Assert.Equal(("tenant/ann", $"alert {Hash}", $"{Overdue}: I have rung the supplier."), (row.Entry.By, row.Entry.To, row.Entry.Detail));
        var alert = (await service.Stores.Register.Alert("my-first", Hash, [Hash]))!;
        Assert.Equal((HandlingKind.Acknowledged, "tenant/ann", "I have rung the supplier."), (alert.Handling!.Answer, alert.Handling.By, alert.Handling.Reason));
    }

    /// <summary>Put off on the 17th until the 26th, a Thursday: told again on that day, and then the deputy five working days later.</summary>
    [Fact]
    public async Task What_is_put_off_comes_again_on_its_day_and_not_before()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        await Told(service, sink, 8);
        Assert.IsType<HandlingOutcome.Done>(await Handle(service).Snooze("my-first", Hash, new(2026, 2, 26), AnnSays));
        Assert.Equal(["2026-02-26 ann", "2026-03-05 dee"], await Told(service, sink, 18));
        var ids = sink.Mails.Where(m => Is(m, "ann")).Select(m => m.Header("Message-Id")).ToList();
        Assert.Equal((2, 2), (ids.Count, ids.Distinct().Count()));
    }

    [Theory]
    [InlineData("2026-02-18")]
    [InlineData("2026-05-22")]
    public async Task Nothing_is_put_off_to_a_day_that_is_past_or_far_away(string until)
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        await Told(service, sink, 8);
        // Its own day, the 13th, has passed: 92 days from the 18th are 21 May.
        var outcome = await Handle(service).Snooze("my-first", Hash, NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value, AnnSays);
        Assert.Equal(new HandlingOutcome.NotThatDay(new(2026, 2, 19), new(2026, 5, 21)), outcome);
    }

    /// <summary>Handed on the 18th to Eve, who has five working days, until the 25th; after her nobody is left.</summary>
    [Fact]
    public async Task What_is_handed_over_is_told_at_once_to_whom_it_is_given()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        await Told(service, sink, 8);
        Assert.IsType<HandlingOutcome.NoSuchRecipient>(await Handle(service).HandOver("my-first", Hash, "zoe", AnnSays));
        Assert.IsType<HandlingOutcome.Done>(await Handle(service).HandOver("my-first", Hash, "eve", AnnSays));
        Assert.Equal(["2026-02-18 eve"], await Told(service, sink, 30));
        Assert.Contains("it was handed over to you", sink.Mails.Single(m => Is(m, "eve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_longer_stands_is_told_to_nobody_else_and_needs_no_answer()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink);
        await Told(service, sink, 8);
        await service.Receive.Of(new("my-first", "tenant/supplier", File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv")), "one") { Confirmed = "Known." });
        await service.Work();
        Assert.Empty(await Told(service, sink, 30));
        Assert.IsType<HandlingOutcome.Ended>(await Handle(service).Acknowledge("my-first", Hash, AnnSays));
        Assert.IsType<HandlingOutcome.NoSuchAlert>(await Handle(service).Acknowledge("my-first", "0123456789abcdef", AnnSays));
        Assert.DoesNotContain((await service.Stores.Register.Load("my-first")).Unanswered, u => u.Alert.Key == Overdue);
    }

    private static HandleAlert Handle(TestService service) => new(service.Stores, new(service.Stores, service.Clock), new(), HolidayBasis.Adopted);

    private static bool Is(SunkMail mail, string who) => mail.To[0] == $"{who}@council.example" && mail.Header("Subject").StartsWith("Return overdue", StringComparison.Ordinal);

    /// <summary>Each day at ten the daily run, and all the work there is.</summary>
    /// <returns>Who was told of the overdue return, and on which day.</returns>
    private static async Task<IReadOnlyList<string>> Told(TestService service, SmtpSink sink, int days)
    {
        var told = new List<string>();
        for (var i = 0; i < days; i++)
        {
            var before = sink.Mails.Count;
            await new DailyRun(service.Stores, service.Clock).Run();
            await service.Work();
            told.AddRange(sink.Mails.Skip(before).Where(m => m.Header("Subject").StartsWith("Return overdue: 2026-01", StringComparison.Ordinal))
                .Select(m => $"{service.Clock.GetCurrentInstant().InUtc().Date:uuuu-MM-dd} {m.To[0].Split('@')[0]}"));
            service.Clock.AdvanceDays(1);
        }

        return told;
    }

    private static async Task<TestService> Begun(SmtpSink sink)
    {
        var service = await TestService.Begin(Instant.FromUtc(2026, 2, 10, 10, 0));
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
        service.Channels = new NoticeOptions { Smtp = smtp }.Channels(service.Clock);
        await service.Stores.Recipients.Put("my-first", new([Ann, Dee, Team, Eve]));
        await service.Activate("first-contract.yaml");
        await service.Work();
        return service;
    }
}
