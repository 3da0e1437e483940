using System.Net;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>Keeps cookies and follows redirects, as a person's browser does.</summary>
internal sealed partial class Browser : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client;

    public Browser()
    {
        var handler = Loopback.Handler();
        handler.CookieContainer = Cookies;
        _client = new(handler);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>As they came, attributes included.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Goes where sign-in leads, to the end.</summary>
    public async Task<HttpResponseMessage> SignIn(Instance instance, string path)
    {
        var response = await Get(new(instance.Address, path));
        for (var i = 0; i < MostRedirects && response.Headers.Location is { } location; i++)
            response = await Get(new(response.RequestMessage!.RequestUri!, location));
        return response;
    }

    public Task<HttpResponseMessage> Get(Uri address) => Send(HttpMethod.Get, address);

    public async Task<HttpStatusCode> Status(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var response = await Send(method, address, headers);
        return response.StatusCode;
    }

    /// <summary>Sends a form that a page of ours was shown with.</summary>
    /// <param name="page">Any page that has one.</param>
    public async Task<HttpStatusCode> Submit(Instance instance, string page, string action)
    {
        using var shown = await Get(new(instance.Address, page));
        var token = FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("form", token)]);
        using var response = await _client.PostAsync(new Uri(instance.Address, action), form);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)) SetCookies.AddRange(cookies);
        return response.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    [System.Text.RegularExpressions.GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial System.Text.RegularExpressions.Regex FormToken();

    private async Task<HttpResponseMessage> Send(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await _client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)) SetCookies.AddRange(cookies);
        return response;
    }
}
