using System.Text;
using NodaTime;
using SlaMonitor.Golden;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>A return from the door to the portfolio, on real storage.</summary>
public class WayOfAReturnTests
{
    /// <summary>The day after the period's return was sent in time.</summary>
    private static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    private static byte[] FirstReturn => File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv"));

    /// <summary>190 of 200 is 95 %, the target: no alert arises. A breach adds one request, the message to deliver it.</summary>
    [Theory]
    [InlineData("190", 10)]
    [InlineData("188", 11)]
    public async Task It_costs_ten_requests(string inTime, int requests)
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        await service.Work();
        service.Clock.AdvanceMinutes(10);
        service.Requests.Forget();

        await service.Receive.Of(new("my-first", "tenant/supplier", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(FirstReturn).Replace("188", inTime, StringComparison.Ordinal)), null) { Confirmed = "Known." });
        var message = Assert.Single(await service.Stores.Assess.Receive(1, Duration.FromMinutes(1)));
        await service.Assess.Of(WorkMessage.Parse(message.Text));
        await service.Stores.Assess.Delete(message);

        Assert.Equal(requests, service.Requests.Kept.Count);
    }

    /// <summary>188 of 200 is 94 %, below the target of 95 %: one failed KPI, no credits in this contract.</summary>
    [Fact]
    public async Task It_is_accepted_assessed_and_shown()
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        var received = Assert.IsType<Reception.New>(await service.Receive.Of(new("my-first", "tenant/supplier", FirstReturn, null) { Confirmed = "Known." }));
        Assert.Equal(ReceiptStatus.Received, received.Receipt.Status);
        await service.Work();

        var receipt = await service.Stores.Register.Receipt("my-first", received.Receipt.Id);
        Assert.Equal((ReceiptStatus.Accepted, new YearMonth(2026, 1), 1), (receipt!.Status, receipt.Period, receipt.Revision));
        var stored = await service.Stores.Register.Load("my-first");
        Assert.Empty(stored.Inbox);
        Assert.Equal(["2026-01 revision 1"], stored.Current!.Returns.Select(r => r.Name));
        var period = Assert.Single(stored.Current.Periods);
        var document = await service.Stores.Results.Get("my-first", period.Sha256);
        Assert.Contains("\"94", document, StringComparison.Ordinal);
        var shown = await service.Stores.Index.Find("my-first");
        Assert.Equal(Attention.Breach, shown!.Attention);
        Assert.Equal("2026-01", shown.LastPeriod);
        Assert.Empty(await service.Stores.Index.Pending(February.Plus(Duration.FromDays(1))));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_every_finding_and_nothing_counts()
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(FirstReturn).Replace("188", "many", StringComparison.Ordinal).Replace("KPI1,to,200", "KPI9,to,200", StringComparison.Ordinal));
        var received = Assert.IsType<Reception.New>(await service.Receive.Of(new("my-first", "tenant/supplier", wrong, null)));
        await service.Work();

        var receipt = await service.Stores.Register.Receipt("my-first", received.Receipt.Id);
        Assert.Equal(ReceiptStatus.Refused, receipt!.Status);
        Assert.True(receipt.Findings.Count(f => f.IsError) >= 2);
        Assert.Empty((await service.Stores.Register.Load("my-first")).Returns);
    }
}
