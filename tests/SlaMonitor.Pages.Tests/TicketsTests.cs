using System.Text;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>
/// A supplier sends January 2026 with the tickets it was counted from. By the contract a ticket has 8 hours around the clock.
/// INC1 Mon 5 January 10:00 to 16:00: 6 h, good. INC2 Mon 5 January 16:00 to Wed 7 January 09:30: 41.5 h, not good. INC3 Fri 9 January 16:00 to
/// Mon 12 January 10:00: 66 h, not good, though 2 h of the service hours. INC4 is open. So 1 of 3 is good, 33.33 %; the supplier states 2 of 3, 66.67 %, which
/// is what the service hours give. The row of INC5 has no time that can be read.
/// </summary>
public class TicketsTests
{
    private const string Return = "/contracts/my-first/periods/2026-01/return", Page = "Upload your ticket extract ‘desk’", Check = "Check your return before you send it";

    private static readonly string Terms = ApiService.Sample("first-contract.yaml").Split("indicators:")[0] + """
        calendars:
          core: { hours: Mon-Fri 09:00-17:00, holidays: closed }
        tickets:
          desk: { form: plain, times: 'yyyy-MM-dd HH:mm' }
        indicators:
          KPI1: { title: Incidents resolved in time, kind: KPI, better: higher,
                  measure: { ratio: { of: resolved in time, to: resolved } },
                  evidence: { tickets: desk, counts: resolvedInTarget, target: 8 hours, clock: aroundTheClock },
                  ladder: { target: { from: 95 % }, failed: {} } }

        """;

    private static readonly byte[] Claimed = Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv").Replace("95 %", "66.67 %").Replace("188", "2").Replace("200", "3"));

    private static readonly byte[] Extract = Encoding.UTF8.GetBytes("""
        number,state,priority,opened,resolved,closed
        INC1,resolved,P1,2026-01-05 10:00,2026-01-05 16:00,
        INC2,resolved,P1,2026-01-05 16:00,2026-01-07 09:30,
        INC3,resolved,P1,2026-01-09 16:00,2026-01-12 10:00,
        INC4,open,P1,2026-01-05 09:00,,
        INC5,resolved,P1,yesterday,2026-01-12 10:00,

        """);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_figure_is_seen_beside_its_tickets_by_supplier_and_client(bool hasScript)
    {
        await using var service = await Begin();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", $"{Return}/upload");
        await person.Attach("january.csv", Claimed);
        await person.Press("Continue");
        Assert.Equal(Page, await person.Heading());
        await person.Says("KPI1 Incidents resolved in time");
        await person.Says("smaller than 512MB");
        await person.HasNoBarrier();
        await person.Picture($"extract-{hasScript}");
        await person.Press("Continue");
        await person.SaysProblem("Select a ticket extract, or continue without one");
        await person.Attach("tickets.csv", []);
        await person.Press("Continue");
        await person.SaysProblem("The selected file is empty");
        await person.Attach("tickets.csv", Encoding.UTF8.GetBytes("ticket,raised\nINC1,2026-01-05 10:00\n"));
        service.Clock.AdvanceSeconds(1);
        await person.Press("Continue");
        await person.SaysProblem("The selected file must be a ticket extract as the contract describes it");
        await person.Says("What is wrong with the file");
        await person.HasNoBarrier();
        await person.Picture($"extract-refused-{hasScript}");

        await person.Attach("tickets.csv", Extract);
        service.Clock.AdvanceSeconds(1);
        await person.Press("Continue");
        Assert.Equal(Check, await person.Heading());
        await SaysClaim(person);
        await person.Says("Ticket extract ‘desk’ 4 tickets in 5 rows");
        await person.Says("Line 6");
        await person.Says("yesterday");
        await person.HasNoBarrier();
        await person.Picture($"tickets-check-{hasScript}");
        var (_, csv) = await person.DownloadByButton("Download all findings (CSV)");
        Assert.Contains("yesterday", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        await person.Press("Sign off and send");
        await person.SaysProblem("Enter why the figures are right all the same", "Confirm that the figures are complete and true");
        await person.Fill("Why are the figures right all the same?", "We count service hours.");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());

        await using var officer = await Person.At(service, hasScript);
        await officer.SignIn("manager", "/contracts/my-first/periods/2026-01");
        await SaysClaim(officer);
        await officer.Says("Reason given: “We count service hours.”");
        service.Requests.Forget();
        await officer.Open("/contracts/my-first/periods/2026-01");
        // The contract, and the receipt with the warnings that were confirmed.
        Assert.Equal(2, service.Requests.Kept.Count);
        await officer.HasNoBarrier();
        await officer.Picture($"tickets-statement-{hasScript}");
        var (name, bytes) = await officer.Download("Download the ticket extract ‘desk’ as it came (CSV)");
        Assert.Equal("my-first-2026-01-1-desk.csv", name);
        Assert.Equal(Extract, bytes);
        await officer.Open("/contracts/my-first/periods/2026-01/breaches/KPI1");
        await SaysClaim(officer);
        await officer.HasNoBarrier();
        await officer.Picture($"tickets-breach-{hasScript}");
        await officer.Open("/contracts/my-first/periods/2026-01/results");
        await SaysClaim(officer);
        await officer.HasNoBarrier();
    }

    /// <summary>The figures typed in come back to be changed, and the extract stays; a correction keeps the extract that stands unless it brings another.</summary>
    [Fact]
    public async Task Figures_typed_in_keep_their_extract_and_so_does_a_correction()
    {
        await using var service = await Begin();
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("supplier", $"{Return}/figures");
        await Type(person, "1", "3");
        Assert.Equal(Page, await person.Heading());
        await person.Attach("tickets.csv", Extract);
        service.Requests.Forget();
        await person.Press("Continue");
        Assert.Equal(Check, await person.Heading());
        // The contract, twice; the figures; the extract, a block and putting it together; whether it is there, and counting it.
        Assert.Equal(7, service.Requests.Kept.Count);
        await person.Says("Resolved in time: 1; resolved: 3, as stated Resolved in time: 1; resolved: 3; 33.33 % Yes");
        await person.Press("Change the figures");
        await Type(person, "2", "3");
        Assert.Equal(Check, await person.Heading());
        await person.Says("what is stated comes out with only hours of 'core' counted; 1 ticket differs by that.");
        await Send(person, service);

        service.Clock.AdvanceMinutes(1);
        await person.Open($"{Return}/upload");
        await person.Attach("january.csv", Claimed);
        await person.Press("Continue");
        await person.Says("You sent this extract with revision 1. It stands unless you upload another.");
        await person.Picture("extract-standing");
        await person.Press("Keep the extract of revision 1");
        await person.Says("Ticket extract ‘desk’ 4 tickets in 5 rows, as sent with the return that stands");
        await SaysClaim(person);
        await Send(person, service);
        var revisions = (await service.Stores.Register.Load("my-first")).Returns;
        Assert.Equal([1, 2], revisions.Select(r => r.Facts.Revision));
        Assert.Equal(revisions[0].Extracts, revisions[1].Extracts);
        Assert.Single(revisions[1].Extracts);
    }

    [Fact]
    public async Task Without_the_extract_a_reason_is_asked_and_anothers_extract_is_not_gone_on_with()
    {
        await using var service = await Begin();
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("supplier", $"{Return}/upload");
        await person.Attach("january.csv", Claimed);
        await person.Press("Continue");
        await person.Press("Continue without the extract");
        Assert.Equal(Check, await person.Heading());
        await person.Says("Ticket extract ‘desk’ None");
        await person.Says("the ticket extract 'desk'");
        Assert.DoesNotContain("Claim against tickets", await person.Text(), StringComparison.Ordinal);
        await Send(person, service, "Our tool is being replaced.");
        Assert.Empty((await service.Stores.Register.Load("my-first")).Returns.Single().Extracts);

        await using var other = await Person.At(service, hasScript: false);
        await other.SignIn("manager", $"{Return}/upload");
        service.Clock.AdvanceMinutes(1);
        await other.Attach("january.csv", Claimed);
        await other.Press("Continue");
        await other.Attach("tickets.csv", Extract);
        await other.Press("Continue");
        var theirs = await other.Page.Locator("input[name=extracts]").First.GetAttributeAsync("value");
        await person.Open($"{Return}/upload");
        await person.Attach("january.csv", Claimed);
        service.Clock.AdvanceMinutes(1);
        await person.Press("Continue");
        await person.Attach("tickets.csv", Extract);
        await person.Press("Continue");
        await person.Page.EvaluateAsync("v => document.querySelectorAll('input[name=extracts]').forEach(i => i.value = v)", theirs);
        await person.Press("Sign off and send");
        await person.Says("This form is out of date");
        Assert.Single((await service.Stores.Register.Load("my-first")).Returns);
    }

    private static async Task Type(Person person, string good, string all)
    {
        await person.Fill("KPI1: resolved in time", good);
        await person.Fill("KPI1: resolved", all);
        await person.Press("Continue");
    }

    private static async Task Send(Person person, ApiService service, string reason = "We count service hours.")
    {
        await person.Fill("Why are the figures right all the same?", reason);
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
    }

    private static async Task<ApiService> Begin()
    {
        var service = await ApiService.Start();
        await service.Activate(Terms);
        await service.Work();
        return service;
    }

    private static async Task SaysClaim(Person person)
    {
        await person.Says("Resolved in time: 2; resolved: 3; 66.67 %, as stated Resolved in time: 1; resolved: 3; 33.33 % No");
        foreach (var details in await person.Page.Locator("#tickets details > summary").AllAsync()) await details.ClickAsync();
        await person.Says("INC3 4 Not good after 66 h of 8 h Good after 2 h of 8 h");
        await person.Says("3 counted");
    }
}
