using SlaMonitor.Pages.Tests.Hosting;

namespace SlaMonitor.Pages.Tests;

/// <summary>A contract manager reviews breaches of samples/msc-ladder. June 2024: KPI1 at 96.5 % is Severe and a repeat, 3 x 2 points at £800.00
/// each; July's is as well.</summary>
public class BreachTests
{
    private const string June = $"{Riverside.Page}/periods/2024-06/breaches/KPI1", November = $"{Riverside.Page}/periods/2024-11/breaches/KPI3";

    private const string Claims = """
        contract: riverside-ict
        decisions:
          - reliefClaimed: { period: 2024-06, indicator: KPI1, on: 2026-04-17, by: the supplier, reason: the client's power failed }
          - reliefClaimed: { period: 2024-11, indicator: KPI3, on: 2026-04-17, by: the supplier, reason: 126 incidents late because of the client's network }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_relief_is_accepted_once_its_effect_has_been_seen(bool hasScript)
    {
        await using var service = await Riverside.Start(decisions: false);
        await Riverside.Decide(service, Claims);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", $"{Riverside.Page}/breaches");
        await person.Says("KPI1 Critical system availability, June 2024 96.50 % Severe 2 in a row 6 Relief to decide");
        await person.HasNoBarrier();
        await person.Picture($"breaches-{hasScript}");

        await person.Follow("KPI1 Critical system availability, June 2024");
        Assert.Equal(June, person.Path);
        // The terms of 2024 have the rule in their clause on points.
        await person.Says("Second failure in a row: its points count twice");
        await person.Says("Without this failure:");
        await person.Says("the client's power failed");
        await person.HasNoBarrier();
        await person.Picture($"breach-{hasScript}");

        await person.Follow("Accept relief");
        await person.HasNoBarrier();
        await person.Press("See the effect");
        await person.SaysProblem("Enter why the failure is excused");
        await person.HasNoBarrier();
        await person.Fill("Why the failure is excused", "The cause lay with the client.");
        await person.Press("See the effect");
        Assert.Equal("Check the effect before you record it", await person.Heading());
        // June's 6 points go. July's failure stays a repeat: May's comes right before it now. Of money nothing is gained: the cap of the first year,
        // £46,500.00, had left £100.00 of March's £4,800.00 and now leaves all of it, and April's window has £100.00 more room.
        await person.Says("6 Service Points less; Service Credits: no change in all, as other periods bear them.");
        await person.Says("No longer reached: Rectification Plan (serious, KPI1) -6 £4,800.00 less");
        await person.Says("March 2025 No longer reached: Critical Performance Failure (cap) 0 £4,700.00 more");
        await person.Says("June 2024 KPI1: 96.50 %, Severe KPI Failure → ");
        await person.HasNoBarrier();
        await person.Picture($"effect-{hasScript}");
        Assert.Equal(2, (await service.Stores.Register.Load("riverside-ict")).Decisions.Count);

        await person.Press("Record this decision");
        Assert.StartsWith(June, person.Path, StringComparison.Ordinal);
        await person.Says("Recorded: Relief accepted");
        await person.Says("Effect: 6 Service Points less; Service Credits: no change in all, as other periods bear them.");
        await person.HasNoBarrier();
        await person.Picture($"recorded-{hasScript}");
        Assert.Equal(3, (await service.Stores.Register.Load("riverside-ict")).Decisions.Count);
        await service.Work();
        // 99 points in all, less 6.
        Assert.Equal(93, (int)(await service.Get(Riverside.Api))["inSum"]!["points"]!);
    }

    [Fact]
    public async Task Part_of_a_relief_is_accepted_by_the_keyboard_alone()
    {
        await using var service = await Riverside.Start(decisions: false);
        await Riverside.Decide(service, Claims);
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", November);
        await person.Enter("Accept relief in part");
        Assert.Equal($"{November}/accept-part", person.Path);
        await person.HasNoBarrier();
        await person.Picture("accept-part");
        // 40 of the 126 late ones are not counted: 1,020 of 1,106.
        await person.Type("Incidents resolved", "1106");
        await person.Type("Why these figures count instead", "40 of them were the client's network");
        await person.Enter("See the effect");
        // 1,020 / 1,146 = 89.0 % is Serious, 2 points; 1,020 / 1,106 = 92.2 % is Minor, 1. December's is a repeat as before.
        await person.Says("1 Service Point less; Service Credits: no change in all, as other periods bear them.");
        await person.Enter("Record this decision");
        await person.Says("Recorded: Relief accepted in part");
        await person.Says("92.22 %");
        Assert.Equal("reliefPartAccepted", Domain.Contracts.Words.KindKey((await service.Stores.Register.Load("riverside-ict")).Decisions[^1].Decision));
    }

    [Fact]
    public async Task Figures_that_cannot_be_are_told_at_their_fields()
    {
        await using var service = await Riverside.Start(decisions: false);
        await Riverside.Decide(service, Claims);
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("manager", $"{November}/accept-part");
        await person.Fill("Incidents resolved", "many");
        await person.Fill("Why these figures count instead", "x");
        await person.Press("See the effect");
        await person.SaysProblem("Incidents resolved must be a number, like 143 or 12.5");
        await person.Fill("Incidents resolved", "1000");
        await person.Press("See the effect");
        Assert.Contains("Resolved within 8 service hours: expected", await person.Text());
        await person.HasNoBarrier();
    }

    [Fact]
    public async Task A_breach_goes_from_new_to_closed_with_a_plan_and_a_dispute()
    {
        await using var service = await Riverside.Start(decisions: false);
        await using var person = await Person.At(service, hasScript: true);
        const string august = $"{Riverside.Page}/periods/2025-08/breaches/KPI6";
        await person.SignIn("manager", august);
        await person.Says("To review");

        await Step("Acknowledge the breach", "What you will do about it", "Asked the supplier for the cause.", "Recorded: Acknowledged");
        await person.Follow("Require a Rectification Plan");
        // Ten working days after Sunday 31 August 2025.
        await person.Says("it is due by 12 September 2025");
        await person.Fill("Draft due by", "2026-05-01");
        await person.Fill("What the plan has to mend", "Patches within 14 days.");
        await person.Press("See the effect");
        await person.Says("no result, point or pound changes.");
        await person.Press("Record this decision");
        await person.Says("Draft due by 1 May 2026");
        await Step("Record the draft plan as received", "Where the draft is kept", "In the contract's folder.", "Draft received on 20 April 2026");
        await Step("Record a dispute", "What is disputed", "One of the patches was not critical.", "Disputed");
        await person.Follow("Resolve the dispute");
        await person.Press("See the effect");
        await person.SaysProblem("Enter why it ended so", "Select how the dispute ended");
        await person.Choose("The result stands");
        await person.Fill("Why it ended so", "Its publisher called it critical.");
        await person.Press("See the effect");
        await person.Press("Record this decision");
        await person.Says("Dispute resolved: the result stands");
        await Step("Close the breach", "Why nothing more is to be done", "The plan is carried out.", "Recorded: Closed");
        Assert.Equal(6, (await service.Stores.Register.Load("riverside-ict")).Decisions.Count);
        await person.HasNoBarrier();
        await person.Picture("breach-closed");

        async Task Step(string link, string field, string reason, string says)
        {
            await person.Follow(link);
            await person.Fill(field, reason);
            await person.HasNoBarrier();
            await person.Press("See the effect");
            await person.HasNoBarrier();
            await person.Press("Record this decision");
            await person.Says(says);
        }
    }

    [Fact]
    public async Task Whoever_may_not_decide_sees_and_does_not_decide()
    {
        var service = await Riverside.ToLookAt;
        foreach (var identity in (string[])["supplier", "auditor", "administrator"])
        {
            await using var person = await Person.At(service, hasScript: false);
            await person.SignIn(identity, November);
            Assert.DoesNotContain("What you can do", await person.Text(), StringComparison.Ordinal);
            Assert.Equal(403, await person.Open($"{November}/accept-relief"));
        }
    }
}
