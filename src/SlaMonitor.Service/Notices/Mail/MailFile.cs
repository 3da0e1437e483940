using MimeKit;
using NodaTime;

namespace SlaMonitor.Service.Notices.Mail;

/// <summary>A notice as the files a reader can open: the mail itself, and its two parts.</summary>
/// <param name="Eml">The whole mail, as a mail program opens it.</param>
public sealed record MailFile(string Subject, byte[] Eml, string Text, string Html)
{
    /// <param name="sender">The sender's mailbox.</param>
    /// <param name="address">The mailbox it is to.</param>
    public static MailFile Of(AlertNotice notice, string sender, string address, Instant sent)
    {
        var content = NoticeTemplates.Of(notice);
        using var message = MailMessage.Of(notice, new SmtpOptions { From = sender }, address, sent);
        using var bytes = new MemoryStream();
        message.WriteTo(FormatOptions.Default, bytes);
        return new(content.Subject, bytes.ToArray(), MailMessage.Plain(content), MailMessage.Html(content));
    }
}
