using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlaMonitor.Cli.Tests.Local;

/// <summary>Just enough of the Table service to leave something behind and find it again, by its published protocol:
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key (Shared Key Lite).</summary>
internal sealed class TableRequests(string connectionString)
{
    private static readonly HttpClient Http = new();

    private readonly Dictionary<string, string> _parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);

    public string Endpoint(string service) => _parts[$"{service}Endpoint"];

    public async Task Create(string table)
    {
        var answer = await Send(HttpMethod.Post, new StringContent($$"""{"TableName":"{{table}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    public async Task<string> List() => await (await Send(HttpMethod.Get, null)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    /// <summary>Any answer is one: without a signature a service of Azure's refuses, and says which it is.</summary>
    public static async Task<string> WhoAnswers(string endpoint)
    {
        using var answer = await Http.GetAsync($"{endpoint}?comp=list");
        return answer.Headers.GetValues("Server").Single();
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, HttpContent? body)
    {
        var account = _parts["AccountName"];
        var date = SystemClock.Instance.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        var toSign = $"{date}\n/{account}/{account}/Tables";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(_parts["AccountKey"]), Encoding.UTF8.GetBytes(toSign));
        var request = new HttpRequestMessage(method, $"{Endpoint("Table")}/Tables") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("SharedKeyLite", $"{account}:{Convert.ToBase64String(signature)}");
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-version", "2019-02-02");
        request.Headers.Add("Accept", "application/json;odata=nometadata");
        return await Http.SendAsync(request);
    }
}
