using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Notices.Mail;

/// <summary>How the connection to the mail server is kept from others.</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, or nothing is sent.</summary>
    StartTls,

    /// <summary>STARTTLS where the server offers it, else in the clear: for a relay within one's own network.</summary>
    WhenOffered,

    /// <summary>TLS from the first byte, on port 465 as a rule.</summary>
    Implicit,
}

/// <summary>The mail server.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Absent where the server asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's mailbox.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "SLA Monitor";

    /// <summary>The SHA-256 fingerprint, in hexadecimal, of a certificate to be trusted though no public authority signed it; absent as a
    /// rule.</summary>
    public string? TrustedCertificate { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Host)) yield return "Notices:Smtp:Host is missing.";
        if (Port is < 1 or > 65535) yield return "Notices:Smtp:Port must be from 1 to 65535.";
        if (!Enum.IsDefined(Security)) yield return "Notices:Smtp:Security must be StartTls, WhenOffered or Implicit.";
        if (new Recipients([new("from", OfficerRole.ContractManager, NoticeWay.Mail, From)]).Problems().Any()) yield return "Notices:Smtp:From must be a mailbox.";
        if (FromName.Any(char.IsControl)) yield return "Notices:Smtp:FromName must be one line.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) yield return "Notices:Smtp:User and Password go together.";
        if (!string.IsNullOrEmpty(User) && Security == SmtpSecurity.WhenOffered) yield return "Notices:Smtp:Security must be StartTls or Implicit where a password is sent.";
        if (TrustedCertificate is { } print && (print.Length != 64 || !print.All(char.IsAsciiHexDigit))) yield return "Notices:Smtp:TrustedCertificate must be 64 hexadecimal digits.";
    }
}
