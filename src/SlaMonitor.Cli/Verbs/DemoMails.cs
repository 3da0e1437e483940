using System.Globalization;
using System.Net;
using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Cli.Verbs;

/// <summary>The mails of a contract's last two years, as its manager would have had them: a clock is moved from day to day, the returns come on
/// the days they are dated, and what would have been sent is written as files.</summary>
internal static class DemoMails
{
    private static readonly Recipient Manager = new("contract-manager", OfficerRole.ContractManager, NoticeWay.Mail, "contract.manager@council.example");

    /// <summary>The term of five years begins three years before the first return, so that the two years of returns are its last.</summary>
    private static NamedFile BegunEarlier(NamedFile file) => file.Kind() == FileKind.Contract
        ? file with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Bytes).Replace("  start: 2024-04-01", "  start: 2021-04-01", StringComparison.Ordinal)) }
        : file;

    /// <param name="Count">How many mails.</param>
    /// <param name="First">The page to open first.</param>
    public sealed record Written(LocalDate From, LocalDate To, int Count, string Folder, string First);

    /// <summary>Replaces what an earlier run wrote.</summary>
    /// <returns>Null where there is no contract among the files.</returns>
    public static Written? Write(IReadOnlyList<NamedFile> files, string folder)
    {
        var read = ReadFiles.Of([.. files.Select(BegunEarlier)], HolidayBasis.Adopted);
        if (read.Contracts.Values.FirstOrDefault() is not { } contract) return null;
        var decisions = read.Decisions.Of(contract.Code);
        var end = contract.Latest.Term.EndAsOf(contract.Latest.EffectiveFrom);
        var from = end.PlusYears(-2).PlusDays(1);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var rows = new StringBuilder();
        var count = 0;
        foreach (var one in PreviewAlerts.Of(contract, [.. read.Returns[contract.Code]], decisions, HolidayBasis.Adopted, new([Manager]), from, end).Where(p => p.SentFrom is not null))
        {
            var sent = one.SentFrom!.Value;
            var name = $"{++count:D3}-{one.Day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}-{one.Alert.Event}";
            var mail = MailFile.Of(
                new(new Delivery(one.Alert, Manager.Id) { NotBefore = sent }.Id, one.Alert, contract.Code, contract.Latest.Title, Manager.Role, contract.Latest.Zone),
                "sla-monitor@council.example", Manager.Address!, sent);
            File.WriteAllBytes(Path.Combine(folder, name + ".eml"), mail.Eml);
            File.WriteAllText(Path.Combine(folder, name + ".txt"), mail.Text);
            File.WriteAllText(Path.Combine(folder, name + ".html"), mail.Html);
            rows.Append("<tr><td>").Append(sent.InZone(contract.Latest.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append("</td><td><a href=\"").Append(name)
                .Append(".html\">").Append(WebUtility.HtmlEncode(mail.Subject)).Append("</a></td><td><a href=\"").Append(name).Append(".eml\">eml</a> <a href=\"").Append(name).Append(".txt\">text</a></td></tr>\n");
        }

        var index = Path.Combine(folder, "index.html");
        File.WriteAllText(index, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Mails of {WebUtility.HtmlEncode(contract.Code)}</title></head>
            <body style="font-family: Arial, sans-serif">
            <h1>{count} mails, {from:d MMMM uuuu} to {end:d MMMM uuuu}</h1>
            <p>{WebUtility.HtmlEncode(contract.Latest.Title)} ({WebUtility.HtmlEncode(contract.Code)}). Nothing was sent.</p>
            <table><thead><tr><th scope="col">Sent</th><th scope="col">Subject</th><th scope="col">Files</th></tr></thead><tbody>
            {rows}</tbody></table>
            </body>
            </html>

            """);
        return new(from, end, count, folder, index);
    }
}
