using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>A supplier sees what their figures came to, asks to be excused, and disputes. 188 of 200 is 94 %, below the target of 95 %.</summary>
public class ResultTests
{
    private const string Results = "/contracts/my-first/periods/2026-01/results";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Relief_is_asked_for_with_evidence_and_its_clock_runs(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await service.Send(ApiService.Sample("first-return.csv"));
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/contracts/my-first/returns");
        await person.Follow("Results, credits and reliefs");
        await person.Says("January 2026 on time 1 0");
        await person.HasNoBarrier();
        await person.Picture($"results-{hasScript}");
        await person.Follow("January 2026");
        await person.Says("KPI1 Incidents resolved in time 94.00 % Target missed");
        await person.HasNoBarrier();
        await person.Follow("Ask for relief of KPI1");
        await person.HasNoBarrier();
        await person.Press("Ask for relief");
        await person.SaysProblem("Enter your reason");
        await person.HasNoBarrier();
        await person.Picture($"relief-{hasScript}");
        await person.Fill("Your reason", "The council's network was down on 12 January.");
        await person.Attach("../network log.txt", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        await person.Press("Ask for relief");
        Assert.Equal(Results, new Uri(person.Page.Url).AbsolutePath);
        await person.Says("Relief asked for on 10 February 2026: The council's network was down on 12 January. (evidence: ..networklog.txt) Not decided yet, opened today");
        await person.HasNoBarrier();
        await person.Picture($"period-results-{hasScript}");
        Assert.Equal(0, await person.Page.GetByText("Ask for relief").CountAsync());
        await service.Work();

        var (name, bytes) = await person.Download("evidence: ..networklog.txt");
        Assert.Equal("<script>alert(1)</script>", Encoding.UTF8.GetString(bytes));
        Assert.EndsWith("networklog.txt", name);

        service.Clock.AdvanceDays(3);
        await person.SignIn("supplier", Results);
        await person.Says("Not decided yet, open for 3 days");
        await Decide(service, """{"reliefAccepted":{"period":"2026-01","indicator":"KPI1","on":"2026-02-13","by":"the service review board","reason":"It was."}}""");
        await person.Open(Results);
        await person.Says("Accepted on 13 February 2026 by the service review board: It was.");
        await person.Says("Not scored: relieved");
        await person.HasNoBarrier();
        await person.Picture($"relieved-{hasScript}");
        Assert.Contains((await service.Stores.Register.Load("my-first")).Decisions, d => d.By == "development/supplier");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_result_is_disputed_once(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await service.Send(ApiService.Sample("first-return.csv"));
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", Results);
        await person.Follow("Dispute this result of KPI1");
        await person.HasNoBarrier();
        await person.Fill("Your reason", "Ten cases were of another contract.");
        await person.Press("Dispute the result");
        await person.Says("Disputed on 10 February 2026: Ten cases were of another contract. Open, opened today");
        await person.HasNoBarrier();

        // The same page again, as where somebody goes back: what is open cannot be opened.
        await person.Open($"{Results}/KPI1/dispute");
        await person.Fill("Your reason", "Another reason.");
        await person.Press("Dispute the result");
        Assert.Contains("It cannot be recorded: ", await person.Text());
        await person.HasNoBarrier();
        Assert.Single((await service.Stores.Register.Load("my-first")).Decisions);
    }

    private static async Task Decide(ApiService service, string decision)
    {
        using var manager = service.As("manager");
        var file = new JsonObject { ["contract"] = "my-first", ["decisions"] = new JsonArray(JsonNode.Parse(decision)) }.ToJsonString();
        using var recorded = await manager.PostAsync($"{ApiService.Contract}/decisions", ApiService.Json(file));
        Assert.True(recorded.IsSuccessStatusCode, await recorded.Content.ReadAsStringAsync());
        await service.Work();
    }
}
