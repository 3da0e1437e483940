using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;
using SlaMonitor.Service.Notices.Digests;

namespace SlaMonitor.Service.Notices.Mail;

/// <summary>Notices by e-mail over SMTP: one connection a message. What a server says in its own words may hold addresses and stays
/// here; its code goes out.</summary>
public sealed class SmtpMail(SmtpOptions options, IClock clock, DigestLinks? links = null) : IDigestChannel
{
    private const int Permanent = 500;

    public NoticeWay Way => NoticeWay.Mail;

    public async Task<NoticeAnswer> Send(AlertNotice notice, string address)
    {
        using var message = MailMessage.Of(notice, options, address, clock.GetCurrentInstant());
        return await Send(message);
    }

    public async Task<NoticeAnswer> SendDigest(DigestNotice digest, string address)
    {
        using var message = DigestMessage.Of(digest, options, links?.Of(digest.Contract, digest.Recipient), address, clock.GetCurrentInstant());
        return await Send(message);
    }

    private async Task<NoticeAnswer> Send(MimeMessage message)
    {
        using var longest = new CancellationTokenSource(NoticeLimits.Longest);
        try
        {
            using var server = new SmtpClient { ServerCertificateValidationCallback = IsTrusted };
            await server.ConnectAsync(options.Host, options.Port, Security, longest.Token);
            if (options is { User.Length: > 0, Password: { } password }) await server.AuthenticateAsync(options.User, password, longest.Token);
            await server.SendAsync(message, longest.Token);
            await Leave(server, longest.Token);
            return new NoticeAnswer.Accepted();
        }
        catch (SmtpCommandException answer) when (answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)answer.StatusCode >= Permanent)
        {
            return new NoticeAnswer.Refused($"the mail server refuses the address ({(int)answer.StatusCode})");
        }
        catch (SmtpCommandException answer)
        {
            return new NoticeAnswer.TryLater($"the mail server answers {(int)answer.StatusCode}");
        }
        catch (AuthenticationException)
        {
            return new NoticeAnswer.TryLater("the mail server does not take the user and password");
        }
        catch (SslHandshakeException)
        {
            return new NoticeAnswer.TryLater("no trusted TLS connection with the mail server");
        }
        catch (NotSupportedException)
        {
            return new NoticeAnswer.TryLater("the mail server offers no STARTTLS, or no sign-in");
        }
        catch (Exception failed) when (failed is IOException or SocketException or SmtpProtocolException or OperationCanceledException
            or MailKit.ServiceNotConnectedException or TimeoutException)
        {
            return new NoticeAnswer.TryLater("the mail server cannot be reached");
        }
    }

    private SecureSocketOptions Security => options.Security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.WhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.SslOnConnect,
    };

    /// <summary>The message is the server's by now, whatever becomes of the good-bye.</summary>
    private static async Task Leave(SmtpClient server, CancellationToken longest)
    {
        try
        {
            await server.DisconnectAsync(quit: true, longest);
        }
        catch (Exception failed) when (failed is IOException or SocketException or MailKit.ProtocolException or MailKit.CommandException
            or OperationCanceledException)
        {
            // A second sending would be worse than a connection that was not closed politely.
        }
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || (certificate is not null && options.TrustedCertificate is { } trusted
            && trusted.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), StringComparison.OrdinalIgnoreCase));
}
