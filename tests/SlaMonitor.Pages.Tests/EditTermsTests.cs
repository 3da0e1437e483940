using System.Text;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>A contract file is mended in the browser: what is wrong stands at its line, and nothing that was entered is lost.</summary>
public class EditTermsTests
{
    private const string Page = "/contracts/my-first/terms/2026-01-01", Api = $"{ApiService.Contract}/versions/2026-01-01";

    private static readonly string Terms = ApiService.Sample("first-contract.yaml");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_is_edited_refused_with_findings_at_their_lines_mended_and_saved(bool hasScript)
    {
        await using var service = await ApiService.Start();
        await Put(service, Terms, null);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", Page);
        await person.Follow("Edit the text");
        Assert.Equal(Terms, await person.Page.GetByLabel("Contract file").InputValueAsync());
        await person.Says("Nothing was found wrong.");
        await person.HasNoBarrier();

        var line = 1 + Array.FindIndex(Terms.Split('\n'), l => l.Contains("95 %", StringComparison.Ordinal));
        var wrong = "\n" + Terms.Replace("95 %", "ninety", StringComparison.Ordinal);
        await person.Fill("Contract file", wrong);
        await person.Press("Check and save");
        var error = Assert.Single(await person.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        Assert.StartsWith($"Line {line + 1}, indicators.KPI1.ladder.target.from: expected ", error);
        await person.SaysProblem(error);
        // Beside its line, which is counted as the file has it, the blank one before it included.
        Assert.Equal(1, await person.Page.Locator($"ol.sla-lines > li:nth-child({line + 1}) #finding-1").CountAsync());
        Assert.Equal(wrong, await person.Page.GetByLabel("Contract file").InputValueAsync());
        await person.HasNoBarrier();
        await person.Picture($"terms-edit-{hasScript}");
        Assert.Equal(Encoding.UTF8.GetBytes(Terms), await Stored(service));

        await person.Fill("Contract file", Terms.Replace("95 %", "97 %", StringComparison.Ordinal));
        await person.Press("Check and save");
        Assert.Equal("Terms from 1 January 2026", await person.Heading());
        // As it was typed, comments and all.
        Assert.Equal(Encoding.UTF8.GetBytes(Terms.Replace("95 %", "97 %", StringComparison.Ordinal)), await Stored(service));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_somebody_else_saved_meanwhile_is_replaced_only_by_whoever_has_been_told(bool hasScript)
    {
        await using var service = await ApiService.Start();
        await Put(service, Terms, null);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", $"{Page}/edit");
        var (mine, theirs) = (Terms.Replace("95 %", "97 %", StringComparison.Ordinal), Terms.Replace("95 %", "96 %", StringComparison.Ordinal));
        await Put(service, theirs, "deputy");
        await person.Fill("Contract file", mine);
        await person.Press("Check and save");
        await person.SaysProblem("development/deputy changed this draft since you opened it. Nothing of yours is saved; save again to put your text in place of theirs");
        await person.HasNoBarrier();
        Assert.Equal(Encoding.UTF8.GetBytes(theirs), await Stored(service));
        await person.Press("Check and save");
        Assert.Equal("Terms from 1 January 2026", await person.Heading());
        Assert.Equal(Encoding.UTF8.GetBytes(mine), await Stored(service));
    }

    [Fact]
    public async Task Terms_in_force_are_where_another_version_begins()
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", Page);
        await person.Follow("Begin another version with this text");
        await person.HasNoBarrier();
        await person.Press("Check and save");
        await person.SaysProblem("Terms from 2026-01-01 are in force and never change; give effectiveFrom another day");
        var july = Terms.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-07-01", StringComparison.Ordinal);
        await person.Fill("Contract file", july.Replace("contract: my-first", "contract: other", StringComparison.Ordinal));
        await person.Press("Check and save");
        await person.SaysProblem("These are terms of the contract other, not of my-first");
        await person.Fill("Contract file", july);
        await person.Press("Check and save");
        Assert.Equal("Terms from 1 July 2026", await person.Heading());
        // There is a draft of that day now, and from here it is not overwritten.
        await person.Open($"{Page}/edit");
        await person.Fill("Contract file", july.Replace("95 %", "97 %", StringComparison.Ordinal));
        await person.Press("Check and save");
        await person.SaysProblem("There is a draft from 2026-07-01 already; edit that one, or give effectiveFrom another day");
        await person.Fill("Contract file", "");
        await person.Press("Check and save");
        Assert.NotEmpty(await person.Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        await person.HasNoBarrier();

        await using var supplier = await Person.At(service, hasScript: false);
        await supplier.SignIn("supplier");
        Assert.Equal(403, await supplier.Open($"{Page}/edit"));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_opens_to_be_mended_at_four_requests_at_most()
    {
        await using var service = await ApiService.Start();
        await Put(service, "contract: my-first\n<b>&amp;</textarea>\n", null);
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", "/contracts/my-first/terms");
        await person.Follow("From 1 January 2026, draft");
        Assert.Equal($"{Page}/edit", person.Path);
        Assert.Equal("contract: my-first\n<b>&amp;</textarea>\n", await person.Page.GetByLabel("Contract file").InputValueAsync());
        await person.HasNoBarrier();
        service.Requests.Forget();
        await person.Open($"{Page}/edit");
        Assert.InRange(service.Requests.Kept.Count, 1, 4);
        await person.Fill("Contract file", Terms);
        service.Requests.Forget();
        await person.Press("Check and save");
        Assert.Equal("Terms from 1 January 2026", await person.Heading());
        // To save it and to show it.
        Assert.InRange(service.Requests.Kept.Count, 1, 8);
    }

    private static async Task Put(ApiService service, string file, string? identity)
    {
        using var person = service.As(identity ?? "manager");
        using var read = await person.GetAsync(Api);
        using var put = ApiService.Request(HttpMethod.Put, Api, ApiService.Yaml(file), read.Headers.ETag is { } tag ? [("If-Match", tag.ToString())] : []);
        using var response = await person.SendAsync(put);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<byte[]?> Stored(ApiService service) =>
        await service.Stores.Raw.Get($"my-first/{(await service.Stores.Register.Draft("my-first", new(2026, 1, 1)))!.RawSha256}");
}
