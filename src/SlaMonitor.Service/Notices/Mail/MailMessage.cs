using System.Net;
using System.Text;
using MimeKit;
using NodaTime;

namespace SlaMonitor.Service.Notices.Mail;

/// <summary>A notice as an e-mail: plain text first, and the same as HTML. The same notice gives the same bytes, but for the date.</summary>
internal static class MailMessage
{
    public static MimeMessage Of(AlertNotice notice, SmtpOptions options, string address, Instant now)
    {
        var content = NoticeTemplates.Of(notice);
        return Of(notice.Id, content.Subject, Plain(content), Html(content), options, address, now);
    }

    /// <param name="id">What the Message-ID rests on.</param>
    internal static MimeMessage Of(string id, string subject, string plain, string html, SmtpOptions options, string address, Instant now) => new()
    {
        Subject = subject,
        MessageId = $"{id}@{options.From[(options.From.LastIndexOf('@') + 1)..]}",
        Date = now.ToDateTimeOffset(),
        From = { new MailboxAddress(options.FromName, options.From) },
        To = { new MailboxAddress(null, address) },
        Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        Body = new MultipartAlternative
        {
            Part("plain", plain),
            Part("html", html),
        }.BoundedBy($"=_{id}"),
    };

    private static MultipartAlternative BoundedBy(this MultipartAlternative body, string boundary)
    {
        body.Boundary = boundary;
        return body;
    }

    private static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    internal static string Plain(NoticeContent content)
    {
        var text = new StringBuilder();
        text.Append(content.Heading).Append("\n\n").Append(content.Text).Append("\n\n");
        foreach (var (label, value) in content.Facts) text.Append(label).Append(": ").Append(value).Append('\n');
        text.Append("\nWhat to do\n").Append(content.Do).Append("\n\n");
        if (content.Page is { } page) text.Append(SeeIt).Append(": ").Append(page.AbsoluteUri).Append("\n\n");
        if (content.Working.Count > 0) text.Append("Working\n").Append(string.Concat(NoticeWorking.Of(content.Working).Select(step => $"{string.Join("\n   ", step)}\n"))).Append('\n');
        return text.Append(content.Closing).Append('\n').ToString();
    }

    /// <summary>Readable by a screen reader and without style: a heading for each part, a table whose rows have headers, no pictures, no colour
    /// that says anything.</summary>
    internal static string Html(NoticeContent content)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .Append(Escaped(content.Subject)).Append("</title>\n</head>\n<body style=\"font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #0b0c0c; background: #ffffff\">\n")
            .Append("<h1 style=\"font-size: 24px\">").Append(Escaped(content.Heading)).Append("</h1>\n<p>").Append(Escaped(content.Text)).Append("</p>\n<table>\n<tbody>\n");
        foreach (var (label, value) in content.Facts)
            html.Append("<tr><th scope=\"row\" style=\"text-align: left; padding-right: 16px\">").Append(Escaped(label)).Append("</th><td>").Append(Escaped(value)).Append("</td></tr>\n");
        html.Append("</tbody>\n</table>\n<h2 style=\"font-size: 19px\">What to do</h2>\n<p>").Append(Escaped(content.Do)).Append("</p>\n");
        if (content.Page is { } page) html.Append(Link(page));
        if (content.Working.Count > 0) html.Append("<h2 style=\"font-size: 19px\">Working</h2>\n");
        foreach (var step in NoticeWorking.Of(content.Working)) html.Append("<p>").Append(string.Join("<br>\n", step.Select(Escaped))).Append("</p>\n");
        return html.Append("<p>").Append(Escaped(content.Closing)).Append("</p>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The address is to be read as well: who is wary of links sees where it leads.</summary>
    internal static string Link(Uri page) => $"<p>{SeeIt}: <a href=\"{Escaped(page.AbsoluteUri)}\">{Escaped(page.AbsoluteUri)}</a></p>\n";

    internal const string SeeIt = "See it in SLA Monitor";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
