using System.Text.RegularExpressions;
using MimeKit;
using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>What officers read, held against mails that a person can open.</summary>
public partial class MailMessageTests
{
    private static readonly SmtpOptions Options = new() { Host = "mail.example", From = "sla@council.example" };

    public static TheoryData<AlertEvent> Events => [.. Enum.GetValues<AlertEvent>()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_its_mail(AlertEvent @event)
    {
        using var message = MailMessage.Of(SomeNotice.Of(@event), Options, "ann@council.example", SomeNotice.Now);
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Unix;
        message.WriteTo(format, bytes);
        GoldenFile.AssertSame($"tests/SlaMonitor.Service.Tests/Notices/mails/{@event}.eml", System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Plain_text_and_html_say_the_same(AlertEvent @event)
    {
        var content = NoticeTemplates.Of(SomeNotice.Of(@event));
        var html = Regex.Replace(MailMessage.Html(content), "(?s)<head>.*</head>|<[^>]+>", " ");
        Assert.Equal(Words(MailMessage.Plain(content).Replace(": ", " ", StringComparison.Ordinal)), Words(System.Net.WebUtility.HtmlDecode(html).Replace(": ", " ", StringComparison.Ordinal)));
        Assert.Contains("(my-first)", content.Subject, StringComparison.Ordinal);
    }

    /// <summary>Titles come from files: a line break in one begins no header.</summary>
    [Fact]
    public void A_title_cannot_add_headers()
    {
        var notice = SomeNotice.Of(AlertEvent.Breach) with { Title = "Help desk\r\nBcc: someone@else.example" };
        using var message = MailMessage.Of(notice, Options, "ann@council.example", SomeNotice.Now);
        Assert.Empty(message.Bcc);
        Assert.Equal("Breach: KPI1 in 2026-01 - Help desk  Bcc: someone@else.example (my-first)", message.Subject);
    }

    [Fact]
    public void The_same_notice_has_the_same_message_id_whenever_it_is_sent()
    {
        using var first = MailMessage.Of(SomeNotice.Of(AlertEvent.Breach), Options, "ann@council.example", SomeNotice.Now);
        using var again = MailMessage.Of(SomeNotice.Of(AlertEvent.Breach), Options, "ann@new.example", SomeNotice.Now + Duration.FromDays(1));
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Matches("^[0-9a-f]{32}@council\\.example$", first.MessageId);
    }

    [Theory]
    [InlineData(AlertEvent.Breach, "https://sla.council.example/contracts/my-first/periods/2026-01/breaches/KPI1")]
    [InlineData(AlertEvent.ReliefUndecided, "https://sla.council.example/contracts/my-first/periods/2026-01/breaches/KPI1")]
    [InlineData(AlertEvent.DisputeOpen, "https://sla.council.example/contracts/my-first/periods/2026-01/breaches/KPI1")]
    [InlineData(AlertEvent.RectificationDue, "https://sla.council.example/contracts/my-first/periods/2026-01/breaches/KPI1")]
    [InlineData(AlertEvent.ClaimMismatch, "https://sla.council.example/contracts/my-first/periods/2026-01#KPI1")]
    [InlineData(AlertEvent.CreditComputed, "https://sla.council.example/contracts/my-first/periods/2026-01#credit")]
    [InlineData(AlertEvent.CreditUnclaimed, "https://sla.council.example/contracts/my-first/periods/2026-01/credit")]
    [InlineData(AlertEvent.Trigger, "https://sla.council.example/contracts/my-first/periods/2026-01")]
    [InlineData(AlertEvent.ReturnOverdue, "https://sla.council.example/contracts/my-first/periods/2026-01/return")]
    [InlineData(AlertEvent.NoticeDue, "https://sla.council.example/contracts/my-first")]
    [InlineData(AlertEvent.CalendarChange, "https://sla.council.example/contracts/my-first")]
    public void It_leads_to_the_page_of_what_it_tells(AlertEvent @event, string page)
    {
        var content = NoticeTemplates.Of(SomeNotice.Of(@event));
        Assert.Contains($"\nSee it in SLA Monitor: {page}\n", MailMessage.Plain(content), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{page}\">{page}</a>", MailMessage.Html(content), StringComparison.Ordinal);
    }

    /// <summary>A refused file that does not say of which Service Period it is.</summary>
    [Fact]
    public void Where_no_period_is_known_it_leads_to_all_returns()
    {
        var refused = SomeNotice.Of(AlertEvent.ReturnRefused);
        Assert.Equal("https://sla.council.example/contracts/my-first/returns", (refused with { Alert = refused.Alert with { Of = "unknown" } }).Page!.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Where_no_address_is_set_up_no_link_is_written(AlertEvent @event)
    {
        var content = NoticeTemplates.Of(SomeNotice.Of(@event) with { Site = null });
        Assert.DoesNotContain("See it", MailMessage.Plain(content), StringComparison.Ordinal);
        Assert.DoesNotContain("href", MailMessage.Html(content), StringComparison.Ordinal);
    }

    private static string[] Words(string text) => Space().Split(text.Trim());

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
