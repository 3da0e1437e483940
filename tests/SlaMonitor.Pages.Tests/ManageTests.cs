using System.Text;
using SlaMonitor.Golden;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>What administrators and auditors see, and how terms come into force.</summary>
public class ManageTests
{
    [Fact]
    public async Task An_administrator_looks_after_the_work_and_the_people()
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("administrator", "/manage");
        await person.Says("Nothing needs an operator.");
        await person.Says("Has run neither today nor yesterday");
        await person.HasNoBarrier();
        await person.Picture("manage");
        await person.Follow("Queues, and what was put aside");
        await person.Says("assess 0 0");
        await person.HasNoBarrier();
        await person.Open("/manage/people");
        await person.HasNoBarrier();
        await person.Says("Nobody has been given any contract yet.");
        await person.Says("SLA Monitor keeps ids, and no names or e-mail addresses");
        await person.Fill("Id", "jane.doe@example.gov.uk");
        await person.Press("Look up");
        await person.SaysProblem("Enter an id: tenant, a slash, and the person or program");
        await person.HasNoBarrier();
        await person.Fill("Id", "tenant/somebody");
        await person.Press("Look up");
        await person.Fill("Contracts", "riverside-ict\nNOT A CODE");
        await person.Press("Save");
        await person.SaysProblem("'NOT' is no contract code", "Enter why they are given this");
        await person.HasNoBarrier();
        await person.Fill("Contracts", "riverside-ict\nmy-first");
        await person.Fill("Why they are given this", "New in the team");
        await person.Press("Save");
        await person.Says("Saved.");
        await person.HasNoBarrier();
        await person.Picture("person");
        await person.Open("/manage/people");
        await person.Says("tenant/somebody my-first, riverside-ict");
        await person.HasNoBarrier();
        await person.Picture("people");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_gave_whom_which_contracts_stands_in_a_trail(bool hasScript)
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("administrator", "/manage/people?person=tenant%2Fsomebody");
        await person.Fill("Contracts", "my-first");
        await person.Fill("Why they are given this", "New in the team");
        // Meanwhile somebody else does.
        await new SlaMonitor.Service.AssignContracts(service.Stores, service.Clock).To("tenant/somebody", SlaMonitor.Service.Access.Assignments.To("riverside-ict"), new("tenant/head", "In haste", null));
        await person.Press("Save");
        await person.SaysProblem("Somebody else changed this since you looked; what is stored now stands above. Enter what they are to have, and save again");
        await person.Says("Has now riverside-ict");
        await person.HasNoBarrier();
        await person.Press("Save");
        await person.Says("Has now my-first");

        await using var auditor = await Person.At(service, hasScript);
        await auditor.SignIn("auditor", "/manage");
        await auditor.Follow("Audit trail of who has been given which contracts");
        await auditor.Says("development/administrator contracts given tenant/somebody given my-first; taken away riverside-ict; before 1 contract, now 1 contract: New in the team");
        await auditor.Says("tenant/head contracts given tenant/somebody given riverside-ict; before 0 contracts, now 1 contract: In haste");
        await auditor.HasNoBarrier();
        await auditor.Picture($"people-audit-{hasScript}");
        await auditor.Follow("Verify the whole trail");
        await auditor.Says("2 rows, each following from the one before it. No anchor vouches for it yet.");
        await auditor.HasNoBarrier();
    }

    [Fact]
    public async Task What_was_put_aside_is_sent_once_more()
    {
        await using var service = await ApiService.Start();
        await service.Stores.Assess.Send(new("my-first", null, null));
        var message = Assert.Single(await service.Stores.Assess.Receive(1, NodaTime.Duration.FromMinutes(1)));
        await service.Stores.Assess.Poison(message);
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("administrator", "/manage/queues");
        await person.Says("assess 0 1");
        await person.Press("Send what assess put aside once more");
        await person.Says("1 message sent once more");
        await person.Says("assess 1 0");
    }

    [Fact]
    public async Task An_auditor_reads_the_trail_verifies_it_and_sees_what_was_known_when()
    {
        var service = await Riverside.ToLookAt;
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("auditor", $"{Riverside.Page}/audit");
        await person.Says("assessed");
        await person.HasNoBarrier();
        await person.Picture("audit");
        await person.Follow("Verify the whole trail");
        await person.Says("Whole");
        await person.HasNoBarrier();
        await person.Open($"{Riverside.Page}/known");
        await person.Fill("As known at the end of", "yesterday");
        await person.Press("Show");
        await person.SaysProblem("Enter a date, like 2026-03-27");
        await person.Fill("As known at the end of", "2026-04-20");
        await person.Press("Show");
        await person.Says("stood at the end of 20 April 2026: 66 Service Points");
        await person.HasNoBarrier();
        await person.Picture("known");
        await person.Open($"{Riverside.Page}/known?on=2026-04-19");
        await person.Says("Nothing had been assessed by 19 April 2026.");
        Assert.Equal(403, await person.Open("/manage/queues"));
        Assert.Equal(403, await person.Open("/manage/people"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Terms_are_uploaded_read_compared_and_put_into_force(bool hasScript)
    {
        var first = GoldenFile.Read("samples/msc-ladder/contract-2024-04.yaml");
        await using var service = await ApiService.Start(Riverside.April);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", $"{Riverside.Page}/terms");
        await person.HasNoBarrier();
        await person.Press("Upload a contract file");
        await person.HasNoBarrier();
        await person.Press("Continue");
        await person.SaysProblem("Select a contract file");
        await person.Attach("contract.yaml", Encoding.UTF8.GetBytes(first.Replace("better: higher", "beter: higher", StringComparison.Ordinal)));
        await person.Press("Continue");
        await person.SaysProblem("The selected file cannot be read as terms; what is wrong stands below");
        await person.Says("beter");
        await person.HasNoBarrier();
        await person.Attach("contract.yaml", Encoding.UTF8.GetBytes(first));
        await person.Press("Continue");
        Assert.Equal("Terms from 1 April 2024", await person.Heading());
        await person.Says("Draft, sound");
        await person.Says("3 worked examples: all come out as it says.");
        await person.Says("This service runs for local development, where one person may hand terms in and put them into force.");
        await person.Press("Put into force");
        await person.SaysProblem("Enter why these terms take effect");
        await person.HasNoBarrier();
        await person.Fill("Why these terms take effect", "As signed.");
        await person.Press("Put into force");
        await person.Says("In force");
        await service.Work();

        // Variation 1: another charge, and a tighter ladder for KPI1.
        await person.Open($"{Riverside.Page}/terms/new");
        await person.Attach("variation.yaml", Encoding.UTF8.GetBytes(GoldenFile.Read("samples/msc-ladder/contract-2025-04.yaml")));
        await person.Press("Continue");
        await person.Says("charges, perPeriod 80000.00 91333.33");
        await person.HasNoBarrier();
        await person.Picture($"terms-{hasScript}");
        await person.Fill("Why these terms take effect", "Variation 1.");
        await person.Press("Put into force");
        await person.Says("In force");
        Assert.Equal(2, (await service.Stores.Register.Load("riverside-ict")).Terms.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Terms_come_into_force_by_somebody_else_than_who_handed_them_in(bool hasScript)
    {
        await using var service = await ApiService.Start(settings: new() { ["Web:TermsNeedSecondPerson"] = "true" });
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", "/contracts/my-first/terms/new");
        await person.Attach("contract.yaml", Encoding.UTF8.GetBytes(ApiService.Sample("first-contract.yaml")));
        await person.Press("Continue");
        await person.Says("It takes another person who manages the contract to put it into force.");
        Assert.Equal(0, await person.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Put into force", Exact = true }).CountAsync());
        await person.HasNoBarrier();
        await person.Picture($"terms-second-{hasScript}");

        // A page that was open while the same person handed the draft in anew sends its form all the same.
        await using var deputy = await Person.At(service, hasScript);
        await deputy.SignIn("deputy", "/contracts/my-first/terms/2026-01-01");
        await deputy.Fill("Why these terms take effect", "As signed.");
        var draft = (await service.Stores.Register.Draft("my-first", new(2026, 1, 1)))!;
        await service.Stores.Register.TryPutDraft("my-first", draft with { By = "development/deputy" });
        draft = (await service.Stores.Register.Draft("my-first", new(2026, 1, 1)))!;
        await deputy.Page.EvaluateAsync("v => document.querySelectorAll('input[name=version]').forEach(i => i.value = v)", draft.Version);
        await deputy.Press("Put into force");
        await deputy.Says("It takes another person to put these terms into force.");
        await deputy.HasNoBarrier();

        await person.Open("/contracts/my-first/terms/2026-01-01");
        await person.Fill("Why these terms take effect", "As signed.");
        await person.Press("Put into force");
        await person.Says("In force");
    }
}
