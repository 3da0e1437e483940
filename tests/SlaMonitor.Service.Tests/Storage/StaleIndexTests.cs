using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>One worker changes a contract and is slow to write the index; another is faster. The portfolio then shows what no longer is,
/// until the contract is looked at once more, which one of the two has asked for.</summary>
public class StaleIndexTests
{
    /// <summary>Load, period blob, flip; the fourth request writes the index.</summary>
    private const int Index = 4;

    [Fact]
    public Task Where_the_faster_one_comes_soon_it_asks() => Heals(Duration.Zero);

    [Fact]
    public Task Where_it_comes_late_the_slow_one_sees_that_itself() => Heals(Duration.FromSeconds(11));

    /// <summary>A message that comes twice changes nothing and writes the index all the same: load, index.</summary>
    [Fact]
    public async Task Where_the_slow_one_changed_nothing_it_looks()
    {
        var service = await HelpDesk.Begin();
        await service.Sent(HelpDesk.Return(190));
        var message = await Message(service);
        await service.Assess.Of(message);
        service.Clock.AdvanceMinutes(10);

        var wire = new HeldWire(2);
        var slow = service.Another(wire).Assess.Of(message);
        await wire.Reached;
        await IsOvertaken(service, wire, slow);
    }

    private static async Task Heals(Duration later)
    {
        var service = await HelpDesk.Begin();
        await service.Sent(HelpDesk.Return(190));
        var wire = new HeldWire(Index);
        var slow = service.Another(wire).Assess.Of(await Message(service));
        await wire.Reached;
        service.Clock.Advance(later);
        await IsOvertaken(service, wire, slow);
    }

    private static async Task IsOvertaken(TestService service, HeldWire wire, Task slow)
    {
        await service.Sent(HelpDesk.Return(196));
        await service.Assess.Of(await Message(service));
        var standing = (await service.Stored()).Current!.Number;
        Assert.Equal(standing, (await service.Stores.Index.Find(HelpDesk.Code))!.Assessment);

        wire.LetGo();
        await slow;
        Assert.Equal(standing - 1, (await service.Stores.Index.Find(HelpDesk.Code))!.Assessment);
        Assert.NotEqual(0, (await service.Stores.Account.Queue(service.Stores.Assess.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount);

        // What was asked for shows in the queue after half a minute; it says this.
        await service.Assess.Of(new(HelpDesk.Code, null, null));
        var shown = (await service.Stores.Index.Find(HelpDesk.Code))!;
        Assert.Equal((standing, (await service.Stored()).Audit), (shown.Assessment, shown.Audit));
        Assert.Equal(shown, Assert.Single(await service.Stores.Index.ByAttention(null, 50)) with { LastFailures = shown.LastFailures, Calendar = shown.Calendar });
    }

    /// <summary>Received and deleted at once, so that what the queue then holds was asked for afterwards.</summary>
    private static async Task<WorkMessage> Message(TestService service)
    {
        var message = Assert.Single(await service.Stores.Assess.Receive(1, Duration.FromMinutes(1)));
        await service.Stores.Assess.Delete(message);
        return WorkMessage.Parse(message.Text);
    }
}
