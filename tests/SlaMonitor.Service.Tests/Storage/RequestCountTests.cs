using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>What a return and a page of the portfolio cost in requests to storage, each of which is charged.</summary>
public partial class RequestCountTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 2, 10, 9, 0);

    private static readonly YearMonth January = new(2026, 1);

    private static readonly string[] WayOfAReturn =
    [
        "PUT blob raw/long-one/(hash)",
        "PUT table index(PartitionKey='index',RowKey='pending~(time)~long-one~(id)')",
        "POST table $batch",
        "POST queue assess/messages",
        "GET queue assess/messages",
        "GET table contracts()",
        "PUT blob results/long-one/(hash)",
        "POST table $batch",
        "POST table $batch",
        "DELETE queue assess/messages/(id)",
    ];

    /// <summary>Of 50 indicators, with 64 KiB of facts, that changes its own period and raises no alert: 195 of 200 is 97.5 %.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    public async Task A_return_costs_ten_requests_whatever_came_before(int months)
    {
        var (service, contract) = await Begun(50, months, comments: 60_000);
        var wire = new MeasuringWire();
        var process = service.Another(wire);
        Assert.Equal(WayOfAReturn, await RequestsOf(process, contract.Return(January, 195, 60_000)));

        var stored = await service.Stores.Register.Load(LongContract.Code);
        Assert.Equal((months + 1, 0), (stored.Current!.Periods.Count, stored.Inbox.Count));
        Assert.Equal(months + 1, stored.Current.Returns.Count);
        Assert.InRange(wire.Longest, 1, 4 * 1024 * 1024);
    }

    /// <summary>What the key stood for before is looked up before anything is written; nothing is written where it stood for something.</summary>
    [Fact]
    public async Task An_idempotency_key_costs_one_request_more_and_a_repetition_one_in_all()
    {
        var (service, contract) = await Begun(2, 1, comments: 0);
        const string LookUp = "GET table contracts(PartitionKey='long-one',RowKey='5receipt~(id)')";
        Assert.Equal([LookUp, .. WayOfAReturn], await RequestsOf(service, contract.Return(January, 195), "january"));
        foreach (var sent in (byte[][])[contract.Return(January, 195), contract.Return(January, 180)])
        {
            service.Requests.Forget();
            await service.Receive.Of(new(LongContract.Code, "tenant/supplier", sent, "january"));
            Assert.Single(service.Requests.Kept);
        }
    }

    /// <summary>What an idle service costs, apart from what the host asks for itself (looks at empty queues, and the leases of its timers):
    /// a watch every minute, a sweep every two and a daily run are 6 x 43,200 + 21,600 + 4 x 30, some 281,000 in a month of 30 days.</summary>
    [Fact]
    public async Task Timers_cost_the_same_however_many_contracts_there_are()
    {
        var (service, _) = await Begun(1, 1, comments: 0);
        var (daily, watch) = (new DailyRun(service.Stores, service.Clock), new WatchWork(service.Stores, service.Clock, NullLogger<WatchWork>.Instance));
        await daily.Run();
        await watch.Run();
        service.Clock.AdvanceMinutes(10);
        async Task<int> Cost(Func<Task> run)
        {
            service.Requests.Forget();
            await run();
            return service.Requests.Kept.Count;
        }

        Assert.Equal(6, await Cost(watch.Run));
        Assert.Equal(1, await Cost(service.Sweep.Run));
        Assert.Equal(4, await Cost(daily.Run));
        Assert.Equal(1, await Cost(() => service.Stores.Assess.Receive(1, Duration.FromSeconds(30))));
    }

    /// <summary>Within 192 KiB the bytes travel in the inbox row; beyond, they are read back.</summary>
    [Fact]
    public async Task A_large_return_is_read_back_with_one_request_more()
    {
        var (service, contract) = await Begun(70, 1, comments: 0);
        var requests = await RequestsOf(service, contract.Return(January, 195, 210_000));
        Assert.Equal([.. WayOfAReturn[..6], "GET blob raw/long-one/(hash)", .. WayOfAReturn[6..]], requests);
        Assert.Equal(2, (await service.Stores.Register.Load(LongContract.Code)).Current!.Returns.Count);
    }

    /// <summary>
    /// KPI1 was on target until December and fails now; then March is restated as a failure, and April (on target then, restated as
    /// a failure too) is its repeat: those two periods and the return's own change, so two blobs more, and the alerts are sent.
    /// </summary>
    [Fact]
    public async Task Each_further_period_that_changes_costs_one_request_and_alerts_one()
    {
        var (service, contract) = await Begun(2, 12, comments: 0);
        var before = (await service.Stores.Register.Load(LongContract.Code)).Current!;
        var restated = "KPI1,of,180,2025-03,\nKPI1,to,200,2025-03,\nKPI1,of,180,2025-04,\nKPI1,to,200,2025-04,\n";
        var requests = await RequestsOf(service, contract.Return(January, 195, restated: restated));

        var after = (await service.Stores.Register.Load(LongContract.Code)).Current!;
        Assert.Equal(["2025-03", "2025-04", "2026-01"], after.Periods.Except(before.Periods).Select(p => p.Name));
        Assert.Equal(3, after.Points - before.Points);
        Assert.Equal(
            [.. WayOfAReturn[..7], "PUT blob results/long-one/(hash)", "PUT blob results/long-one/(hash)", "POST table $batch", "POST queue alerts/messages", .. WayOfAReturn[8..]],
            requests);
    }

    /// <summary>50 indicators that fail are 50 breaches; the flip takes 40 alerts, the others are written before it.</summary>
    [Fact]
    public async Task Very_many_alerts_cost_one_request_more_and_stand_all()
    {
        var (service, contract) = await Begun(50, 1, comments: 0);
        var requests = await RequestsOf(service, contract.Return(January, 180));
        Assert.Equal([.. WayOfAReturn[..7], "POST table $batch", "POST table $batch", "POST queue alerts/messages", .. WayOfAReturn[8..]], requests);

        var alerts = await service.Stores.Register.Alerts(LongContract.Code);
        Assert.True(alerts.Count(a => a.Event == "Breach" && a.Stands) == 50, string.Join('\n', alerts));
        await service.Returns.Withdraw(LongContract.Code, January, 1, TestService.Officer);
        service.Clock.AdvanceMinutes(10);
        await service.Work();
        Assert.DoesNotContain(await service.Stores.Register.Alerts(LongContract.Code), a => a.Event == "Breach" && a.Stands && a.Of == "2026-01" && a.Text.Contains("90", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Among_five_thousand_contracts_nothing_costs_more()
    {
        var (service, contract) = await Begun(2, 1, comments: 0);
        await Seed(service.Stores.Account, 5_000);
        Assert.Equal(WayOfAReturn, await RequestsOf(service, contract.Return(January, 195)));

        var process = service.Another();
        var first = await process.Stores.Index.ByAttention(null, 50);
        Assert.InRange(process.Requests.Kept.Count, 1, 3);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"c{i:D4}"), first.Select(r => r.Contract));
        process.Requests.Forget();
        var second = await process.Stores.Index.ByAttention(first[^1].Place, 50);
        Assert.InRange(process.Requests.Kept.Count, 1, 3);
        Assert.Equal(Enumerable.Range(50, 50).Select(i => $"c{i:D4}"), second.Select(r => r.Contract));
        Assert.Equal(Attention.Nothing, (await process.Stores.Index.Find(LongContract.Code))!.Attention);
    }

    private static async Task<(TestService Service, LongContract Contract)> Begun(int indicators, int months, int comments)
    {
        var service = await TestService.Begin(Now);
        var contract = new LongContract(indicators, new LocalDate(2026, 1, 1).PlusMonths(-months));
        await contract.Begin(service, months, comments);
        service.Clock.AdvanceMinutes(10);
        return (service, contract);
    }

    private static async Task<IReadOnlyList<string>> RequestsOf(TestService process, byte[] sent, string? key = null)
    {
        process.Requests.Forget();
        await process.Receive.Of(new(LongContract.Code, "tenant/supplier", sent, key) { Confirmed = "Known." });
        Assert.True(await process.WorkOnce(Duration.FromMinutes(1)));
        var prefix = process.Stores.Account.Names.Prefix;
        return [.. process.Requests.Kept.Select(r => Time().Replace(Id().Replace(Hash().Replace(r, "(hash)"), "(id)"), "(time)").Replace(prefix, "", StringComparison.Ordinal))];
    }

    /// <summary>Rows as the index has them, in batches; of what the contracts' own partitions hold only the heads, all in one batch each,
    /// which the emulator takes.</summary>
    private static async Task Seed(StorageAccount account, int contracts)
    {
        foreach (var some in Enumerable.Range(0, contracts).Select(i => $"c{i:D4}").Chunk(100))
        {
            await account.Contracts.SubmitTransactionAsync(some.Select(c => new TableTransactionAction(TableTransactionActionType.Add, ContractRows.Head(new(c) { MovedAt = Now }))));
            foreach (var key in (string[])["contract~", "attention~1~"])
                await account.Index.SubmitTransactionAsync(some.Select(c => new TableTransactionAction(TableTransactionActionType.Add, Row(key, c))));
        }
    }

    private static TableEntity Row(string key, string contract) => new("index", key + contract)
    {
        ["Gone"] = false,
        ["Contract"] = contract,
        ["Title"] = "Title",
        ["Client"] = "Client",
        ["Supplier"] = "Supplier",
        ["Attention"] = nameof(Attention.Breach),
        ["Why"] = "Why",
        ["End"] = "2027-12-31",
        ["LastPeriod"] = "2026-01",
        ["Points"] = 1,
        ["PayablePence"] = 100L,
        ["Alerts"] = 1,
        ["Assessment"] = 1,
        ["AsOf"] = "2026-02-10",
        ["AuditNumber"] = 1L,
        ["AuditHash"] = AuditLink.First.Hash,
    };

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{8}T\d{13}")]
    private static partial Regex Time();
}
