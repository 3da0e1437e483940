using NodaTime;
using SlaMonitor.Golden;

namespace SlaMonitor.Service.Tests.Storage;

public class RetentionTests
{
    private static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    /// <summary>The contract ends on 31 December 2027; six years on is 31 December 2033, the last day it is kept.</summary>
    [Fact]
    public async Task A_contract_is_kept_for_its_years_and_under_a_legal_hold_and_then_only_its_trail_remains()
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        await service.Receive.Of(new("my-first", "tenant/supplier", File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv")), "one") { Confirmed = "Known." });
        await service.Work();
        var retention = new Retention(service.Stores, new(service.Stores, service.Clock), service.Clock);
        var end = new LocalDate(2033, 12, 31);
        Assert.Equal(new Disposal.NotYet(end), await retention.Dispose("my-first", Retention.DefaultYears, TestService.Officer));
        service.Clock.Reset(end.AtMidnight().InUtc().ToInstant());
        Assert.IsType<Disposal.NotYet>(await retention.Dispose("my-first", Retention.DefaultYears, TestService.Officer));

        service.Clock.AdvanceDays(1);
        Assert.Single((await service.Stores.Index.ByWords(["first"], null, 50)).Rows);
        Assert.True(await retention.Hold("my-first", true, TestService.Officer));
        Assert.IsType<Disposal.OnLegalHold>(await retention.Dispose("my-first", Retention.DefaultYears, TestService.Officer));
        Assert.True(await retention.Hold("my-first", false, TestService.Officer));
        Assert.IsType<Disposal.Done>(await retention.Dispose("my-first", Retention.DefaultYears, TestService.Officer));

        Assert.Empty(await service.Stores.Raw.Names("my-first/"));
        var left = await service.Stores.Register.Load("my-first");
        Assert.Equal((0, 0, null), (left.Terms.Count, left.Returns.Count, left.Current));
        Assert.Null(await service.Stores.Index.Find("my-first"));
        Assert.Empty(await service.Stores.Index.ByAttention(null, 50));
        Assert.Empty((await service.Stores.Index.ByWords(["first"], null, 50)).Rows);
        var trail = await service.Stores.Register.AuditTrail("my-first");
        Assert.Equal(["legal hold set", "legal hold lifted", "disposal begun", "disposed of"], trail.Select(r => r.Entry.What).TakeLast(4));
        Assert.IsType<AuditVerdict.Whole>(await new VerifyAudit(service.Stores).Of("my-first"));
        Assert.Equal(new Disposal.NotYet(null), await retention.Dispose("my-first", Retention.DefaultYears, TestService.Officer));
    }
}
