using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Messages that come twice, late, in another order or not at all, and workers that meet: one outcome.</summary>
public class MessageTests
{
    [Fact]
    public async Task A_message_that_comes_twice_or_long_after_changes_nothing()
    {
        var service = await HelpDesk.Begin();
        await service.Sent(HelpDesk.Return(190));
        var message = Assert.Single(await service.Stores.Assess.Receive(1, Duration.FromSeconds(30)));
        await service.Assess.Of(WorkMessage.Parse(message.Text));
        await service.Stores.Assess.Delete(message);
        var once = await StoredState.Of(service.Stores.Account);

        await service.Assess.Of(WorkMessage.Parse(message.Text));
        Assert.Equal(once, await StoredState.Of(service.Stores.Account));

        service.Clock.AdvanceMinutes(10);
        await service.Taken(HelpDesk.Return(196));
        var later = await StoredState.Of(service.Stores.Account);
        await service.Assess.Of(WorkMessage.Parse(message.Text));
        await service.Stores.Assess.Delete(message);
        Assert.Equal(later, await StoredState.Of(service.Stores.Account));
    }

    [Fact]
    public async Task Whichever_message_comes_first_the_outcome_is_the_same()
    {
        var outcomes = new List<IReadOnlyList<Pinned>>();
        foreach (var reversed in (bool[])[false, true])
        {
            var service = await HelpDesk.Begin(HelpDesk.February.Plus(Duration.FromDays(28)));
            await service.Sent(HelpDesk.Return(188, "2026-01"));
            await service.Sent(HelpDesk.Return(190, "2026-02"));
            var messages = await service.Stores.Assess.Receive(2, Duration.FromSeconds(30));
            foreach (var message in reversed ? messages.Reverse() : messages) await service.Assess.Of(WorkMessage.Parse(message.Text));
            await service.IsWhole();
            outcomes.Add((await service.Stored()).Current!.Periods);
        }

        Assert.Equal(2, outcomes[0].Count);
        Assert.Equal(outcomes[0], outcomes[1]);
    }

    /// <summary>Found after 2 minutes and then ever more seldom, so that what cannot be done does not fill the queue.</summary>
    [Fact]
    public async Task A_lost_message_is_sent_again_after_two_minutes_four_eight()
    {
        var service = await HelpDesk.Begin();
        var receipt = await service.Sent(HelpDesk.Return(190));
        service.Clock.AdvanceSeconds(1);
        var sent = new List<int>();
        for (var minute = 1; minute <= 20; minute++)
        {
            await Lose(service);
            service.Clock.AdvanceMinutes(1);
            var pending = await service.Sweep.Run();
            Assert.Equal(minute >= 2 ? 1 : 0, pending.Count);
            if (await Waiting(service) > 0) sent.Add(minute);
        }

        Assert.Equal([2, 4, 8, 16], sent);
        service.Clock.AdvanceMinutes(12);
        await service.Sweep.Run();
        await service.Work();
        Assert.Equal(ReceiptStatus.Accepted, (await service.Stores.Register.Receipt(HelpDesk.Code, receipt.Id))!.Status);
        await service.IsWhole();
        await service.Sweep.Run();
        Assert.Equal(0, await Waiting(service));
    }

    [Fact]
    public async Task What_was_taken_away_is_not_brought_back_by_a_sweep_that_is_late()
    {
        var service = await HelpDesk.Begin();
        await service.Sent(HelpDesk.Return(190));
        service.Clock.AdvanceMinutes(3);
        var found = Assert.Single(await service.Stores.Index.Pending(service.Clock.GetCurrentInstant()));
        await service.Work();
        await service.Stores.Index.Swept(found);
        await service.IsWhole();
    }

    [Fact]
    public async Task Twenty_returns_of_a_contract_at_once_and_two_workers()
    {
        var service = await HelpDesk.Begin();
        var receipts = await Task.WhenAll(Enumerable.Range(170, 20).Select(async inTime => await service.Another().Sent(HelpDesk.Return(inTime))));
        await Task.WhenAll(Worker(service), Worker(service));
        await service.Work();

        await service.IsWhole();
        var stored = await service.Stored();
        Assert.Equal(Enumerable.Range(1, 20), stored.Returns.Select(r => r.Facts.Revision));
        Assert.Equal(receipts.Select(r => r.Id).Order(), stored.Returns.Select(r => r.Receipt).Order());
        foreach (var receipt in receipts) Assert.Equal(ReceiptStatus.Accepted, (await service.Stores.Register.Receipt(HelpDesk.Code, receipt.Id))!.Status);
        Assert.Contains(stored.Current!.Returns, r => r.Name == "2026-01 revision 20");
        Assert.Equal(stored.Current.Number, (await service.Stores.Index.Find(HelpDesk.Code))!.Assessment);
    }

    [Fact]
    public async Task Two_workers_at_one_contract_round_after_round()
    {
        var service = await HelpDesk.Begin();
        for (var round = 0; round < 6; round++)
        {
            var messages = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => SentAndTaken(service, 150 + (2 * round) + i)));
            await Task.WhenAll(messages.Select(m => service.Another().Assess.Of(m)));
            service.Clock.AdvanceMinutes(1);
        }

        await service.IsWhole();
        var stored = await service.Stored();
        Assert.Equal(Enumerable.Range(1, 12), stored.Returns.Select(r => r.Facts.Revision));
        Assert.Equal(12, (await service.Stores.Register.AuditTrail(HelpDesk.Code)).Count(r => r.Entry.What == "return accepted"));
        Assert.Equal(Enumerable.Range(1, stored.Current!.Number), (await service.Stores.Register.Assessments(HelpDesk.Code)).Select(m => m.Number));
    }

    [Fact]
    public async Task Three_workers_and_many_contracts()
    {
        string[] codes = [.. Enumerable.Range(1, 6).Select(i => $"desk-{i}")];
        var service = await HelpDesk.Begin(codes: codes);
        await Task.WhenAll(codes.Select(code => service.Another().Sent(HelpDesk.Return(190, code: code), code: code)));
        await Task.WhenAll(Worker(service), Worker(service), Worker(service));
        foreach (var code in codes)
        {
            await service.IsWhole(code);
            Assert.Equal(["2026-01 revision 1"], (await service.Stored(code)).Current!.Returns.Select(r => r.Name));
        }
    }

    [Fact]
    public async Task The_same_key_ten_times_at_once_is_one_return()
    {
        var service = await HelpDesk.Begin();
        var receptions = await AtOnce(service, _ => HelpDesk.Return(190));
        Assert.Single(receptions.OfType<Reception.New>());
        Assert.Equal(9, receptions.OfType<Reception.Again>().Count());
        await service.Work();
        await service.IsWhole();
        Assert.Single((await service.Stored()).Returns);
    }

    [Fact]
    public async Task The_same_key_with_other_bytes_is_told_and_counts_for_nothing()
    {
        var service = await HelpDesk.Begin();
        var receptions = await AtOnce(service, i => HelpDesk.Return(180 + i));
        var first = Assert.Single(receptions.OfType<Reception.New>()).Receipt;
        var others = receptions.OfType<Reception.OtherUnderThatKey>().ToList();
        Assert.Equal(9, others.Count);
        Assert.All(others, o => Assert.Equal(first.RawSha256, o.Receipt.RawSha256));
        await service.Work();
        await service.IsWhole();
        Assert.Equal(first.RawSha256, Assert.Single((await service.Stored()).Returns).RawSha256);
    }

    /// <summary>Its bytes are gone, so it cannot be done; once they are back it can.</summary>
    [Fact]
    public async Task What_cannot_be_done_is_put_aside_and_driven_again()
    {
        var service = await HelpDesk.Begin();
        byte[] large = [.. HelpDesk.Return(190), .. System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(",comment,\n", 20_000)))];
        var receipt = await service.Sent(large);
        var raw = $"{HelpDesk.Code}/{receipt.RawSha256}";
        await service.Stores.Account.Container(service.Stores.Account.Names.Raw).DeleteBlobAsync(raw);

        var message = Assert.Single(await service.Stores.Assess.Receive(1, Duration.FromSeconds(1)));
        Assert.Equal(1, message.Tries);
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.Assess.Of(WorkMessage.Parse(message.Text)));
        message = await Again(service);
        Assert.Equal(2, message.Tries);
        await service.Stores.Assess.Poison(message);
        Assert.Equal((1, 0), (await service.Stores.Assess.PoisonCount(), await Waiting(service)));

        await service.Stores.Raw.Put(raw, large, "text/csv");
        Assert.Equal(1, await service.Stores.Assess.Redrive());
        Assert.Equal(0, await service.Stores.Assess.PoisonCount());
        await service.Work();
        Assert.Equal(ReceiptStatus.Accepted, (await service.Stores.Register.Receipt(HelpDesk.Code, receipt.Id))!.Status);
        await service.IsWhole();
    }

    [Fact]
    public async Task Work_for_a_contract_that_is_not_there_ends() => await (await TestService.Begin(HelpDesk.February)).Assess.Of(new("no-such", null, null));

    private static async Task<ReceivedMessage> Again(TestService service)
    {
        while (true)
        {
            if (await service.Stores.Assess.Receive(1, Duration.FromSeconds(30)) is [var message]) return message;
            await Task.Delay(50);
        }
    }

    private static async Task Worker(TestService service) => await service.Another().Work();

    private static async Task<WorkMessage> SentAndTaken(TestService service, int inTime)
    {
        await service.Another().Sent(HelpDesk.Return(inTime));
        var message = Assert.Single(await service.Stores.Assess.Receive(1, Duration.FromMinutes(5)));
        return WorkMessage.Parse(message.Text);
    }

    private static Task<Reception[]> AtOnce(TestService service, Func<int, byte[]> bytes) =>
        Task.WhenAll(Enumerable.Range(0, 10).Select(i => service.Another().Receive.Of(new(HelpDesk.Code, "tenant/supplier", bytes(i), "the key"))));

    private static async Task Lose(TestService service) => await service.Stores.Account.Queue(service.Stores.Assess.Name).ClearMessagesAsync();

    private static async Task<int> Waiting(TestService service) =>
        (await service.Stores.Account.Queue(service.Stores.Assess.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
