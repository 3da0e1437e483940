using System.Security.Cryptography;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>A supplier asks to be excused, or disputes: recorded once, with its evidence, in the audit trail, and changing no figure.</summary>
public class RaiseClaimTests
{
    private static readonly byte[] Log = [1, 2, 3];

    private static Task<DecisionsRecorded?> Raise(TestService service, Claim claim, string contract = HelpDesk.Code) =>
        new RaiseClaim(service.Stores, new(), HolidayBasis.Adopted, service.Decisions, service.Clock).Of(contract, claim, "tenant/supplier", null);

    private static Claim Relief(string reason = "The network was down.", Evidence? evidence = null) => new(ClaimKind.Relief, HelpDesk.January, "KPI1", reason, evidence);

    [Fact]
    public async Task It_is_a_recorded_decision_of_today_by_the_supplier()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        var raised = await Raise(service, Relief(evidence: new("../C:\\net work.log", Log)));
        Assert.Empty(raised!.Problems);
        await service.Work();

        var stored = await service.Stored();
        var recorded = Assert.Single(stored.Decisions);
        Assert.Equal("tenant/supplier", recorded.By);
        var claimed = Assert.IsType<Decision.ReliefClaimed>(recorded.Decision);
        Assert.Equal((HelpDesk.January, "KPI1", new NodaTime.LocalDate(2026, 2, 10), "the supplier"), (claimed.Month, claimed.Indicator, claimed.On, claimed.Taken.By));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Log));
        Assert.Equal(("The network was down.", "..Cnetwork.log", hash), RaiseClaim.EvidenceIn(claimed.Taken.Reason));
        Assert.Equal(Log, await service.Stores.Raw.Get($"{HelpDesk.Code}/{hash}"));

        // The failure stands until somebody decides.
        Assert.Single(Assert.Single(stored.Current!.Sums).Failures);
        Assert.Contains(await service.Stores.Register.AuditTrail(HelpDesk.Code), r => r.Entry.What == "decision recorded" && r.Entry.By == "tenant/supplier");
        await service.IsWhole();
    }

    [Fact]
    public async Task The_same_claim_is_recorded_once_and_a_second_one_while_it_is_open_is_refused()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        Assert.Single((await Raise(service, Relief()))!.Recorded);
        var again = await Raise(service, Relief());
        Assert.True(again is { Recorded: [], Problems: [] });
        Assert.NotEmpty((await Raise(service, Relief("Another reason.")))!.Problems);
        Assert.Single((await service.Stored()).Decisions);
    }

    [Fact]
    public async Task A_dispute_is_opened_beside_it()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        Assert.Single((await Raise(service, Relief()))!.Recorded);
        Assert.Single((await Raise(service, Relief() with { Kind = ClaimKind.Dispute }))!.Recorded);
        Assert.IsType<Decision.DisputeOpened>((await service.Stored()).Decisions[1].Decision);
    }

    [Fact]
    public async Task Of_what_the_contract_does_not_have_nothing_is_recorded()
    {
        var service = await HelpDesk.Begin();
        Assert.NotEmpty((await Raise(service, Relief() with { Indicator = "KPI9" }))!.Problems);
        Assert.NotEmpty((await Raise(service, Relief() with { Period = new(2030, 1) }))!.Problems);
        Assert.Null(await Raise(service, Relief(), "another"));
        Assert.Empty((await service.Stored()).Decisions);
    }

    [Fact]
    public async Task What_was_refused_is_listed_from_an_instant_on()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        var first = await service.Taken(HelpDesk.Return(201));
        var second = await service.Taken(HelpDesk.Return(202));
        var refused = await service.Stores.Lists.Refusals(HelpDesk.Code, HelpDesk.February);
        Assert.Equal([second.Id, first.Id], refused.Select(r => r.Id));
        Assert.All(refused, r => Assert.Equal((ReceiptStatus.Refused, HelpDesk.January, 0), (r.Status, r.Period, r.Findings.Count)));
        Assert.Equal([second.Id], (await service.Stores.Lists.Refusals(HelpDesk.Code, second.ReceivedAt)).Select(r => r.Id));
    }
}
