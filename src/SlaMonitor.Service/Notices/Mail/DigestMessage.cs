using System.Net;
using System.Text;
using MimeKit;
using NodaTime;

namespace SlaMonitor.Service.Notices.Mail;

/// <summary>A digest as an e-mail: plain text first, and the same as HTML. It can be ended by a link, which no other message has.</summary>
internal static class DigestMessage
{
    /// <param name="end">Where it is ended; null where no such link is set up.</param>
    public static MimeMessage Of(DigestNotice digest, SmtpOptions options, Uri? end, string address, Instant now)
    {
        var told = digest.Notices.Select(NoticeTemplates.Of).ToList();
        var subject = $"Dates ahead: {told.Count} - {OneLine(digest.Title)} ({digest.Contract})";
        var closing = end is null
            ? "This is told in one mail a day. To have it no more, ask the manager of this contract."
            : $"This is told in one mail a day. To have it no more: {end}";
        var message = MailMessage.Of(digest.Id, subject, Plain(told, closing), Html(subject, told, closing), options, address, now);
        if (end is null) return message;
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{end}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private static string Plain(IReadOnlyList<NoticeContent> told, string closing)
    {
        var text = new StringBuilder();
        foreach (var one in told)
        {
            text.Append(one.Heading).Append('\n').Append(one.Text).Append('\n').Append("What to do: ").Append(one.Do).Append('\n');
            if (one.Page is { } page) text.Append(MailMessage.SeeIt).Append(": ").Append(page.AbsoluteUri).Append('\n');
            text.Append('\n');
        }

        return text.Append(closing).Append('\n').ToString();
    }

    private static string Html(string subject, IReadOnlyList<NoticeContent> told, string closing)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Escaped(subject)).Append("</title>\n</head>\n<body>\n");
        foreach (var one in told)
        {
            html.Append("<h2>").Append(Escaped(one.Heading)).Append("</h2>\n<p>").Append(Escaped(one.Text)).Append("</p>\n<p>What to do: ").Append(Escaped(one.Do)).Append("</p>\n");
            if (one.Page is { } page) html.Append(MailMessage.Link(page));
        }

        return html.Append("<p>").Append(Escaped(closing)).Append("</p>\n</body>\n</html>\n").ToString();
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
