using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Service.Notices.Webhooks;

/// <summary>
/// Notices as signed HTTP requests, in the form of the Standard Webhooks specification 1.0.0: <c>webhook-id</c> is the same however often a
/// notice is sent, <c>webhook-timestamp</c> is the second of sending, and <c>webhook-signature</c> is the HMAC-SHA256 of
/// <c>id.timestamp.body</c>. A receiver refuses old timestamps and ids it has had.
/// </summary>
public sealed class SignedWebhook(WebhookOptions options, IClock clock) : INoticeChannel, IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = HttpAnswer.Client();

    public NoticeWay Way => NoticeWay.Webhook;

    public async Task<NoticeAnswer> Send(AlertNotice notice, string address)
    {
        var url = new Uri(address);
        if (!options.Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)) return new NoticeAnswer.Refused("its host is not among Notices:Webhook:Hosts");
        try
        {
            using var request = Request(notice, url);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return HttpAnswer.Of(answer.StatusCode, "the webhook");
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or IOException)
        {
            return new NoticeAnswer.TryLater("the webhook cannot be reached");
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The signature header's value: by each secret one.</summary>
    /// <param name="timestamp">Unix seconds.</param>
    internal static string Signature(IEnumerable<byte[]> keys, string id, string timestamp, string body) =>
        string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}"));

    /// <summary>The notice as JSON: the facts for programs, and what people are told.</summary>
    internal static string Body(AlertNotice notice)
    {
        var alert = notice.Alert;
        var content = NoticeTemplates.Of(notice);
        var body = new Dictionary<string, object?>
        {
            ["id"] = notice.Id,
            ["type"] = $"alert.{Domain.Contracts.Words.Key(notice.Event)}",
            ["contract"] = notice.Contract,
            ["title"] = notice.Title,
            ["key"] = alert.Key,
            ["subject"] = alert.Subject,
            ["of"] = alert.Of,
            ["on"] = alert.On is { } on ? LocalDatePattern.Iso.Format(on) : null,
            ["raisedAt"] = InstantPattern.ExtendedIso.Format(alert.RaisedAt),
            ["assessment"] = alert.Assessment,
            ["heading"] = content.Heading,
            ["text"] = content.Text,
            ["todo"] = content.Do,
            ["working"] = content.Working.Select(w => new { clause = w.Clause, rule = w.Rule, inputs = w.Inputs, arithmetic = w.Arithmetic, outcome = w.Outcome }),
            ["reference"] = notice.Reference,
        };
        if (content.Page is { } page) body["page"] = page.AbsoluteUri;
        return JsonSerializer.Serialize(body, Json);
    }

    private HttpRequestMessage Request(AlertNotice notice, Uri url)
    {
        var body = Body(notice);
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Signature(options.Keys, notice.Id, timestamp, body));
        return request;
    }
}
