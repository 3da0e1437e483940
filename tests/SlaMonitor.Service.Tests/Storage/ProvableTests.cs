using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Golden;
using SlaMonitor.Service.Register;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>What a contract manager must be able to prove years later: the trail is whole, and the result comes out again.</summary>
public class ProvableTests
{
    private static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    [Fact]
    public async Task A_stored_assessment_is_made_again_byte_for_byte_even_after_the_return_was_withdrawn()
    {
        var service = await WithReturn();
        service.Clock.AdvanceDays(3);
        Assert.IsType<ReturnChange.Done>(await service.Returns.Withdraw("my-first", new(2026, 1), 1, TestService.Officer));
        await service.Work();

        var reproduce = new ReproduceAssessment(service.Stores, new(), HolidayBasis.Adopted);
        var assessments = await service.Stores.Register.Assessments("my-first");
        Assert.Equal([1, 2, 3], assessments.Select(a => a.Number));
        foreach (var assessment in assessments)
        {
            var again = await reproduce.Of("my-first", assessment.Number);
            Assert.True(again!.IsSame);
            Assert.True(again.IsSameEngine);
        }

        // With the return 94 % of a target of 95 %; before it and after its withdrawal on 13 February it is awaited until the 13th.
        Assert.Equal(["2026-01 revision 1"], assessments[1].Returns.Select(r => r.Name));
        Assert.Empty(assessments[2].Returns);
        var delta = await reproduce.Between("my-first", 2, 3);
        Assert.Single(delta!.Periods);
        Assert.Null(await reproduce.Of("my-first", 4));
    }

    [Fact]
    public async Task The_trail_is_whole_and_anchored_and_a_changed_row_is_named()
    {
        var service = await WithReturn();
        service.Clock.AdvanceDays(1);
        var record = await new DailyRun(service.Stores, service.Clock).Run();
        Assert.Equal(1, record.Anchored);
        Assert.Equal(record, await service.Stores.Index.Daily(new(2026, 2, 11)));
        var verify = new VerifyAudit(service.Stores);
        var rows = (await service.Stores.Register.AuditTrail("my-first")).Count;
        Assert.Equal(new AuditVerdict.Whole(rows, 1, rows), await verify.Of("my-first"));

        var table = new TableClient(await AzuriteFixture.ConnectionString(), service.Stores.Account.Names.Contracts);
        await table.UpdateEntityAsync(new TableEntity("my-first", "7audit~0000000002") { ["Detail"] = "nothing to see" }, Azure.ETag.All, TableUpdateMode.Merge);
        Assert.Equal(2, Assert.IsType<AuditVerdict.BrokenRow>(await verify.Of("my-first")).Number);
    }

    /// <summary>Whoever can write every row can make the chain fit again; the anchor remains.</summary>
    [Fact]
    public async Task A_chain_rewritten_whole_does_not_fit_its_anchor()
    {
        var service = await WithReturn();
        service.Clock.AdvanceDays(1);
        await new DailyRun(service.Stores, service.Clock).Run();
        var table = new TableClient(await AzuriteFixture.ConnectionString(), service.Stores.Account.Names.Contracts);
        var link = AuditLink.First;
        foreach (var row in await service.Stores.Register.AuditTrail("my-first"))
        {
            var forged = link.Next(row.Entry with { By = "somebody/else" });
            await table.UpdateEntityAsync(new TableEntity("my-first", $"7audit~{row.Number:D10}") { ["By"] = "somebody/else", ["Hash"] = forged.Hash }, Azure.ETag.All, TableUpdateMode.Merge);
            link = new(forged.Number, forged.Hash);
        }

        await table.UpdateEntityAsync(new TableEntity("my-first", "0head") { ["AuditHash"] = link.Hash }, Azure.ETag.All, TableUpdateMode.Merge);
        Assert.Equal(new(2026, 2, 11), Assert.IsType<AuditVerdict.BrokenAnchor>(await new VerifyAudit(service.Stores).Of("my-first")).Day);
    }

    /// <summary>January's return is due on 13 February, ten working days after the period: on the 14th it is overdue, and nothing came in
    /// to say so.</summary>
    [Fact]
    public async Task The_daily_run_finds_what_falls_due_once_however_often_it_runs_and_whatever_day_it_missed()
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        await service.Work();
        var before = await service.Stores.Index.Find("my-first");
        Assert.Equal(Attention.DateNear, before!.Attention);
        Assert.StartsWith("The contract ends on 31 December 2027. No option to extend is left.", before.Why);
        var daily = new DailyRun(service.Stores, service.Clock);
        service.Clock.AdvanceDays(2);
        Assert.Equal(0, (await daily.Run()).Due);
        // On Friday the 13th the return is due; on the 14th it is overdue, which is found on the 15th.
        service.Clock.AdvanceDays(1);
        Assert.Equal(1, (await daily.Run()).Due);
        await service.Work();
        service.Clock.AdvanceDays(2);

        Assert.Equal(1, (await daily.Run()).Due);
        Assert.Equal(0, (await daily.Run()).Due);
        await service.Work();
        Assert.Equal(Attention.ReturnOverdue, (await service.Stores.Index.Find("my-first"))!.Attention);
    }

    private static async Task<TestService> WithReturn()
    {
        var service = await TestService.Begin(February);
        await service.Activate("first-contract.yaml");
        await service.Work();
        service.Clock.AdvanceMinutes(5);
        await service.Receive.Of(new("my-first", "tenant/supplier", File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv")), "one") { Confirmed = "Known." });
        await service.Work();
        return service;
    }
}
