using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests.Hosting;

/// <summary>Somebody before a browser, with cookies of their own. They find things as people do: by their words.</summary>
internal sealed class Person : IAsyncDisposable
{
    private const int MostTabs = 200;

    private const int Telephone = 320, Desk = 1280, Height = 900;

    /// <summary>WCAG 2.2, levels A and AA, with what axe calls good practice.</summary>
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IBrowserContext _context;
    private readonly ApiService _service;
    private readonly List<string> _complaints = [];

    private Person(ApiService service, IBrowserContext context, IPage page, bool hasScript)
    {
        (_service, _context, Page, HasScript) = (service, context, page, hasScript);
        // What the policy of the pages keeps out, and any fault of a script, the browser says here.
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _complaints.Add(message.Text); };
        page.PageError += (_, fault) => _complaints.Add(fault);
    }

    public IPage Page { get; }

    public bool HasScript { get; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <param name="hasScript">Whether the browser runs JavaScript.</param>
    public static async Task<Person> At(ApiService service, bool hasScript)
    {
        var context = await (await Chromium.TheOne).NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            JavaScriptEnabled = hasScript,
            ViewportSize = new() { Width = Desk, Height = Height },
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new(service, context, await context.NewPageAsync(), hasScript);
    }

    public async Task SignIn(string identity, string path = "/")
    {
        await Open($"/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await Press($"Sign in as {identity}");
    }

    public async Task<int> Open(string path) => (await Page.GotoAsync(new Uri(_service.Address, path).ToString()))!.Status;

    /// <summary>A button.</summary>
    public async Task Press(string name) => await Arrive(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    public async Task Follow(string name) => await Arrive(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    public Task Fill(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public Task Choose(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    /// <summary>A file by the name and with the contents given.</summary>
    public Task Attach(string name, byte[] contents) =>
        Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = contents });

    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>What the page says, with one space between any two words.</summary>
    public async Task<string> Text() => OneLine(await Page.Locator("main").InnerTextAsync());

    /// <summary>That the page says so somewhere.</summary>
    public async Task Says(string words)
    {
        var text = await Text();
        Assert.True(text.Contains(words, StringComparison.Ordinal), $"{Path} does not say '{words}': {text}");
    }

    /// <summary>That the summary of errors says so, in this order and nothing else, and each is said at its field as well.</summary>
    public async Task SaysProblem(params string[] errors)
    {
        Assert.Equal(errors, await Page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync());
        Assert.StartsWith("Error: ", await Page.TitleAsync());
        foreach (var link in await Page.Locator(".govuk-error-summary__list a").AllAsync())
        {
            var field = await link.GetAttributeAsync("href");
            Assert.Equal(1, await Page.Locator(field!).CountAsync());
            Assert.Equal($"Error: {await link.InnerTextAsync()}", OneLine(await Page.Locator($"{field}-error").InnerTextAsync()));
        }
    }

    /// <summary>The file that a link gives.</summary>
    public Task<(string Name, byte[] Bytes)> Download(string link) => Downloaded(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }));

    /// <summary>The file that a form gives.</summary>
    public Task<(string Name, byte[] Bytes)> DownloadByButton(string button) => Downloaded(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    private async Task<(string Name, byte[] Bytes)> Downloaded(ILocator what)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => what.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return (download.SuggestedFilename, bytes.ToArray());
    }

    /// <summary>Everything that must hold of every page and state: nothing that axe complains of, no wider than a telephone, nor at twice the
    /// size, one h1, and nothing that the browser complained of.</summary>
    public async Task HasNoBarrier()
    {
        if (HasScript)
        {
            var found = (await Page.RunAxe(Rules)).Violations.Where(v => !IsOfFileUpload(v)).ToList();
            Assert.True(found.Count == 0, $"{Path}: " + string.Join("\n", found.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        }

        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        await Fits(Telephone);
        // 1280 pixels at 200 %.
        await Fits(Desk / 2);
        await Page.SetViewportSizeAsync(Desk, Height);
        Assert.Empty(_complaints);
    }

    /// <summary>By the Tab key, until something has the focus.</summary>
    public async Task TabTo(string name)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Focused() == name) return;
        }

        Assert.Fail($"{Path}: the Tab key does not come to '{name}'.");
    }

    /// <summary>By the Tab key to a field, and then what is typed.</summary>
    public async Task Type(string name, string text)
    {
        await TabTo(name);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>By the Tab key to a link or a button, and then Enter.</summary>
    public async Task Enter(string name)
    {
        await TabTo(name);
        await Arrive(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Goes through the page by the Tab key alone: what gets the focus, in that order, by its words, and that the focus shows.</summary>
    public async Task<IReadOnlyList<string>> Tabs()
    {
        var names = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Focused() is not { } name) break;
            names.Add(name);
        }

        Assert.DoesNotContain(names, n => n.StartsWith("INVISIBLE", StringComparison.Ordinal));
        return names;
    }

    /// <summary>To look at; only where the environment variable SCREENSHOTS names a folder.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>As it is printed, to look at as <see cref="Picture"/>.</summary>
    public async Task Paper(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Page.PdfAsync(new() { Path = System.IO.Path.Combine(folder, $"{name}.pdf"), PreferCSSPageSize = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private Task Arrive(ILocator what) => Arrive(() => what.ClickAsync());

    /// <summary>Until the page that follows is there, however many redirects lead to it.</summary>
    private async Task Arrive(Func<Task> go)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Navigated(object? sender, IFrame frame) => arrived.TrySetResult();
        Page.FrameNavigated += Navigated;
        await go();
        await arrived.Task.WaitAsync(Patience);
        Page.FrameNavigated -= Navigated;
        // Where one page follows the other at once the browser may have told of the load before it was asked; then it is quiet.
        await await Task.WhenAny(Page.WaitForLoadStateAsync(LoadState.Load), Page.WaitForLoadStateAsync(LoadState.NetworkIdle));
    }

    /// <summary>The button that the GOV.UK Frontend makes for a file is named by its label and by its own text, and axe sees just the label.</summary>
    private static bool IsOfFileUpload(AxeResultItem violation) =>
        violation.Id == "label-content-name-mismatch" && violation.Nodes.All(n => n.Html.Contains("govuk-file-upload-button", StringComparison.Ordinal));

    /// <summary>What has the focus, by its words; null where nothing has.</summary>
    private Task<string?> Focused() => Page.EvaluateAsync<string?>(
        """
        () => {
          const e = document.activeElement
          if (!e || e === document.body) return null
          const s = getComputedStyle(e)
          const shows = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || s.borderStyle !== 'none'
          return (shows ? '' : 'INVISIBLE ') + (e.labels?.[0]?.innerText ?? e.getAttribute('aria-label') ?? e.innerText ?? e.id).trim().replace(/\s+/g, ' ')
        }
        """);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task Fits(int width)
    {
        await Page.SetViewportSizeAsync(width, Height);
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{Path} is {wide} pixels wide on a screen of {width}.");
    }
}
