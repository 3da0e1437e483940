using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>Arriving, signing in and out, and what people are told where something is not there or not theirs.</summary>
public class StartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_arrives_signs_in_and_out(bool hasScript)
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript);
        Assert.Equal(200, await person.Open("/"));
        await person.HasNoBarrier();
        await person.Picture("start");
        await person.Press("Sign in");
        await person.HasNoBarrier();
        await person.Picture("sign-in");
        await person.Press("Sign in as supplier");
        Assert.Equal("/", person.Path);
        await person.Says("Returns");
        await person.HasNoBarrier();
        await person.Press("Sign out");
        await person.Says("Sign in");
    }

    [Fact]
    public async Task Where_there_is_nothing_people_are_told_so_as_a_page_and_programs_as_a_document()
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript: true);
        Assert.Equal(404, await person.Open("/nowhere"));
        Assert.Equal("Page not found", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture("not-found");

        using var program = service.As("supplier");
        using var answer = await program.GetAsync("/nowhere");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_order()
    {
        await using var service = await ApiService.Start();
        await using var person = await Person.At(service, hasScript: true);
        await person.Open("/sign-in");
        Assert.Equal(
            ["Skip to main content", "SLA Monitor", "Sign in as manager", "Sign in as deputy", "Sign in as supplier", "Sign in as auditor", "Sign in as administrator"],
            await person.Tabs());
    }
}
