using System.Text;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>What the list of returns says of each, and that all of it can be done by keyboard.</summary>
public class ReturnTasksTests
{
    private const string Returns = "/contracts/my-first/returns";

    [Fact]
    public async Task Each_return_says_where_it_stands()
    {
        await using var service = await ApiService.WithContract();
        // January: 188 of 200, with a warning that nobody has confirmed. February: refused, as 201 of 200 cannot be.
        await service.Send(ApiService.Sample("first-return.csv"), confirm: null);
        service.Clock.AdvanceDays(60);
        await service.Send(ApiService.Sample("first-return.csv").Replace("2026-01", "2026-02").Replace("188", "201"));
        await service.Send("indicator,figure,value\nKPI1,of,what\n");
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", Returns);
        await person.Says("A file sent on 11 April 2026 at 10:00 was refused, as it has errors. See why");
        await person.Says("January 2026 It does not count before you do Confirm warnings");
        await person.Says("February 2026 Refused on 11 April 2026 at 10:00, as it has errors Returned to you");
        // Ten working days after 31 March 2026, with Good Friday on 3 and Easter Monday on 6 April, are 16 April.
        await person.Says("March 2026 Due by 16 April 2026 Due");
        await person.Says("April 2026 Due by 15 May 2026 Cannot start yet");
        await person.HasNoBarrier();
        await person.Picture("returns-states");

        await person.Follow("February 2026");
        await person.HasNoBarrier();
        await person.Follow("See why");
        Assert.Equal("Your return was refused", await person.Heading());

        service.Clock.AdvanceDays(10);
        await person.SignIn("supplier", Returns);
        await person.Says("March 2026 Was due by 16 April 2026 Overdue");
        await person.HasNoBarrier();
    }

    [Fact]
    public async Task Several_contracts_come_with_what_is_most_pressing_first()
    {
        await using var service = await ApiService.WithContract();
        await service.Activate(ApiService.Sample("first-contract.yaml").Replace("contract: my-first", "contract: my-second").Replace("title: Help desk", "title: Network"));
        await service.Work();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", "/returns");
        Assert.Equal("Your contracts", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture("contracts");
        await person.Follow("Network");
        Assert.Equal("/contracts/my-second/returns", person.Path);
        service.Given["development/supplier"] = SlaMonitor.Service.Access.Assignments.To("my-first");
        await person.Open("/returns");
        Assert.Equal(Returns, person.Path);
        Assert.Equal(404, await person.Open("/contracts/my-second/returns"));
        Assert.Equal("Page not found", await person.Heading());
    }

    /// <summary>From the list to the receipt without a mouse: Tab, typing, space and Enter.</summary>
    [Fact]
    public async Task A_return_is_sent_by_keyboard_alone()
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", Returns);
        await person.Enter("January 2026");
        await person.Enter("Type the figures in");
        await person.Type("KPI1: resolved in time", "190");
        await person.Type("KPI1: resolved", "200");
        await person.Enter("Continue");
        await person.Says("95.00 % Met");
        await person.TabTo("The figures are complete and true as far as I know");
        await person.Page.Keyboard.PressAsync("Space");
        await person.Enter("Sign off and send");
        await service.Work();
        await person.Enter("Check again");
        Assert.Contains("Return accepted", await person.Heading());
        Assert.Equal("Skip to main content", (await person.Tabs())[0]);
    }

    [Fact]
    public async Task The_template_that_is_downloaded_is_taken_when_it_is_filled_in()
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return");
        var (workbook, xlsx) = await person.Download("Download the template for Excel");
        Assert.Equal("my-first-2026-01.xlsx", workbook);
        Assert.Equal("PK"u8, xlsx[..2]);
        await person.Open("/contracts/my-first/periods/2026-01/return/upload");
        await person.Attach(workbook, xlsx);
        await person.Press("Continue");
        // Nothing is asked but the figures.
        await person.Says("Return, F12 Error empty cells a figure for 'of', 'to', 'stated', or yes for 'no activity' or 'not supplied'");
        Assert.DoesNotContain("submitted on", await person.Text());
        await person.HasNoBarrier();
        await person.Picture("check-empty");
        await person.Open("/contracts/my-first/periods/2026-01/return");
        var (name, csv) = await person.Download("Download the template as CSV");
        Assert.Equal("my-first-2026-01.csv", name);
        var filled = Encoding.UTF8.GetString(csv).Replace("resolved in time,number,,", "resolved in time,number,190,").Replace("resolved,number,,", "resolved,number,200,");
        await person.Follow("Upload a file");
        await person.Attach(name, Encoding.UTF8.GetBytes(filled));
        await person.Press("Continue");
        await person.Says("95.00 % Met");
    }

    [Fact]
    public async Task Figures_typed_in_can_be_changed_after_they_were_checked()
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return/figures");
        await person.Fill("KPI1: resolved in time", "188");
        await person.Fill("KPI1: resolved", "200");
        await person.Fill("Comment on KPI1 (optional)", "=A1, as ever");
        await person.Press("Continue");
        await person.Says("94.00 % Target missed");
        await person.Press("Change the figures");
        Assert.Equal("200", await person.Page.GetByLabel("KPI1: resolved", new() { Exact = true }).InputValueAsync());
        await person.Fill("KPI1: resolved in time", "190");
        await person.Press("Continue");
        await person.Says("95.00 % Met");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        Assert.Equal("=A1, as ever", (await service.Stores.Register.Load("my-first")).Returns.Single().Facts.Figures.Find("KPI1")!.Comment);
    }
}
