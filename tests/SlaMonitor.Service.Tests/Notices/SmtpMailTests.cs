using System.Security.Cryptography;
using NodaTime.Testing;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>Against a real mail server on loopback.</summary>
public class SmtpMailTests
{
    private static readonly AlertNotice Breach = SomeNotice.Of(AlertEvent.Breach);

    [Fact]
    public async Task A_notice_is_taken_by_a_server_that_offers_no_tls_only_where_the_settings_allow_it()
    {
        await using var sink = SmtpSink.Open();
        Assert.Equal(new NoticeAnswer.TryLater("the mail server offers no STARTTLS, or no sign-in"), await Send(Options(sink)));
        Assert.Empty(sink.Mails);
        Assert.Equal(new NoticeAnswer.Accepted(), await Send(Options(sink, SmtpSecurity.WhenOffered)));
        var mail = Assert.Single(sink.Mails);
        Assert.Equal(("sla@council.example", "ann@council.example", false), (mail.From, Assert.Single(mail.To), mail.WasEncrypted));
        Assert.Equal($"<{Breach.Id}@council.example>", mail.Header("Message-Id"));
    }

    [Fact]
    public async Task With_starttls_and_a_password()
    {
        await using var sink = SmtpSink.Open(SmtpSink.SelfSigned());
        var options = Options(sink);
        (options.User, options.Password) = ("sla", "right");
        Assert.Equal(new NoticeAnswer.TryLater("no trusted TLS connection with the mail server"), await Send(options));
        Assert.Empty(sink.Mails);

        options.TrustedCertificate = sink.Certificate!.GetCertHashString(HashAlgorithmName.SHA256);
        Assert.Equal(new NoticeAnswer.Accepted(), await Send(options));
        Assert.Equal((true, "sla"), (sink.Mails[0].WasEncrypted, sink.Mails[0].User));
        options.Password = "wrong";
        Assert.Equal(new NoticeAnswer.TryLater("the mail server does not take the user and password"), await Send(options));
    }

    /// <summary>What the server says holds an address; it goes no further.</summary>
    [Fact]
    public async Task An_address_that_is_refused_for_good_is_told_from_one_that_may_work_later()
    {
        await using var sink = SmtpSink.Open();
        sink.OnRecipient = address => $"550 no such user {address}";
        Assert.Equal(new NoticeAnswer.Refused("the mail server refuses the address (550)"), await Send(Options(sink, SmtpSecurity.WhenOffered)));
        sink.OnRecipient = address => $"451 {address} greylisted";
        Assert.Equal(new NoticeAnswer.TryLater("the mail server answers 451"), await Send(Options(sink, SmtpSecurity.WhenOffered)));
        sink.OnRecipient = _ => "250 ok";
        sink.DataAnswer = "554 looks like spam";
        Assert.Equal(new NoticeAnswer.TryLater("the mail server answers 554"), await Send(Options(sink, SmtpSecurity.WhenOffered)));
        sink.GoDown();
        Assert.Equal(new NoticeAnswer.TryLater("the mail server cannot be reached"), await Send(Options(sink, SmtpSecurity.WhenOffered)));
    }

    private static Task<NoticeAnswer> Send(SmtpOptions options) => new SmtpMail(options, new FakeClock(SomeNotice.Now)).Send(Breach, "ann@council.example");

    private static SmtpOptions Options(SmtpSink sink, SmtpSecurity security = SmtpSecurity.StartTls) =>
        new() { Host = "127.0.0.1", Port = sink.Port, Security = security, From = "sla@council.example" };
}
