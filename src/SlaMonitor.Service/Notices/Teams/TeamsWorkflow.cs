using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SlaMonitor.Service.Notices.Webhooks;

namespace SlaMonitor.Service.Notices.Teams;

/// <summary>Notices as adaptive cards in Microsoft Teams, through a workflow "when a webhook request is received": one card a message, in the
/// form that workflow posts. It answers before Teams has shown it; that it was shown nobody can know.</summary>
public sealed class TeamsWorkflow(TeamsOptions options) : INoticeChannel, IDisposable
{
    /// <summary>Teams takes 28 KB a message; a Working of more steps is on the pages.</summary>
    private const int MostSteps = 30;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = HttpAnswer.Client();

    public NoticeWay Way => NoticeWay.Teams;

    public async Task<NoticeAnswer> Send(AlertNotice notice, string address)
    {
        var url = new Uri(address);
        if (!options.Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)) return new NoticeAnswer.Refused("its host is not among Notices:Teams:Hosts");
        try
        {
            using var content = new StringContent(Body(notice), Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return HttpAnswer.Of(answer.StatusCode, "the workflow");
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or IOException)
        {
            return new NoticeAnswer.TryLater("the workflow cannot be reached");
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The message with its card: the same content as the mail.</summary>
    internal static string Body(AlertNotice notice)
    {
        var content = NoticeTemplates.Of(notice);
        return JsonSerializer.Serialize(new
        {
            type = "message",
            attachments = new[]
            {
                new { contentType = "application/vnd.microsoft.card.adaptive", contentUrl = (string?)null, content = Card(content) },
            },
        }, Json);
    }

    private static Dictionary<string, object> Card(NoticeContent content)
    {
        var card = new Dictionary<string, object>
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["fallbackText"] = content.Subject,
            ["body"] = Body(content).ToArray(),
        };
        if (content.Page is { } page) card["actions"] = new[] { new { type = "Action.OpenUrl", title = Mail.MailMessage.SeeIt, url = page.AbsoluteUri } };
        return card;
    }

    private static IEnumerable<object> Body(NoticeContent content)
    {
        yield return new { type = "TextBlock", text = Plain(content.Heading), wrap = true, weight = "Bolder", size = "Large", style = "heading" };
        yield return Text(content.Text);
        yield return new { type = "FactSet", facts = content.Facts.Select(f => new { title = f.Label, value = Plain(f.Value) }).ToArray() };
        yield return new { type = "TextBlock", text = "What to do", wrap = true, weight = "Bolder" };
        yield return Text(content.Do);
        if (content.Working.Count > 0) yield return new { type = "TextBlock", text = "Working", wrap = true, weight = "Bolder" };
        foreach (var step in NoticeWorking.Of(content.Working).Take(MostSteps)) yield return Text(string.Join("\n\n", step));
        if (content.Working.Count > MostSteps) yield return Text($"{content.Working.Count - MostSteps} more steps are on the pages.");
        yield return Text(content.Closing);
    }

    private static object Text(string text) => new { type = "TextBlock", text = Plain(text), wrap = true };

    /// <summary>Cards read a part of Markdown; what files say is shown as it is.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c is '*' or '_' or '[' or ']' or '`' or '#' or '~' or '\\' ? $"\\{c}" : $"{c}"));
}
