using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Notices;

/// <summary>How somebody is told.</summary>
public enum NoticeWay
{
    /// <summary>By e-mail; the address is a mailbox.</summary>
    Mail,

    /// <summary>By a signed HTTP request; the address is an https URL.</summary>
    Webhook,

    /// <summary>Into a channel or chat of Microsoft Teams, through a workflow; the address is the https URL that the workflow gives.</summary>
    Teams,

    /// <summary>Not at all beyond what the pages show.</summary>
    Screen,
}

/// <summary>How somebody is told of what is due later than in five working days.</summary>
public enum FarAhead
{
    /// <summary>Each by itself, as of anything else.</summary>
    Each,

    /// <summary>All of a day in one mail, the next working morning.</summary>
    Digest,

    /// <summary>On screen only.</summary>
    Screen,
}

/// <summary>Somebody who is told of a contract's alerts, by role. An account is not needed.</summary>
/// <param name="Id">What logs and rows name them by: an account's id or a name of the council's own, never an address.</param>
/// <param name="Address">By their way; null where that is the screen.</param>
public sealed record Recipient(string Id, OfficerRole Role, NoticeWay Way, string? Address)
{
    /// <summary>The last day of an absence; null where they are there.</summary>
    public LocalDate? AwayUntil { get; init; }

    public FarAhead FarAhead { get; init; }

    /// <summary>Ids and never addresses, wherever a recipient is written out.</summary>
    public override string ToString() => $"{Id} ({Role}, {Way})";
}
