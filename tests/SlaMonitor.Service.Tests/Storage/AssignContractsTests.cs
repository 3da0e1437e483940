using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Who has been given which contracts: it stands, and who gave it can be proved.</summary>
public class AssignContractsTests
{
    private const string Person = "tenant/somebody";

    private static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    [Fact]
    public async Task What_is_given_stands_with_a_row_of_the_trail_and_doing_it_twice_is_doing_it_once()
    {
        var service = await TestService.Begin(February);
        var assign = new AssignContracts(service.Stores, service.Clock);
        Assert.Equal(AssignOutcome.AsBefore, await assign.To(Person, Assignments.None, TestService.Officer));
        Assert.Equal(AssignOutcome.Given, await assign.To(Person, Assignments.To("a", "b"), TestService.Officer));
        Assert.Equal(AssignOutcome.AsBefore, await assign.To(Person, Assignments.To("b", "a"), TestService.Officer));
        Assert.Equal(AssignOutcome.Given, await assign.To(Person, Assignments.To("b", "c"), TestService.Officer));
        Assert.Equal(AssignOutcome.Given, await assign.To(Person, Assignments.Every, TestService.Officer));
        Assert.Equal(AssignOutcome.Given, await assign.To(Person, Assignments.None, TestService.Officer));

        var trail = await service.Stores.People.AuditTrail();
        Assert.Equal(
            [
                "given a, b; before 0 contracts, now 2 contracts: test",
                "given c; taken away a; before 2 contracts, now 2 contracts: test",
                "given every contract; taken away b, c; before 2 contracts, now every contract: test",
                "taken away every contract; before every contract, now 0 contracts: test",
            ],
            trail.Select(r => r.Entry.Detail));
        Assert.All(trail, r => Assert.Equal((February, "tenant/officer", "contracts given", Person), (r.Entry.At, r.Entry.By, r.Entry.What, r.Entry.To)));
        Assert.False((await service.Stores.People.Find(Person)).Given.Cover("a"));
        Assert.Equal([3L, 2L], (await service.Stores.People.Audit(4, 2)).Select(r => r.Number));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten_unseen()
    {
        var service = await TestService.Begin(February);
        var assign = new AssignContracts(service.Stores, service.Clock);
        var seen = (await service.Stores.People.Find(Person)).Version;
        await assign.To(Person, Assignments.To("a"), TestService.Officer);
        Assert.Equal(AssignOutcome.ChangedMeanwhile, await assign.To(Person, Assignments.To("b"), TestService.Officer, seen));
        Assert.Equal(["a"], (await service.Stores.People.Find(Person)).Given.Contracts);
    }

    [Fact]
    public async Task Several_at_once_all_come_into_one_chain()
    {
        var service = await TestService.Begin(February);
        var assign = new AssignContracts(service.Stores, service.Clock);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => assign.To($"tenant/{i}", Assignments.To("a"), TestService.Officer)));
        Assert.All(outcomes, o => Assert.Equal(AssignOutcome.Given, o));
        Assert.Equal(new AuditVerdict.Whole(5, 0, 0), await new VerifyAudit(service.Stores).OfAssignments());
        var first = await service.Stores.People.Some(null, 3);
        Assert.Equal(5, first.Concat(await service.Stores.People.Some(first[^1].Person, 3)).Select(p => p.Person).Distinct().Count());
    }

    [Fact]
    public async Task Thousands_of_contracts_fit()
    {
        var service = await TestService.Begin(February);
        string[] codes = [.. Enumerable.Range(0, 5_000).Select(i => $"a-contract-with-a-name-that-is-as-long-as-names-may-be-{i:D8}")];
        await new AssignContracts(service.Stores, service.Clock).To(Person, Assignments.To(codes), TestService.Officer);
        Assert.Equal(codes, (await service.Stores.People.Find(Person)).Given.Contracts);
        Assert.EndsWith(", now 5000 contracts: test", Assert.Single(await service.Stores.People.AuditTrail()).Entry.Detail);
    }

    [Fact]
    public async Task The_trail_is_anchored_each_day_it_moved_and_a_changed_row_is_named()
    {
        var service = await TestService.Begin(February);
        var (assign, verify, daily) = (new AssignContracts(service.Stores, service.Clock), new VerifyAudit(service.Stores), new DailyRun(service.Stores, service.Clock));
        Assert.Equal(0, (await daily.Run()).Anchored);
        await assign.To(Person, Assignments.To("a"), TestService.Officer);
        await assign.To(Person, Assignments.To("b"), TestService.Officer);
        service.Clock.AdvanceDays(1);
        Assert.Equal(1, (await daily.Run()).Anchored);
        Assert.Equal(0, (await daily.Run()).Anchored);
        Assert.Equal(new AuditVerdict.Whole(2, 1, 2), await verify.OfAssignments());
        service.Clock.AdvanceDays(1);
        await assign.To(Person, Assignments.To("c"), TestService.Officer);
        Assert.Equal(1, (await daily.Run()).Anchored);
        Assert.Equal(new AuditVerdict.Whole(3, 2, 3), await verify.OfAssignments());

        // Rewritten whole, so that each row follows from the one before it: the anchors remain.
        var table = new TableClient(await AzuriteFixture.ConnectionString(), service.Stores.Account.Names.Access);
        var last = (await service.Stores.People.AuditTrail())[^1];
        await table.UpdateEntityAsync(new TableEntity("_people", "7audit~0000000003") { ["By"] = "tenant/other" }, Azure.ETag.All, TableUpdateMode.Merge);
        Assert.Equal(3, Assert.IsType<AuditVerdict.BrokenRow>(await verify.OfAssignments()).Number);
        var before = (await service.Stores.People.AuditTrail())[1];
        var forged = new AuditLink(2, before.Hash).Next(last.Entry with { By = "tenant/other" });
        await table.UpdateEntityAsync(new TableEntity("_people", "7audit~0000000003") { ["Hash"] = forged.Hash }, Azure.ETag.All, TableUpdateMode.Merge);
        await table.UpdateEntityAsync(new TableEntity("_people", "0head") { ["AuditHash"] = forged.Hash }, Azure.ETag.All, TableUpdateMode.Merge);
        Assert.Equal(new(2026, 2, 12), Assert.IsType<AuditVerdict.BrokenAnchor>(await verify.OfAssignments()).Day);
    }

    [Fact]
    public async Task What_is_looked_up_is_believed_for_a_minute()
    {
        var service = await TestService.Begin(February);
        var believed = new BelievedAssignments(service.Stores, service.Clock);
        Assert.False((await believed.Of(Person, default)).Cover("a"));
        await new AssignContracts(service.Stores, service.Clock).To(Person, Assignments.To("a"), TestService.Officer);
        Assert.False((await believed.Of(Person, default)).Cover("a"));
        service.Clock.AdvanceMinutes(1);
        Assert.True((await believed.Of(Person, default)).Cover("a"));
    }
}
