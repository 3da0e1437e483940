using SlaMonitor.Pages.Tests.Hosting;

namespace SlaMonitor.Pages.Tests;

/// <summary>A contract manager looks at contracts, at one of them, and at one Service Period. Figures are those worked by hand in
/// samples/msc-ladder/README.md and samples/msc-ladder-decisions/README.md.</summary>
public class PortfolioTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_all_contracts_to_one_statement(bool hasScript)
    {
        var service = await Riverside.ToLookAt;
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", "/contracts");
        Assert.Equal("/contracts", person.Path);
        await person.Says("ICT managed services Example Systems Ltd");
        // The terms count 20 points in 3 periods; January to March 2026 have 1, 0 and 0.
        await person.Says("of 20 in 3 periods");
        await person.HasNoBarrier();
        await person.Picture($"portfolio-{hasScript}");

        await person.Fill("Find a contract", "ICT exam");
        await person.Press("Show");
        await person.Says("Contracts that fit “ICT exam”");
        await person.Says("ICT managed services");
        await person.Fill("Find a contract", "nothing'like");
        await person.Press("Show");
        await person.Says("No contract fits “nothing'like”.");
        await person.HasNoBarrier();

        await person.Open(Riverside.Page);
        // The return for April is due on Friday 15 May, and is told of five working days before.
        await person.Says("Officers hear of something next on 8 May 2026, if nothing comes in before.");
        Assert.Equal("ICT managed services", await person.Heading());
        await person.Says("Results of the last 12 Service Periods");
        // December 2025: 99.4952 % against a target of 99.5 %.
        await person.Says("99.495 % Minor");
        // 99 points less 6 of June 2024, 1 of November 2024 and the 26 of February 2025.
        await person.Says("Service Points in all 66");
        await person.HasNoBarrier();
        await person.Picture($"contract-{hasScript}");

        await person.Open($"{Riverside.Page}/periods/2024-11");
        Assert.Equal("Statement for November 2024", await person.Heading());
        // Accepted in part: 1,020 / 1,106.
        await person.Says("92.2");
        await person.Says("By revision 2 of the return for November 2024");
        await person.HasNoBarrier();
        await person.Picture($"statement-{hasScript}");
        await person.Open($"{Riverside.Page}/periods/2024-10");
        // January's return lifted a failure of 2 x 2 points, and November's, 1 with the relief, is no repeat of it: 5 less.
        await person.Says("of the return for January 2025");
        await person.Says("Points: -5. Service Credits: £4,000.00 less.");
        await person.HasNoBarrier();
        Assert.Equal(404, await person.Open($"{Riverside.Page}/periods/2030-01"));
        Assert.Equal(404, await person.Open("/contracts/none"));
    }

    [Fact]
    public async Task All_results_come_as_a_table_for_spreadsheets()
    {
        var service = await Riverside.ToLookAt;
        using var manager = service.As("manager");
        using var csv = await manager.GetAsync($"{Riverside.Page}/results.csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = (await csv.Content.ReadAsStringAsync()).Split('\n');
        Assert.StartsWith("contract,period,first,last,terms", lines[0]);
        Assert.Contains("Minor KPI Failure", Assert.Single(lines, l => l.StartsWith("riverside-ict,2024-12,", StringComparison.Ordinal) && l.Contains(",KPI1,", StringComparison.Ordinal)));
    }

    /// <summary>Twelve months lie across A4; what a paper has no use for is left out, and twelve more are a table of their own.</summary>
    [Theory]
    [InlineData(Riverside.Page, "12 Service Periods")]
    [InlineData($"{Riverside.Page}?months=24", "12 Service Periods before")]
    public async Task A_contract_prints_across_the_sheet(string address, string table)
    {
        const int sheet = 1032, high = 703;
        var service = await Riverside.ToLookAt;
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", address);
        Assert.Equal(1, await person.Page.GetByRole(Microsoft.Playwright.AriaRole.Table, new() { Name = table }).CountAsync());
        await person.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // A4 across is 297 mm less two margins of 12 mm.
        await person.Page.SetViewportSizeAsync(sheet, high);
        foreach (var hidden in (string[])["nav", "form", "button", ".govuk-breadcrumbs", ".sla-footer", "details:not([open])"])
            Assert.Equal(0, await person.Page.Locator($"{hidden}:visible").CountAsync());
        Assert.InRange(await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, sheet);
        await person.Paper($"paper-contract-{table.Length}");
        var first = await person.Page.PdfAsync(new() { PreferCSSPageSize = true });
        // The size of its sheets in points: 297 by 210 mm.
        Assert.Matches(@"/MediaBox \[0 0 84[12](\.\d+)? 59[456](\.\d+)?\]", System.Text.Encoding.Latin1.GetString(first));
    }

    /// <summary>On A4 there is no navigation, no filter and no button, and nothing is wider than the sheet.</summary>
    [Theory]
    [InlineData("/contracts", "Contracts")]
    [InlineData($"{Riverside.Page}/periods/2024-11", "Statement for November 2024")]
    public async Task It_prints_as_a_paper(string address, string heading)
    {
        const int sheet = 794;
        var service = await Riverside.ToLookAt;
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", address);
        await person.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await person.Page.SetViewportSizeAsync(sheet, 1123);
        Assert.Equal(heading, await person.Heading());
        foreach (var hidden in (string[])["nav", "form", "button", ".govuk-breadcrumbs", ".sla-footer"])
            Assert.Equal(0, await person.Page.Locator($"{hidden}:visible").CountAsync());
        Assert.InRange(await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, sheet);
        await person.Picture($"print-{heading.Split(' ')[0].ToLowerInvariant()}");
    }
}
