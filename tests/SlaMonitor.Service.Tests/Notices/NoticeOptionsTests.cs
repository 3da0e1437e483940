using NodaTime.Testing;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;

namespace SlaMonitor.Service.Tests.Notices;

public class NoticeOptionsTests
{
    [Fact]
    public void Nothing_set_up_is_no_fault_and_no_channel()
    {
        var none = new NoticeOptions();
        Assert.Empty(none.Faults());
        Assert.Null(none.Channels(new FakeClock(SomeNotice.Now)).By(NoticeWay.Mail));
    }

    [Fact]
    public void Every_fault_is_told_at_once_and_no_secret_with_it()
    {
        var wrong = new NoticeOptions
        {
            Smtp = new() { Host = " ", Port = 0, Security = SmtpSecurity.WhenOffered, User = "sla", Password = "geheim", From = "nobody", FromName = "a\nb", TrustedCertificate = "ff" },
            Webhook = new() { Secrets = ["whsec_c2hvcnQ="], Hosts = ["https://hooks.example/"] },
        };
        Assert.Equal(
        [
            "Notices:Smtp:Host is missing.",
            "Notices:Smtp:Port must be from 1 to 65535.",
            "Notices:Smtp:From must be a mailbox.",
            "Notices:Smtp:FromName must be one line.",
            "Notices:Smtp:Security must be StartTls or Implicit where a password is sent.",
            "Notices:Smtp:TrustedCertificate must be 64 hexadecimal digits.",
            "Notices:Webhook:Secrets must be 'whsec_' and at least 24 bytes in base64.",
            "Notices:Webhook:Hosts must name the hosts that webhooks may go to.",
        ], wrong.Faults());
        Assert.Throws<InvalidOperationException>(() => wrong.Channels(new FakeClock(SomeNotice.Now)));
    }

    [Fact]
    public void What_is_set_up_is_a_channel()
    {
        var channels = new NoticeOptions
        {
            Smtp = new() { Host = "mail.example", From = "sla@council.example" },
            Webhook = new() { Secrets = ["whsec_a2tra2tra2tra2tra2tra2tra2tra2tr"], Hosts = ["hooks.example"] },
        }.Channels(new FakeClock(SomeNotice.Now));
        Assert.NotNull(channels.By(NoticeWay.Mail));
        Assert.NotNull(channels.By(NoticeWay.Webhook));
        Assert.Null(channels.By(NoticeWay.Screen));
    }
}
