using SlaMonitor.Pages.Tests.Hosting;

namespace SlaMonitor.Pages.Tests;

/// <summary>The pages that the README shows, on the data of samples/msc-ladder. They are written only where the environment variable SCREENSHOTS
/// names a folder.</summary>
public class PicturesTests
{
    private const int Width = 1280, Height = 1400;

    [Fact]
    public async Task The_pages_that_the_README_shows()
    {
        var service = await Riverside.ToLookAt;
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", "/contracts");
        foreach (var (name, address, from) in ((string, string, string)[])
        [
            ("portfolio", "/contracts", "h1"), ("contract", Riverside.Page, "h1"), ("trend", Riverside.Page, "#trend-KPI1-title"), ("statement", $"{Riverside.Page}/periods/2024-11", "h1"),
            ("breach", $"{Riverside.Page}/periods/2024-12/breaches/KPI4", "h1"), ("credits", $"{Riverside.Page}/credits", "h1"),
        ])
        {
            Assert.Equal(200, await person.Open(address));
            Assert.True(await person.Page.Locator(from).CountAsync() > 0, $"{address} has no {from}.");
            await Picture(person, name, from == "h1" ? 0 : (await person.Page.Locator("section.sla-trend").First.BoundingBoxAsync())!.Y - 20);
        }
    }

    private static async Task Picture(Person person, string name, float from)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder) return;
        await person.Page.SetViewportSizeAsync(Width, Height);
        await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true, Clip = new() { X = 0, Y = from, Width = Width, Height = from == 0 ? Height : 900 } });
    }
}
