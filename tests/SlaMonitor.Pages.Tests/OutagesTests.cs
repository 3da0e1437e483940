using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>A supplier types the outages of January 2026 in: on 21 working days of ten hours, which are 12,600 minutes, five outages of half an hour and
/// an hour of maintenance that is allowed. So (12,600 - 60 - 150) of (12,600 - 60) minutes, 12,390 of 12,540, which is 98.80 %.</summary>
public class OutagesTests
{
    private const string Figures = "/contracts/my-first/periods/2026-01/return/figures", Field = "KPI1: outages, one on each line (optional)";

    private static readonly string Terms = ApiService.Sample("first-contract.yaml").Split("indicators:")[0] + """
        calendars:
          core: { hours: Mon-Fri 08:00-18:00, holidays: closed }
        indicators:
          KPI1: { title: Availability, kind: KPI, better: higher,
                  measure: { availability: { calendar: core, permittedMaintenance: 1 hour } },
                  ladder: { target: { from: 99.5 % }, failed: {} } }

        """;

    private static readonly string[] Outages =
    [
        "2026-01-05 09:00 to 2026-01-05 09:30", "2026-01-06 09:00 to 2026-01-06 09:30", "2026-01-07 09:00 to 2026-01-07 09:30",
        "2026-01-08 09:00 to 2026-01-08 10:00, maintenance", "2026-01-09 09:00 to 2026-01-09 09:30", "2026-01-12 09:00 to 2026-01-12 09:30",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outages_are_typed_in_as_many_as_there_were(bool hasScript)
    {
        await using var service = await ApiService.Start();
        await service.Activate(Terms);
        await service.Work();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", Figures);
        await person.HasNoBarrier();
        var wrong = string.Join('\n', Outages).Replace("2026-01-07 09:00 to", "2026-01-07 09:00 until", StringComparison.Ordinal);
        await person.Fill(Field, wrong);
        await person.Press("Continue");
        var error = Assert.Single(await person.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        Assert.StartsWith("KPI1, outage 3: must be ", error);
        await person.SaysProblem(error);
        Assert.Equal(wrong, await person.Page.GetByLabel(Field, new() { Exact = true }).InputValueAsync());
        await person.HasNoBarrier();
        await person.Picture($"outages-error-{hasScript}");

        await person.Fill(Field, string.Join("\n\n", Outages));
        await person.Press("Continue");
        await person.Says("98.80 % Target missed");
        await person.HasNoBarrier();
        await person.Picture($"outages-check-{hasScript}");
        await person.Press("Change the figures");
        Assert.Equal(Outages, (await person.Page.GetByLabel(Field, new() { Exact = true }).InputValueAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await person.Press("Continue");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
    }

    [Fact]
    public async Task What_contradicts_outages_is_said_at_its_field()
    {
        await using var service = await ApiService.Start();
        await service.Activate(Terms);
        await service.Work();
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("supplier", Figures);
        await person.Fill(Field, "2026-01-05 09:30 to 2026-01-05 09:00");
        await person.Press("Continue");
        Assert.StartsWith("KPI1, outage 1: must be ", Assert.Single(await person.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync()));
        // Outages, and the minutes they come to, said otherwise.
        await person.Fill(Field, Outages[0]);
        await person.Fill("KPI1: minutes of Service Downtime outside maintenance", "45");
        await person.Press("Continue");
        Assert.Single(await person.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        await person.HasNoBarrier();
    }
}
